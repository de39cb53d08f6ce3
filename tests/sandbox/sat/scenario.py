"""A team on its way to mass download from the SAT."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from gigstack_api import Gigstack
from gigstack_api.models import SatInvoice

from ...support.sandbox import SandboxSession

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
NOW_S = int(NOW.timestamp())
CERTIFICATE = b"\x30\x03abc"
FIEL: dict[str, Any] = {"cert": CERTIFICATE, "key": CERTIFICATE, "password": "12345678a"}
REGISTRATION: dict[str, Any] = {"sync_start_date": "2024-01-01", "phone": "+5215512345678"}
SALE: dict[str, Any] = {
    "invoice_type": "I",
    "currency": "MXN",
    "use": "G03",
    "payment_form": "03",
    "payment_method": "PUE",
    "client": {"legal_name": "JUAN PEREZ GARCIA", "tax_id": "PEGJ800101ABC"},
    "items": [
        {
            "quantity": 1,
            "description": "Consultoría",
            "product_key": "80141503",
            "unit_key": "ACT",
            "unit_price": 5000,
        }
    ],
}


def day(days_ago: int) -> str:
    """A day before the one the stories are played on."""
    return (NOW - timedelta(days=days_ago)).date().isoformat()


async def ready(gig: Gigstack) -> Gigstack:
    """The client, once its team has done all steps of the setup."""
    await gig.sat_download.activate()
    await gig.sat_download.upload_fiel(**FIEL, **REGISTRATION)
    return gig


async def sold(session: SandboxSession, *, livemode: bool = True) -> str:
    """The UUID of an invoice that the team just stamped."""
    gig = session.gig(livemode=livemode)
    draft = await gig.draft_invoices.create(**SALE)
    return (await gig.draft_invoices.stamp(draft.id or "")).uuid or ""


async def received(gig: Gigstack, **wanted: Any) -> SatInvoice:
    """The first received invoice that has these values."""
    found = [invoice async for invoice in gig.sat_invoices.list(direction="received")]
    return next(
        entry
        for entry in found
        if all(getattr(entry, name) == value for name, value in wanted.items())
    )
