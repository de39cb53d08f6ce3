"""Webhooks as users receive them: by a FastAPI app on a port of its own."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from anyio.to_thread import run_sync
from attrs import Factory, define
from fastapi import Body, FastAPI, Header, HTTPException

from gigstack_api import Gigstack
from gigstack_api.models import Payment

from ...support.asgi import serving
from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
SECRET = "of the receiver"
NOW = 1_700_000_000


@define
class Shop:
    """A shop that receives its payments at `url`."""

    url: str = ""
    _heard: queue.SimpleQueue[dict[str, Any]] = Factory(queue.SimpleQueue[dict[str, Any]])

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post("/gigstack", status_code=204)
        async def hear(
            event: Annotated[dict[str, Any], Body()], x_secret: Annotated[str, Header()]
        ) -> None:  # pyright: ignore[reportUnusedFunction]
            if x_secret != SECRET:
                raise HTTPException(401)
            self._heard.put(event)

        return app

    async def next_event(self) -> dict[str, Any]:
        """The next event; over a socket it comes after the answer."""
        return await run_sync(lambda: self._heard.get(timeout=5))


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    with serving(shop.app()) as origin:
        shop.url = f"{origin}/gigstack"
        yield shop


async def test_an_app_receives_a_payment_and_its_invoice(
    session: SandboxSession, gig: Gigstack, shop: Shop
) -> None:
    session.at(NOW)
    await gig.webhooks.create(
        url=shop.url,
        events=["payment.succeeded", "invoice.created"],
        security={"headers": {"X-Secret": SECRET}},
    )
    line: Any = {"description": "Consultoría", "quantity": 1, "unit_price": 1000}
    payment = await gig.payments.register(
        client={"name": "Juan", "tax_id": "PEGJ800101ABC"},
        items=[line],
        payment_form="03",
        automation_type="pue_invoice",
    )
    events = [await shop.next_event() for _ in range(2)]
    names = {"id", "type", "event", "created", "livemode", "data"}
    assert [set(event) for event in events] == [names] * 2
    assert [(event["created"], event["livemode"]) for event in events] == [(NOW * 1000, False)] * 2
    assert len({event["id"] for event in events}) == 2
    objects = {event["type"]: event["data"]["object"] for event in events}
    assert Payment.from_dict(objects["payment.succeeded"]) == payment
    [uuid] = [str(listed) for listed in payment.invoices or ()]
    posted, invoice = objects["invoice.created"], (await gig.income_invoices.get(uuid)).to_dict()
    assert (posted["uuid"], posted["payments"], posted["files"]) == (
        uuid,
        [payment.id],
        invoice["files"],
    )
