"""A sandbox with what the requests of a table are about, made when it is first named."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from attrs import define, field

from gigstack_api import Gigstack
from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.seeds import seed_demo

from ..sandbox.sat.scenario import FIEL, REGISTRATION, received

ORIGIN = "http://127.0.0.1"
LINE: Any = {"description": "Consulta", "quantity": 1, "unit_price": 100}
HOOK: Any = {"url": "https://ejemplo.com/hook", "events": ["payment.succeeded"]}
PLACE = re.compile(r"\{(\w+)\}")


@define
class World:
    """A small business in a sandbox that checks its own answers, and a plain client of it."""

    sandbox: Sandbox
    http: httpx.AsyncClient
    gig: Gigstack
    known: dict[str, Any] = field(factory=dict[str, Any])

    async def send(
        self, method: str, path: str, query: dict[str, Any] | None, body: Any
    ) -> httpx.Response:
        """The answer to a request of a client."""
        return await self.http.request(
            method,
            f"{ORIGIN}/v2{path}",
            params=query,
            json=body,
            headers={"Authorization": f"Bearer {self.sandbox.key()}"},
        )

    async def filled(self, value: Any) -> Any:
        """A value of a table, with the names in braces replaced."""
        if is_object(value):
            return {name: await self.filled(inner) for name, inner in value.items()}
        if is_list(value):
            return [await self.filled(inner) for inner in value]
        if not isinstance(value, str):
            return value
        if whole := PLACE.fullmatch(value):
            return await self.find(whole[1])
        for name in PLACE.findall(value):
            value = value.replace(f"{{{name}}}", str(await self.find(name)))
        return value

    async def find(self, name: str) -> Any:
        """What a name stands for: an id, mostly."""
        if name not in self.known:
            self.known[name] = await MADE[name](self)
        return self.known[name]

    async def invoice(self, **fields: Any) -> str:
        made = await self.gig.income_invoices.create(
            client={"id": await self.find("client")}, items=[LINE], **fields
        )
        return made.uuid or ""

    async def cancelled_invoice(self) -> str:
        uuid = await self.invoice(series="A")
        await self.gig.invoices.cancel(uuid, motive="02")
        return uuid

    async def payment(self, automation: str = "none", **fields: Any) -> str:
        made = await self.gig.payments.register(
            client={"id": await self.find("client")},
            items=[LINE],
            payment_form="03",
            automation_type=automation,
            **fields,
        )
        return made.id or ""

    async def link(self) -> str:
        made = await self.gig.payments.request(
            client={"id": await self.find("client")}, items=[LINE], automation_type="none"
        )
        return made.id or ""

    async def canceled_link(self) -> str:
        payment_id = await self.link()
        await self.gig.payments.cancel(payment_id)
        return payment_id

    async def receipt(self) -> str:
        made = await self.gig.receipts.create(
            client={"id": await self.find("client")}, items=[LINE], payment_form="01"
        )
        return made.id or ""

    async def stamped_receipt(self) -> str:
        receipt_id = await self.receipt()
        await self.gig.receipts.stamp(receipt_id)
        return receipt_id

    async def complement(self) -> str:
        await self.payment(ppd_invoice_id=await self.find("ppd"))
        [found] = await self.gig.payment_complements.list(
            invoice_id=await self.find("ppd")
        ).collect()
        return found.uuid or ""

    async def ppd(self) -> str:
        return await self.invoice(payment_method="PPD", payment_form="99")

    async def credit_note(self) -> str:
        made = await self.gig.egress_invoices.create(
            client={"id": await self.find("client")}, items=[LINE], use="G02"
        )
        return made.uuid or ""

    async def draft(self) -> str:
        made = await self.gig.draft_invoices.create(
            invoice_type="I",
            client={"id": await self.find("client")},
            items=[LINE],
            use="G03",
            payment_form="03",
            payment_method="PUE",
        )
        return made.id or ""

    async def client(self) -> str:
        [found] = await self.gig.clients.list(metadata={"external_id": "EXT-1"}).collect()
        return found.id or ""

    async def service(self) -> str:
        return (await self.gig.services.list()).data[0].id or ""

    async def user(self) -> str:
        return (await self.gig.users.create(email="luis@ejemplo.com")).id or ""

    async def member(self) -> str:
        await self.gig.teams.add_member("team_norte", id=await self.find("user"), role="viewer")
        return str(await self.find("user"))

    async def series(self) -> str:
        await self.gig.teams.create_series("team_sandbox", series="S", live=1, test=1)
        return "S"

    async def webhook(self) -> str:
        return (await self.gig.webhooks.create(**HOOK)).id or ""

    async def revision(self) -> str:
        return (await self.gig.webhooks.get(await self.find("webhook"))).revision or ""

    async def activated(self) -> bool:
        await self.gig.sat_download.activate()
        return True

    async def fiel(self) -> bool:
        await self.find("activated")
        await self.gig.sat_download.upload_fiel(**FIEL, **REGISTRATION)
        return True

    async def stuck(self) -> str:
        return (await received(self.gig, resource_status="building")).uuid or ""

    async def received_invoice(self) -> str:
        return (await received(self.gig, resource_status="ready")).uuid or ""

    async def now_ms(self) -> int:
        return self.sandbox.state.now_ms()


MADE: dict[str, Callable[[World], Awaitable[Any]]] = {
    "activated": World.activated,
    "cancelled_invoice": World.cancelled_invoice,
    "canceled_link": World.canceled_link,
    "client": World.client,
    "complement": World.complement,
    "credit_note": World.credit_note,
    "draft": World.draft,
    "fiel": World.fiel,
    "invoice": World.invoice,
    "invoiced": lambda world: world.payment("pue_invoice"),
    "link": World.link,
    "member": World.member,
    "now_ms": World.now_ms,
    "other_invoice": World.invoice,
    "other_webhook": World.webhook,
    "paid": World.payment,
    "ppd": World.ppd,
    "receipt": World.receipt,
    "receipted": lambda world: world.payment("receipt"),
    "received": World.received_invoice,
    "revision": World.revision,
    "series": World.series,
    "service": World.service,
    "stamped_receipt": World.stamped_receipt,
    "stuck": World.stuck,
    "user": World.user,
    "webhook": World.webhook,
}
"""How each thing that a table names is made."""


def new_world() -> World:
    """A new sandbox with the demo data."""
    sandbox = Sandbox(check_answers=True)
    seed_demo(sandbox.state, ORIGIN)
    http = httpx.AsyncClient(transport=httpx.ASGITransport(sandbox.app))
    return World(sandbox, http, sandbox.client())
