"""The shop without a browser: its form, its orders, and webhooks twice and in any order."""

from __future__ import annotations

import random
import re
import signal
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from anyio import fail_after
from anyio.lowlevel import checkpoint
from attrs import evolve, frozen
from fastapi import FastAPI

from examples.fastapi_shop.app import create_app
from examples.fastapi_shop.orders import Order
from examples.fastapi_shop.webhooks import EVENTS
from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.sandbox import Fault, Sandbox
from gigstack_api.sandbox.rules.accounts.webhooks import payload
from scripts.sandbox_process import ROOT
from scripts.shop_process import COMMAND, running

pytestmark = pytest.mark.anyio
SECRET = "of-the-shop-0123456789"
XOCHILT = {
    "name": "Xochilt Casas",
    "tax_id": "cacx7605101p8",
    "zip": "36257",
    "tax_system": "612",
    "use": "G03",
}
FORM = {**XOCHILT, "form_id": "of-one-form", "cafe": "2", "taza": "1"}


@frozen
class Shop:
    """A shop in this process, on a sandbox of its own."""

    app: FastAPI
    http: httpx.AsyncClient
    sandbox: Sandbox
    gig: Gigstack

    async def ordered(self, **changes: str) -> Order:
        """The order of the form."""
        answer = await self.http.post("/pedidos", data=FORM | changes)
        assert answer.status_code == 303, answer.text
        order: Order = self.app.state.orders.get(answer.headers["location"].rpartition("/")[2])
        return order

    async def payments(self) -> list[Any]:
        return await self.gig.payments.list().collect()


@asynccontextmanager
async def opened() -> AsyncGenerator[Shop, None]:
    """A shop that takes webhooks; all of them are handled at the end of the block."""
    sandbox = Sandbox()
    app = create_app(SECRET, lambda: sandbox.client(retries=RetryPolicy.none()))
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://shop") as http,
    ):
        yield Shop(app, http, sandbox, app.state.gigstack)


@pytest.mark.parametrize("seed", range(12))
async def test_repeated_and_shuffled_webhooks_give_the_same_order(seed: int) -> None:
    async with opened() as shop:
        order, other = await shop.ordered(), await shop.ordered(prensa="3")
        [paid, _] = sorted(
            await shop.payments(),
            key=lambda payment: payment.metadata["order_id"] != order.id,
        )
        await shop.gig.payments.mark_as_paid(paid.id, payment_form="04")
        [uuid] = (
            await shop.gig.payments.refund(paid.id, amount=paid.total, reason="No le gustó")
        ).invoices or [""]
        bodies = 2 * [payload(event) for event in shop.sandbox.state.events]
        assert {body["type"] for body in bodies} > {
            "payment.created",
            "payment.succeeded",
            "payment.updated",
            "invoice.created",
        }
        random.Random(seed).shuffle(bodies)
        answers = [
            (await shop.http.post(f"/webhooks/gigstack/{SECRET}", json=body)).json()["status"]
            for body in bodies
        ]
        assert sorted(set(answers)) == ["accepted", "duplicate", "ignored"]
    end = shop.app.state.orders.get(order.id)
    assert (end.payment_status, end.step, end.invoice, end.invoice_status) == (
        "refunded",
        "ended",
        uuid,
        "valid",
    )
    assert shop.app.state.orders.get(other.id) == other


async def test_either_webhook_alone_sets_the_invoice() -> None:
    for kind in ("payment.succeeded", "invoice.created"):
        async with opened() as shop:
            order = await shop.ordered()
            [payment] = await shop.payments()
            await shop.gig.payments.mark_as_paid(payment.id, payment_form="04")
            [event] = [event for event in shop.sandbox.state.events if event.type == kind]
            await shop.http.post(f"/webhooks/gigstack/{SECRET}", json=payload(event))
        assert shop.app.state.orders.get(order.id).invoice is not None


async def test_late_states_do_not_revert_an_order() -> None:
    async with opened() as shop:
        order = evolve(
            await shop.ordered(),
            payment_status="refunded",
            invoice="of-before",
            invoice_status="cancelled",
        )
        shop.app.state.orders.save(order)
        [payment] = await shop.payments()
        await shop.gig.payments.mark_as_paid(payment.id, payment_form="04")
        for event in shop.sandbox.state.events:
            await shop.http.post(f"/webhooks/gigstack/{SECRET}", json=payload(event))
    assert shop.app.state.orders.get(order.id) == order


async def test_a_forged_webhook_changes_nothing() -> None:
    async with opened() as shop:
        order = await shop.ordered()
        [payment] = await shop.payments()
        forged = {
            "id": payment.id,
            "status": "succeeded",
            "metadata": {"order_id": order.id},
            "invoices": ["forged"],
        }
        body = {
            "id": "evt_1",
            "type": "payment.succeeded",
            "created": 1,
            "livemode": False,
            "data": {"object": forged},
        }
        await shop.http.post(f"/webhooks/gigstack/{SECRET}", json=body)
        assert (
            await shop.http.post("/webhooks/gigstack/another-secret-0123", json=body)
        ).status_code == 404
    assert shop.app.state.orders.get(order.id) == order


async def test_a_form_sent_twice_is_one_order() -> None:
    async with opened() as shop:
        first, again, changed = (
            await shop.ordered(),
            await shop.ordered(),
            await shop.ordered(zip="03100"),
        )
        assert first == again != changed
        assert [payment.total for payment in await shop.payments()] == [627.0, 627.0]


async def test_a_form_sent_again_after_a_failure_is_one_payment() -> None:
    async with opened() as shop:
        shop.sandbox.faults.add(Fault("request_payment", kind="cut_after"))
        failed = await shop.http.post("/pedidos", data=FORM)
        assert (failed.status_code, "su pedido no se duplica" in failed.text) == (504, True)
        await shop.ordered()
        assert len(await shop.payments()) == 1


