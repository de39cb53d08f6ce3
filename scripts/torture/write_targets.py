"""What is there before the writes, for those that change, cancel or delete something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.resource import Resource

from .effects import TEAM
from .write_kinds import CLIENT, INVOICES, ITEM, PAYMENTS, RECEIPTS, rfc_of, target_of
from .write_plans import Write

COLLECTIONS = {
    "client": "clients",
    "service": "services",
    "payment": PAYMENTS,
    "paid payment": PAYMENTS,
    "receipt": RECEIPTS,
    "invoice": INVOICES,
}


async def prepare(sandbox: Sandbox, writes: Iterable[Write]) -> None:
    """Puts a target of its own for each write that needs one into a sandbox, as a copy of one that
    was made in it.
    """
    examples = await _examples(sandbox)
    for write in writes:
        if not write.kind.upon:
            continue
        own = target_of(write.marker)
        copy: Resource = {**examples[write.kind.upon], "id": own}
        if write.kind.upon == "client":
            copy["tax_id"] = rfc_of(write.marker)
        if write.kind.upon == "invoice":
            copy["uuid"] = own
        if write.kind.upon == "paid payment":
            copy["refunds"] = []
        sandbox.state.collection(TEAM, COLLECTIONS[write.kind.upon])[own] = copy


async def _examples(sandbox: Sandbox) -> Mapping[str, Resource]:
    """One of each kind of target."""
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
        kind: sandbox.state.collection(TEAM, COLLECTIONS[kind])[str(found)]
        for kind, found in ids.items()
    }
