"""Checks of an invoice or a credit note before it is stamped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from .._core.schema.annotations import resolvable
from ..catalogs import InvoiceType
from .clients import check_party, check_use, is_abroad, is_foreign
from .findings import Finding, nested, violations
from .items import check_items
from .periods import check_period
from .relations import check_relations
from .taxpayers import GENERIC
from .terms import check_terms
from .texts import check_texts
from .values import capitals, entries, fields

if TYPE_CHECKING:
    from ..models import DraftInvoice, Invoice

NAMES = ("legal_name", "name", "company")


@resolvable
def check_invoice(
    invoice: Invoice | DraftInvoice | Mapping[str, Any],
    *,
    invoice_type: Literal["I", "E"] | None = None,
    whole: bool = True,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """The findings of an invoice or a credit note.

    Args:
        invoice: The body of `income_invoices.create`, or an invoice that the API returned.
        invoice_type: "I" or "E"; by default that of the invoice, or "I" if it has none.
        whole: False for a draft or a payment, whose missing fields may still follow.
        today: The day of stamping, which limits the year of a global invoice; by default today.
    """
    values = fields(invoice)
    is_egress = (invoice_type or values.get("invoice_type")) == InvoiceType.EGRESS
    return (
        *_check_receiver(values, whole=whole),
        *check_items(values.get("items"), whole=whole),
        *_check_third_parties(values),
        *check_texts({"series": values.get("series")}),
        *check_terms(values, whole=whole),
        *check_relations(values, needed=whole and is_egress),
        *check_period(values, needed=whole and not is_egress, today=today or date.today()),
    )


def _check_receiver(values: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    client = fields(values.get("client"))
    postal_code = fields(client.get("address")).get("zip")
    place = fields(values.get("issuer_info")).get("zip")
    path, use = ("use", values["use"]) if "use" in values else ("client.use", client.get("use"))
    is_generic = capitals(client.get("tax_id")) in GENERIC
    # A client that is named by id or search has its data on the server.
    is_complete = (
        whole and bool(client) and not is_foreign(client) and not client.keys() & {"id", "search"}
    )
    holds = {
        ("client", "no_client"): not whole or bool(client),
        ("client.tax_id", "rfc_missing"): not is_complete or "tax_id" in client,
        ("client.legal_name", "name_missing"): not is_complete
        or is_generic
        or any(name in client for name in NAMES),
        ("client.tax_system", "regime_missing"): not is_complete or "tax_system" in client,
        ("client.address.zip", "zip_missing"): not is_complete or postal_code is not None,
        ("client.address.zip", "generic_zip"): not is_generic
        or is_abroad(client)
        or None in (postal_code, place)
        or postal_code == place,
        ("use", "generic_use_missing"): not whole or not is_generic or use is not None,
    }
    return [
        *nested("client", check_party(client)),
        *check_use(path, use, client),
        *violations(holds),
    ]


def _check_third_parties(values: Mapping[str, Any]) -> list[Finding]:
    """The findings of third parties that are the issuer or the receiver themselves."""
    parties = {
        capitals(fields(values.get(name)).get("tax_id")) for name in ("client", "issuer_info")
    } - {""}
    found: list[Finding] = []
    for index, item in enumerate(map(fields, entries(values.get("items")))):
        rfc = capitals(fields(item.get("third_party")).get("tax_id"))
        path = f"items[{index}].third_party.tax_id"
        found += violations({(path, "third_party_same"): rfc not in parties})
    return found
