"""The kinds of writes: how each is called, what it is called upon, and where its effect is found
afterwards.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from attrs import field, frozen

from gigstack_api import Gigstack, Match
from gigstack_api._core.operation import Replay

from ..harness.observed_state import Kept

ITEM = {"description": "Torture", "quantity": 1, "unit_price": 100}
CLIENT = {"name": "Torture", "tax_id": "PEGJ800101ABC"}
PRICE = 0.01


@frozen(kw_only=True)
class Kind:
    """A kind of write. Its marker, unlike any other, is in what it sends.

    `share` is its weight among all; `upon` names what is prepared for it to change, with
    `target_of(marker)` as its id. `effects` counts how often it took effect: a change or deletion
    that took effect counts as one.
    """

    name: str
    replay: Replay
    share: float
    call: Callable[[Gigstack, str], Awaitable[object]] = field(repr=False)
    effects: Callable[[Kept, str], int] = field(repr=False)
    upon: str = ""


def target_of(marker: str) -> str:
    """Id of what was prepared for a write."""
    return f"target_{marker}"


def rfc_of(marker: str) -> str:
    """An RFC of one write."""
    return f"WRT{int(marker[1:]):09}"


def _made(kind: str, place: str) -> Callable[[Kept, str], int]:
    """Counts what was made with the marker."""
    return lambda kept, marker: kept.having(kind, place, marker)


def _is(kind: str, place: str, text: str | None = None) -> Callable[[Kept, str], int]:
    """1 if the target has this text now, by default the marker."""
    return lambda kept, marker: int(
        (kept.get(kind, target_of(marker)) or {}).get(place) == (text or marker)
    )


def _gone(kind: str) -> Callable[[Kept, str], int]:
    """1 if the target is there no more."""
    return lambda kept, marker: int(kept.get(kind, target_of(marker)) is None)


def _upserted(kept: Kept, marker: str) -> int:
    """1 if the target was updated, and 1 more for each other client of its RFC."""
    return (
        _is("clients", "phone")(kept, marker) + kept.having("clients", "tax_id", rfc_of(marker)) - 1
    )


def _with_client(kind: str) -> Callable[[Kept, str], int]:
    """Counts documents made with the marker, and the clients made for them: whichever is doubled,
    else whichever is missing.
    """

    def counted(kept: Kept, marker: str) -> int:
        both = kept.having(kind, "metadata.marker", marker), kept.having("clients", "name", marker)
        return max(both) if max(both) > 1 else min(both)

    return counted


def _refunds(kept: Kept, marker: str) -> int:
    payment = kept.get(PAYMENTS, target_of(marker)) or {}
    return [each["reason"] for each in payment.get("refunds", ())].count(marker)


PAYMENTS, RECEIPTS, INVOICES = "payments, test", "receipts, test", "invoices, test"
NATURAL, KEYED, IDEMPOTENT, ONCE = Replay.NATURAL, Replay.KEYED, Replay.IDEMPOTENT, Replay.ONCE


def _metadata(marker: str) -> Mapping[str, str]:
    return {"marker": marker}


KINDS = (
    Kind(
        name="clients.upsert by RFC",
        replay=NATURAL,
        share=12,
        call=lambda gig, marker: gig.clients.upsert(
            on="tax_id", tax_id=rfc_of(marker), name=marker
        ),
        effects=_made("clients", "name"),
    ),
    Kind(
        name="clients.upsert by metadata",
        replay=NATURAL,
        share=8,
        call=lambda gig, marker: gig.clients.upsert(
            on="metadata.marker", metadata=_metadata(marker), name=marker
        ),
        effects=_made("clients", "name"),
    ),
    Kind(
        name="clients.upsert of one that is there",
        replay=NATURAL,
        share=6,
        call=lambda gig, marker: gig.clients.upsert(
            on="tax_id", tax_id=rfc_of(marker), phone=marker, update=True
        ),
        effects=_upserted,
        upon="client",
    ),
    Kind(
        name="payments.request",
        replay=KEYED,
        share=8,
        call=lambda gig, marker: gig.payments.request(
            client={"name": marker}, items=[ITEM], metadata=_metadata(marker)
        ),
        effects=_with_client(PAYMENTS),
    ),
    Kind(
        name="payments.register with a Match",
        replay=KEYED,
        share=6,
        call=lambda gig, marker: gig.payments.register(
            client=Match("tax_id", rfc_of(marker), name=marker),
            items=[ITEM],
            payment_form="03",
            metadata=_metadata(marker),
            idempotency_key=f"own key of {marker}",
        ),
        effects=_with_client(PAYMENTS),
    ),
    Kind(
        name="receipts.create",
        replay=KEYED,
        share=8,
        call=lambda gig, marker: gig.receipts.create(
            client={"name": marker}, items=[ITEM], metadata=_metadata(marker)
        ),
        effects=_with_client(RECEIPTS),
    ),
    Kind(
        name="clients.update",
        replay=IDEMPOTENT,
        share=6,
        call=lambda gig, marker: gig.clients.update(target_of(marker), phone=marker),
        effects=_is("clients", "phone"),
        upon="client",
    ),
    Kind(
        name="services.update",
        replay=IDEMPOTENT,
        share=4,
        call=lambda gig, marker: gig.services.update(target_of(marker), sku=marker),
        effects=_is("services", "sku"),
        upon="service",
    ),
    Kind(
        name="clients.delete",
        replay=IDEMPOTENT,
        share=4,
        call=lambda gig, marker: gig.clients.delete(target_of(marker)),
        effects=_gone("clients"),
        upon="client",
    ),
    Kind(
        name="services.delete",
        replay=IDEMPOTENT,
        share=4,
        call=lambda gig, marker: gig.services.delete(target_of(marker)),
        effects=_gone("services"),
        upon="service",
    ),
    Kind(
        name="payments.cancel",
        replay=IDEMPOTENT,
        share=3,
        call=lambda gig, marker: gig.payments.cancel(target_of(marker)),
        effects=_is(PAYMENTS, "status", "canceled"),
        upon="payment",
    ),
    Kind(
        name="receipts.cancel",
        replay=IDEMPOTENT,
        share=3,
        call=lambda gig, marker: gig.receipts.cancel(target_of(marker)),
        effects=_is(RECEIPTS, "status", "cancelled"),
        upon="receipt",
    ),
    Kind(
        name="invoices.cancel",
        replay=IDEMPOTENT,
        share=1,
        call=lambda gig, marker: gig.invoices.cancel(target_of(marker), motive="02"),
        effects=_is(INVOICES, "status", "canceled"),
        upon="invoice",
    ),
    Kind(
        name="clients.create",
        replay=ONCE,
        share=12,
        call=lambda gig, marker: gig.clients.create(name=marker),
        effects=_made("clients", "name"),
    ),
    Kind(
        name="services.create",
        replay=ONCE,
        share=10,
        call=lambda gig, marker: gig.services.create(description=marker, unit_price=1),
        effects=_made("services", "description"),
    ),
    Kind(
        name="income_invoices.create",
        replay=ONCE,
        share=1,
        call=lambda gig, marker: gig.income_invoices.create(
            client=CLIENT, items=[ITEM], metadata=_metadata(marker)
        ),
        effects=_made(INVOICES, "metadata.marker"),
    ),
    Kind(
        name="payments.mark_as_paid",
        replay=ONCE,
        share=4,
        call=lambda gig, marker: gig.payments.mark_as_paid(target_of(marker), payment_form="03"),
        effects=_is(PAYMENTS, "status", "succeeded"),
        upon="payment",
    ),
    Kind(
        name="payments.refund",
        replay=ONCE,
        share=6,
        call=lambda gig, marker: gig.payments.refund(
            target_of(marker), amount=PRICE, reason=marker
        ),
        effects=_refunds,
        upon="paid payment",
    ),
    Kind(
        name="webhooks.create",
        replay=ONCE,
        share=0.1,
        call=lambda gig, marker: gig.webhooks.create(
            url="https://example.org", events=[], description=marker
        ),
        effects=_made("webhooks", "description"),
    ),
)
"""The shares are chosen by what a call costs the sandbox: an invoice has a PDF, and each webhook
makes every event dearer.
"""