async def test_a_rejected_order_is_not_asked_to_be_repeated() -> None:
    async with opened() as shop:
        shop.sandbox.faults.add(Fault("request_payment", 400))
        refused = await shop.http.post("/pedidos", data=FORM)
        assert (
            refused.status_code,
            "revise sus datos" in refused.text,
            "de nuevo" in refused.text,
        ) == (400, True, False)


async def test_a_paid_order_never_says_nothing_was_charged() -> None:
    async with opened() as shop:
        order = evolve(await shop.ordered(), payment_status="succeeded", invoice="of-a-paid-order")
        shop.app.state.orders.save(order)
        shop.sandbox.faults.add(Fault("*", 503, times=2))
        failed = await shop.http.get(f"/pedidos/{order.id}/factura.pdf")
        assert (failed.status_code, "No se cobró nada" in failed.text) == (502, False)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("name", " ", "Falta este dato."),
        ("tax_id", "CACX", "homoclave"),
        ("zip", "1", "cinco dígitos"),
        ("tax_system", "", "Falta este dato."),
        ("tax_system", "601", "no corresponde al tipo de persona"),
        ("use", "CN01", "no corresponde al régimen"),
    ],
)
async def test_a_fiscal_error_is_shown_next_to_its_field(field: str, value: str, text: str) -> None:
    async with opened() as shop:
        answer = await shop.http.post(
            "/pedidos", data=FORM | {field: value, "reviewed": "CACX7605101P8"}
        )
        assert answer.status_code == 422
        findings = dict(re.findall(r'class="finding \w+" id="(\w+)-finding">([^<]*)', answer.text))
        assert text in findings[field]
        assert await shop.payments() == []


async def test_a_fiscal_warning_can_be_confirmed() -> None:
    async with opened() as shop:
        form = FORM | {"tax_id": "CACX7605101P7"}
        asked = await shop.http.post("/pedidos", data=form)
        assert (asked.status_code, "Si son correctos, continúe." in asked.text) == (422, True)
        assert 'name="reviewed" value="CACX7605101P7"' in asked.text
        await shop.ordered(**form, reviewed="CACX7605101P7")


async def test_an_empty_cart_shows_the_products_with_a_notice() -> None:
    async with opened() as shop:
        nothing = {"cafe": "0", "taza": "-1", "prensa": "two", "gold": "1"}
        for answer in (
            await shop.http.get("/datos", params=nothing),
            await shop.http.post("/pedidos", data=XOCHILT | nothing),
        ):
            assert (answer.status_code, "Elija al menos un producto." in answer.text) == (422, True)
        assert "Elija al menos" not in (await shop.http.get("/")).text


async def test_input_is_escaped_and_links_stay_on_the_host() -> None:
    async with opened() as shop:
        order = await shop.ordered(name="<script>alert(1)</script>")
        page = await shop.http.get(f"/pedidos/{order.id}")
        assert "&lt;SCRIPT&gt;ALERT(1)" in page.text
        assert page.headers["content-security-policy"] == "default-src 'self'"
        for path in ("/", "/datos?cafe=1", f"/pedidos/{order.id}"):
            linked = re.findall(r'(?:src|href)="([^"]*)"', (await shop.http.get(path)).text)
            assert [
                link for link in linked if not link.startswith("/") and link != order.pay_url
            ] == []
            assert all(
                [
                    (await shop.http.get(link)).status_code == 200
                    for link in linked
                    if link.startswith("/static")
                ]
            )


async def test_missing_orders_and_files_are_404() -> None:
    async with opened() as shop:
        order = await shop.ordered()
        for path in (
            "/nada",
            "/pedidos/unknown",
            "/pedidos/unknown/estado",
            f"/pedidos/{order.id}/factura.pdf",
        ):
            answer = await shop.http.get(path)
            assert (answer.status_code, "Esta página no existe" in answer.text) == (404, True)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_one_command_serves_an_order_with_its_files() -> None:
    with running() as address:
        async with httpx.AsyncClient(base_url=address, follow_redirects=True) as http:
            order = (await http.post("/pedidos", data=FORM)).url
            [pay_url] = re.findall(r'href="([^"]*/p/link_\w+)"', (await http.get(order)).text)
            assert "Pagado" in (await http.post(pay_url, files={"method": (None, "card")})).text
            with fail_after(5):
                while 'data-step="invoiced"' not in (await http.get(f"{order}/estado")).text:
                    await checkpoint()
            pdf, xml = (
                await http.get(f"{order}/factura.pdf"),
                await http.get(f"{order}/factura.xml"),
            )
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert b'Rfc="CACX7605101P8"' in xml.content


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_signal_stops_the_shop_and_its_sandbox(number: signal.Signals) -> None:
    with subprocess.Popen(
        COMMAND, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        sandbox = process.stdout.readline().rpartition(" ")[2].strip()
        [address] = re.findall(r"http://[\d.:]+", process.stdout.readline())
        assert httpx.get(address).status_code == 200
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")
    with pytest.raises(httpx.ConnectError):
        httpx.get(sandbox)


@pytest.mark.parametrize("port", ["-1", "99999"])
def test_an_unusable_port_is_reported_on_one_line(port: str) -> None:
    done = subprocess.run(
        [*COMMAND[:-1], port], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert f"cannot listen on port {port}" in done.stderr


def test_every_registered_event_is_documented() -> None:
    from gigstack_api.models import WebhookEventType

    assert set(EVENTS) <= set(WebhookEventType)
