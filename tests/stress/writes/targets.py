"""Prepares what the writes change, cancel or delete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.resource import Resource

from ..harness.observed_state import TEAM
from .kinds import CLIENT, INVOICES, ITEM, PAYMENTS, RECEIPTS, rfc_of, target_id
from .plan import Write

COLLECTIONS = {
    "client": "clients",
    "service": "services",
    "payment": PAYMENTS,
    "paid payment": PAYMENTS,
    "receipt": RECEIPTS,
    "invoice": INVOICES,
}


async def prepare_targets(sandbox: Sandbox, writes: Iterable[Write]) -> None:
    """Puts a separate target into the sandbox for each write that needs one. Targets are copies of
    resources that the sandbox created itself.
    """
    examples = await _create_examples(sandbox)
    for write in writes:
        kind = write.kind.target
        if not kind:
            continue
        own_id = target_id(write.marker)
        copy: Resource = {**examples[kind], "id": own_id}
        if kind == "client":
            copy["tax_id"] = rfc_of(write.marker)
        if kind == "invoice":
            copy["uuid"] = own_id
        if kind == "paid payment":
            copy["refunds"] = []
        sandbox.state.collection(TEAM, COLLECTIONS[kind])[own_id] = copy


async def _create_examples(sandbox: Sandbox) -> Mapping[str, Resource]:
    """Creates one target of each kind."""
    async with sandbox.client() as gig:
        ids = {
            "client": (await gig.clients.create(name="Torture")).id,
            "service": (await gig.services.create(description="Torture", unit_price=1)).id,
            "payment": (await gig.payments.request(client=CLIENT, items=[ITEM])).id,
            "paid payment": (
                await gig.payments.register(client=CLIENT, items=[ITEM], payment_form="03")
            ).id,
            "receipt": (await gig.receipts.create(client=CLIENT, items=[ITEM])).id,
            "invoice": (await gig.income_invoices.create(client=CLIENT, items=[ITEM])).uuid,
        }
    return {
        kind: sandbox.state.collection(TEAM, COLLECTIONS[kind])[str(created)]
        for kind, created in ids.items()
    }
