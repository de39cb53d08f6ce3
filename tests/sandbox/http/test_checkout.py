"""The page behind the link of a payment request: a buyer without a key reads it, and pays."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from gigstack_api import Gigstack

from ...support.sandbox import SandboxSession
from ..receiver import arrived, receiving

pytestmark = pytest.mark.anyio
ANA: Any = {
    "name": "Ana <López>",
    "tax_id": "CACX7605101P8",
    "tax_system": "612",
    "use": "G03",
    "address": {"zip": "36257"},
}
LINE: Any = {"description": "Taza & plato", "quantity": 2, "unit_price": 500}


async def link(gig: Gigstack, **fields: Any) -> str:
    """Where a new payment is paid."""
    body: dict[str, Any] = {
        "client": ANA,
        "items": [LINE],
        "automation_type": "pue_invoice",
        **fields,
    }
    return urlsplit((await gig.payments.request(**body)).short_url or "").path


async def paid(session: SandboxSession, path: str, method: str = "card") -> httpx.Response:
    return await session.send("POST", path, key="", files={"method": (None, method)})


async def test_the_page_shows_items_total_and_methods(session: SandboxSession) -> None:
    page = await session.send(
        "GET", await link(session.gig(), allowed_payment_methods=["spei", "oxxo"]), key=""
    )
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    for shown in (
        "2 &times; Taza &amp; plato",
        "Pagar $1,000.00 MXN",
        'value="spei" required checked',
        'value="oxxo"',
    ):
        assert shown in page.text
    assert 'value="card"' not in page.text
    assert "CACX7605101P8" not in page.text


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [(12345678, "12345678"), (0.333333, "0.333333"), (2.5, "2.5"), (3.0, "3")],
)
async def test_the_page_shows_quantities_in_full(
    session: SandboxSession, quantity: float, shown: str
) -> None:
    page = await session.send(
        "GET", await link(session.gig(), items=[LINE | {"quantity": quantity}]), key=""
    )
    assert f"<li>{shown} &times; " in page.text


@pytest.mark.parametrize(
    ("method", "form", "processor"), [("card", "04", "stripe"), ("bank", "03", "manual")]
)
async def test_paying_there_stamps_an_invoice(
    session: SandboxSession, method: str, form: str, processor: str
) -> None:
    gig = session.gig()
    path = await link(gig)
    answer = await paid(session, path, method)
    assert (answer.status_code, urlsplit(answer.headers["location"]).path) == (303, path)
    [payment] = await gig.payments.list().collect()
    assert (payment.status, payment.payment_form, payment.payment_processor) == (
        "succeeded",
        form,
        processor,
    )
    assert [
        invoice.uuid for invoice in await gig.income_invoices.list().collect()
    ] == payment.invoices
    page = await session.send("GET", path, key="")
    assert "Pagado" in page.text
    assert "<button" not in page.text


async def test_a_live_payment_of_another_team_is_paid_for_it(session: SandboxSession) -> None:
    gig = session.gig("team_norte", livemode=True)
    assert (await paid(session, await link(gig))).status_code == 303
    assert [payment.status for payment in await gig.payments.list().collect()] == ["succeeded"]


async def test_paying_there_sends_webhooks(session: SandboxSession) -> None:
    gig = session.gig()
    with receiving() as receiver:
        path = await link(gig)
        await gig.webhooks.create(
            url=f"{receiver.origin}/hook", events=["payment.succeeded", "invoice.created"]
        )
        await paid(session, path)
        posted = await arrived(receiver, 2)
    assert sorted(event["type"] for event in posted) == ["invoice.created", "payment.succeeded"]


async def test_a_paid_or_canceled_payment_is_not_paid_again(session: SandboxSession) -> None:
    gig = session.gig()
    path = await link(gig)
    for _ in range(2):  # a double click
        assert (await paid(session, path)).status_code == 303
    assert len(await gig.income_invoices.list().collect()) == 1
    payment = await gig.payments.request(client=ANA, items=[LINE])
    await gig.payments.cancel(payment.id or "")
    page = await session.send("GET", urlsplit(payment.short_url or "").path, key="")
    assert "Cancelado" in page.text
    assert "<button" not in page.text
    refused = await paid(session, urlsplit(payment.short_url or "").path)
    assert (refused.status_code, "cannot be marked as paid" in refused.text) == (400, True)


async def test_a_refusal_of_the_sat_is_shown_and_nothing_is_paid(session: SandboxSession) -> None:
    gig = session.gig()
    answer = await paid(
        session, await link(gig, client={"name": "Fantasma", "tax_id": "EFO010101AB1"})
    )
    assert (answer.status_code, "CFDI40143" in answer.text, "<button" in answer.text) == (
        400,
        True,
        True,
    )
    assert [payment.status for payment in await gig.payments.list().collect()] == [
        "requires_payment_method"
    ]


@pytest.mark.parametrize("method", ["", "oxxo", "gold"])
async def test_only_allowed_methods_are_accepted(session: SandboxSession, method: str) -> None:
    answer = await paid(session, await link(session.gig()), method)
    assert (answer.status_code, "method must be one of card, bank" in answer.text) == (400, True)


async def test_an_unknown_link_is_404(session: SandboxSession) -> None:
    await link(session.gig())
    for method in ("GET", "POST"):
        assert (await session.send(method, "/p/link_nobody", key="")).status_code == 404
