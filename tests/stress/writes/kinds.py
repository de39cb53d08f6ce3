"""The kinds of writes: how each is called, what it changes, and where its effect is found
afterwards.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from gigstack_api import Gigstack, Match
from gigstack_api._core.operations.route import Replay
from gigstack_api.types import InlineClientDict

from ..harness.observed_state import ObservedState

ITEM: Any = {"description": "Torture", "quantity": 1, "unit_price": 100}
CLIENT: InlineClientDict = {"name": "Torture", "tax_id": "PEGJ800101AB6"}
PRICE = 0.01

MakeWrite: TypeAlias = Callable[[Gigstack, str], Awaitable[object]]
"""Makes a write that contains the given marker."""
CountEffects: TypeAlias = Callable[[ObservedState, str], int]
"""Counts how often the write with that marker took effect."""


@frozen
class WriteKind:
    """A kind of write. Each write of it sends a unique marker.

    `share` is its weight among all kinds. `target` names what is prepared for it to change, under
    the id `target_id(marker)`. `count_effects` gives 1 for a change or deletion that took effect.
    """

    name: str
    replay: Replay
    share: float
    call: MakeWrite = field(repr=False)
    count_effects: CountEffects = field(repr=False)
    target: str = ""


def target_id(marker: str) -> str:
    """The id of what was prepared for a write."""
    return f"target_{marker}"


def rfc_of(marker: str) -> str:
    """The RFC that a write uses."""
    return f"WRT{int(marker[1:]):09}"


def _created(kind: str, path: str) -> CountEffects:
    """Counts the resources that have the marker at a path."""
    return lambda state, marker: state.count_with(kind, path, marker)


def _changed(kind: str, name: str, text: str | None = None) -> CountEffects:
    """1 if a field of the target has this text, by default the marker."""
    return lambda state, marker: int(
        (state.get(kind, target_id(marker)) or {}).get(name) == (text or marker)
    )


def _deleted(kind: str) -> CountEffects:
    """1 if the target no longer exists."""
    return lambda state, marker: int(state.get(kind, target_id(marker)) is None)


def _updated_by_upsert(state: ObservedState, marker: str) -> int:
    """1 if the target was updated, plus 1 for each other client of its RFC."""
    updated = _changed("clients", "phone")(state, marker)
    return updated + state.count_with("clients", "tax_id", rfc_of(marker)) - 1


def _created_with_client(kind: str) -> CountEffects:
    """Counts the documents with the marker and the clients created for them: the larger count if
    either is duplicated, else the smaller.
    """

    def count(state: ObservedState, marker: str) -> int:
        documents = state.count_with(kind, "metadata.marker", marker)
        clients = state.count_with("clients", "name", marker)
        most = max(documents, clients)
        return most if most > 1 else min(documents, clients)

    return count


def _refunds(state: ObservedState, marker: str) -> int:
    payment = state.get(PAYMENTS, target_id(marker)) or {}
    return [refund["reason"] for refund in payment.get("refunds", ())].count(marker)


def _natural(
    name: str, share: float, call: MakeWrite, count_effects: CountEffects, *, target: str = ""
) -> WriteKind:
    return WriteKind(name, Replay.NATURAL, share, call, count_effects, target)


def _keyed(name: str, share: float, call: MakeWrite, count_effects: CountEffects) -> WriteKind:
    return WriteKind(name, Replay.KEYED, share, call, count_effects)


def _idempotent(
    name: str, share: float, call: MakeWrite, count_effects: CountEffects, *, target: str
) -> WriteKind:
    return WriteKind(name, Replay.IDEMPOTENT, share, call, count_effects, target)


def _once(
    name: str, share: float, call: MakeWrite, count_effects: CountEffects, *, target: str = ""
) -> WriteKind:
    return WriteKind(name, Replay.ONCE, share, call, count_effects, target)


def _metadata(marker: str) -> Mapping[str, str]:
    return {"marker": marker}


PAYMENTS, RECEIPTS, INVOICES = "payments, test", "receipts, test", "invoices, test"

KINDS = (
    _natural(
        "clients.upsert by RFC",
        12,
        lambda gig, marker: gig.clients.upsert(on="tax_id", tax_id=rfc_of(marker), name=marker),
        _created("clients", "name"),
    ),
    _natural(
        "clients.upsert by metadata",
        8,
        lambda gig, marker: gig.clients.upsert(
            on="metadata.marker", metadata=_metadata(marker), name=marker
        ),
        _created("clients", "name"),
    ),
    _natural(
        "clients.upsert of an existing client",
        6,
        lambda gig, marker: gig.clients.upsert(
            on="tax_id", tax_id=rfc_of(marker), phone=marker, update=True
        ),
        _updated_by_upsert,
        target="client",
    ),
    _keyed(
        "payments.request",
        8,
        lambda gig, marker: gig.payments.request(
            client={"name": marker}, items=[ITEM], metadata=_metadata(marker)
        ),
        _created_with_client(PAYMENTS),
    ),
    _keyed(
        "payments.register with a Match",
        6,
        lambda gig, marker: gig.payments.register(
            client=Match("tax_id", rfc_of(marker), name=marker),
            items=[ITEM],
            payment_form="03",
            metadata=_metadata(marker),
            idempotency_key=f"own key of {marker}",
        ),
        _created_with_client(PAYMENTS),
    ),
    _keyed(
        "receipts.create",
        8,
        lambda gig, marker: gig.receipts.create(
            client={"name": marker}, items=[ITEM], metadata=_metadata(marker)
        ),
        _created_with_client(RECEIPTS),
    ),
    _idempotent(
        "clients.update",
        6,
        lambda gig, marker: gig.clients.update(target_id(marker), phone=marker),
        _changed("clients", "phone"),
        target="client",
    ),
    _idempotent(
        "services.update",
        4,
        lambda gig, marker: gig.services.update(target_id(marker), sku=marker),
        _changed("services", "sku"),
        target="service",
    ),
    _idempotent(
        "clients.delete",
        4,
        lambda gig, marker: gig.clients.delete(target_id(marker)),
        _deleted("clients"),
        target="client",
    ),
    _idempotent(
        "services.delete",
        4,
        lambda gig, marker: gig.services.delete(target_id(marker)),
        _deleted("services"),
        target="service",
    ),
    _idempotent(
        "payments.cancel",
        3,
        lambda gig, marker: gig.payments.cancel(target_id(marker)),
        _changed(PAYMENTS, "status", "cancelled"),
        target="payment",
    ),
    _idempotent(
        "receipts.cancel",
        3,
        lambda gig, marker: gig.receipts.cancel(target_id(marker)),
        _changed(RECEIPTS, "status", "cancelled"),
        target="receipt",
    ),
    _idempotent(
        "invoices.cancel",
        1,
        lambda gig, marker: gig.invoices.cancel(target_id(marker), motive="02"),
        _changed(INVOICES, "status", "cancelled"),
        target="invoice",
    ),
    _once(
        "clients.create",
        12,
        lambda gig, marker: gig.clients.create(name=marker),
        _created("clients", "name"),
    ),
    _once(
        "services.create",
        10,
        lambda gig, marker: gig.services.create(description=marker, unit_price=1),
        _created("services", "description"),
    ),
    _once(
        "income_invoices.create",
        1,
        lambda gig, marker: gig.income_invoices.create(
            client=CLIENT, items=[ITEM], metadata=_metadata(marker)
        ),
        _created(INVOICES, "metadata.marker"),
    ),
    _once(
        "payments.mark_as_paid",
        4,
        lambda gig, marker: gig.payments.mark_as_paid(target_id(marker), payment_form="03"),
        _changed(PAYMENTS, "status", "succeeded"),
        target="payment",
    ),
    _once(
        "payments.refund",
        6,
        lambda gig, marker: gig.payments.refund(target_id(marker), amount=PRICE, reason=marker),
        _refunds,
        target="paid payment",
    ),
    _once(
        "webhooks.create",
        0.1,
        lambda gig, marker: gig.webhooks.create(
            url="https://example.org", events=["service.deleted"], description=marker
        ),
        _created("webhooks", "description"),
    ),
)
"""The shares reflect what a call costs the sandbox: an invoice renders a PDF, and each webhook
makes every later event slower. The webhooks ask for an event that no write causes.
"""
