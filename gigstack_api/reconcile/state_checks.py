"""What the state of one resource says of the write that was to change it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from .._core.moments import moment_s
from .._core.places import at
from .._core.shapes import is_list
from ..errors import Sent
from .comparison import differences, same

CLOCK_SKEW_S = 300
"""How far the clock of this machine and that of the API may be apart."""


@frozen
class Judgement:
    """Whether a write was done, and why one thinks so. `settled`: waiting cannot tell more."""

    done: bool | None
    why: str
    settled: bool = False


Judge: TypeAlias = Callable[[Sent, Any], Judgement]
"""Judges a write by its resource as it is now; None stands for one that is not there."""

NO_RESOURCE = Judgement(
    None, "what it was to change does not exist, or exists no more", settled=True
)


def since_s(sent: Sent) -> float:
    """The earliest time that the API can have noted for what a write made (Unix seconds)."""
    return sent.first_at - CLOCK_SKEW_S


def gone(sent: Sent, kept: Any) -> Judgement:
    """A deletion is done once there is nothing left."""
    return (
        Judgement(True, "it is not there any more")
        if kept is None
        else Judgement(False, "it is still there")
    )


def gone_or(*statuses: str, place: str = "status") -> Judge:
    """A deletion or cancellation is done once there is nothing left, or its status is one of
    these.
    """
    reached = becomes(*statuses, place=place)

    def judge(sent: Sent, kept: Any) -> Judgement:
        return gone(sent, kept) if kept is None else reached(sent, kept)

    return judge


def becomes(*values: object, place: str = "status", unclear: Collection[object] = ()) -> Judge:
    """A change of state is done once `place` has one of these values; what is `unclear`, or not
    shown, tells nothing.
    """

    def judge(sent: Sent, kept: Any) -> Judgement:
        if kept is None:
            return NO_RESOURCE
        value = at(kept, place)
        if value in values:
            return Judgement(True, f"its {place} is {value}")
        if value is None or value in unclear:
            return Judgement(None, f"its {place} is {value}, which does not tell")
        return Judgement(False, f"its {place} is {value}")

    return judge


def changed(
    *,
    part: str = "",
    renamed: Mapping[str, str] | None = None,
    growing: Collection[str] = (),
    patched: Collection[str] = (),
) -> Judge:
    """An update is done once the resource (or a `part` of it) shows all that was sent.

    Args:
        part: Dotted place of what is updated.
        renamed: Fields that answers spell differently.
        growing: Counters that go on by themselves; a higher one than was sent does not tell.
        patched: Lists of which only the entries that were sent are changed.
    """
    spelled = renamed or {}

    def judge(sent: Sent, kept: Any) -> Judgement:
        if kept is None:
            return NO_RESOURCE
        shown = at(kept, part) if part else kept
        fields = {spelled.get(name, name): value for name, value in sent.body.items()}
        found = list(differences(fields, {} if shown is None else shown, patched=patched))
        differing = sorted(place for place, is_shown in found if is_shown)
        if ahead := [
            place
            for place in differing
            if place in growing and (at(shown, place) or 0) > fields[place]
        ]:
            return Judgement(
                None, f"{', '.join(ahead)} went on since, which does not tell", settled=True
            )
        if differing:
            return Judgement(False, f"it is not as sent: {', '.join(differing)}")
        unseen = sorted({place for place, _ in found} | (set(sent.names) - set(sent.body)))
        if unseen:
            return Judgement(
                None,
                f"no answer shows what became of {', '.join(unseen)}; all else is as sent",
                settled=True,
            )
        return Judgement(True, "it is as sent")

    return judge


cancelled = gone_or("canceled", "cancelled")
"""Judges the cancellation of what is cancelled at once."""


def cancelled_invoice(sent: Sent, kept: Any) -> Judgement:
    """A cancellation is done once the invoice is cancelled, or waits for its receiver since the
    call.
    """
    judgement = cancelled(sent, kept)
    if judgement.done is not False:
        return NO_RESOURCE if kept is None else judgement
    state = at(kept, "cancellation.cancellation_status") or at(kept, "cancellation_status")
    asked_at = moment_s(at(kept, "cancellation.requested_at"))
    if not state and asked_at is None:
        return judgement
    if asked_at is not None and asked_at >= since_s(sent):
        return Judgement(True, f"its cancellation was requested then and is {state}")
    return Judgement(
        None, f"there is a cancellation of it ({state}), and nothing tells whether it is this one"
    )


def stamped_receipt(sent: Sent, kept: Any) -> Judgement:
    """A receipt is stamped once it is invoiced or names its invoice."""
    if kept is not None and any(
        at(kept, place) for place in ("invoice", "invoice_id", "invoiceId")
    ):
        return Judgement(True, "it has an invoice")
    return becomes("completed", "invoiced", "stamped")(sent, kept)


def stamped_draft(sent: Sent, kept: Any) -> Judgement:
    """A draft is not stamped while it is one; nobody says what a draft that is gone became."""
    if kept is None:
        why = "the draft is gone: stamped, or deleted; the list of invoices tells"
        return Judgement(None, why, settled=True)
    if at(kept, "status") in {None, "draft", "pending"}:
        return Judgement(False, "it is still a draft")
    return Judgement(True, f"its status is {at(kept, 'status')}")


def refunded(sent: Sent, kept: Any) -> Judgement:
    """A whole refund shows in the status; of a part, only its absence is certain, since refunds
    have no time.
    """
    if kept is None:
        return NO_RESOURCE
    amount, refunds = sent.body.get("amount"), at(kept, "refunds")
    if at(kept, "status") == "refunded" and same(amount, at(kept, "total")):
        return Judgement(True, "the whole payment is refunded")
    if not is_list(refunds):
        return Judgement(None, "the payment does not show its refunds")
    if any(at(each, "amount") is None or same(amount, at(each, "amount")) for each in refunds):
        return Judgement(
            None,
            "the payment has a refund that may be this one; refunds do not tell when they were made",
        )
    return Judgement(False, "the payment has no refund of that amount")


def member(*, joins: bool) -> Judge:
    """A member is added once the team has it, in the role that was sent; removed once the team has
    it no more.
    """

    def judge(sent: Sent, kept: Any) -> Judgement:
        members = at(kept, "members")
        if not is_list(members):
            return (
                NO_RESOURCE
                if kept is None
                else Judgement(None, "the team does not show its members", settled=True)
            )
        found = next((each for each in members if same(sent.body.get("id"), at(each, "id"))), None)
        role = sent.body.get("role")
        if not joins:
            return Judgement(
                found is None, "it is no member" if found is None else "it is still a member"
            )
        if found is None:
            return Judgement(False, "it is no member")
        if role is not None and not same(role, at(found, "role")):
            return Judgement(False, "it is a member in another role")
        return Judgement(True, "it is a member")

    return judge


def connected(sent: Sent, kept: Any) -> Judgement:
    """A CSD is uploaded once the team is connected to the SAT since the call."""
    if at(kept, "sat.completed") is not True:
        return becomes(place="sat.completed")(sent, kept)
    at_s = moment_s(at(kept, "sat.connected_at"))
    if at_s is not None and at_s >= since_s(sent):
        return Judgement(True, "it was connected to the SAT then")
    return Judgement(
        None, "it was connected to the SAT before; nothing tells which certificate it has"
    )


def there_already(place: str, what: str) -> Judge:
    """A step of a setup is not done while `place` says so; done, it may have been done before."""

    def judge(sent: Sent, kept: Any) -> Judgement:
        if at(kept, place) is True:
            return Judgement(
                None, f"there is {what}, and nothing tells whether it is this one", settled=True
            )
        return becomes(place=place)(sent, kept)

    return judge
