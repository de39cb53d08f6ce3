"""Checks of the state of one resource: do they show that the write was carried out?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from .._core.schema.encoding import parse_timestamp
from .._core.schema.models import get_path
from .._core.schema.types import is_list
from .._core.sending.unknown_outcome import Sent
from .comparison import differences, is_same_value

CLOCK_SKEW_S = 300
"""How far the clocks of this machine and of the API may be apart (seconds)."""


@frozen
class Verdict:
    """Whether a write was carried out, and what that rests on.

    `settled` means that checking again later cannot change the verdict.
    """

    done: bool | None
    why: str
    settled: bool = False


StateCheck: TypeAlias = Callable[[Sent, Any], Verdict]
"""Takes what was sent and the resource as it is now, or None if it does not exist."""

NO_RESOURCE = Verdict(None, "the resource to change does not exist, or no longer", settled=True)


def earliest_s(sent: Sent) -> float:
    """The earliest creation time that the API can have recorded for a write (Unix seconds)."""
    return sent.first_at - CLOCK_SKEW_S


def deleted(sent: Sent, resource: Any) -> Verdict:
    """A deletion is done once the resource does not exist."""
    if resource is None:
        return Verdict(True, "the resource no longer exists")
    return Verdict(False, "the resource still exists")


def deleted_or_has(*statuses: str) -> StateCheck:
    """A deletion or cancellation is done once the resource is gone or has one of these statuses."""
    has_status = has_value(*statuses)

    def check(sent: Sent, resource: Any) -> Verdict:
        return deleted(sent, resource) if resource is None else has_status(sent, resource)

    return check


def has_value(
    *values: object, place: str = "status", unclear: Collection[object] = ()
) -> StateCheck:
    """A change of state is done once `place` has one of these values.

    A value that is `unclear`, or that the answer does not show, leaves the question open.
    """

    def check(sent: Sent, resource: Any) -> Verdict:
        if resource is None:
            return NO_RESOURCE
        value = get_path(resource, place)
        if value in values:
            return Verdict(True, f"its {place} is {value}")
        if value is None or value in unclear:
            return Verdict(None, f"its {place} is {value}, which is not conclusive")
        return Verdict(False, f"its {place} is {value}")

    return check


def updated(
    *,
    part: str = "",
    renamed: Mapping[str, str] | None = None,
    growing: Collection[str] = (),
    patched: Collection[str] = (),
) -> StateCheck:
    """An update is done once the resource, or a part of it, shows everything that was sent.

    Args:
        part: Dotted path of the part that is updated.
        renamed: Fields that answers spell differently.
        growing: Counters that grow by themselves; a value above the one sent is not conclusive.
        patched: Lists of which only the entries that were sent are changed.
    """
    spelled = renamed or {}

    def check(sent: Sent, resource: Any) -> Verdict:
        if resource is None:
            return NO_RESOURCE
        shown = get_path(resource, part) if part else resource
        fields = {spelled.get(name, name): value for name, value in sent.body.items()}
        found = list(differences(fields, {} if shown is None else shown, patched=patched))

        differing = sorted(place for place, is_shown in found if is_shown)
        if ahead := [
            place
            for place in differing
            if place in growing and (get_path(shown, place) or 0) > fields[place]
        ]:
            why = f"{', '.join(ahead)} has grown since, which is not conclusive"
            return Verdict(None, why, settled=True)
        if differing:
            return Verdict(False, f"not as sent: {', '.join(differing)}")

        unseen = sorted({place for place, _ in found} | (set(sent.names) - set(sent.body)))
        if unseen:
            why = f"no answer shows {', '.join(unseen)}; everything else is as sent"
            return Verdict(None, why, settled=True)
        return Verdict(True, "everything is as sent")

    return check


cancelled = deleted_or_has("canceled", "cancelled")
"""The cancellation of a document that is cancelled at once."""


def invoice_cancelled(sent: Sent, resource: Any) -> Verdict:
    """The cancellation of an invoice, which may have to wait for its receiver.

    It is done once the invoice is cancelled, or its cancellation was requested since the call.
    """
    verdict = cancelled(sent, resource)
    if verdict.done is not False:
        return NO_RESOURCE if resource is None else verdict
    state = get_path(resource, "cancellation.cancellation_status") or get_path(
        resource, "cancellation_status"
    )
    requested_at = parse_timestamp(get_path(resource, "cancellation.requested_at"))
    if not state and requested_at is None:
        return verdict
    if requested_at is not None and requested_at >= earliest_s(sent):
        return Verdict(True, f"its cancellation was requested at that time and is {state}")
    return Verdict(
        None, f"it has a cancellation ({state}), but nothing shows whether it is this one"
    )


def receipt_stamped(sent: Sent, resource: Any) -> Verdict:
    """A receipt is stamped once it is invoiced or names its invoice."""
    if resource is not None and any(
        get_path(resource, place) for place in ("invoice", "invoice_id", "invoiceId")
    ):
        return Verdict(True, "it has an invoice")
    return has_value("completed", "invoiced", "stamped")(sent, resource)


def draft_stamped(sent: Sent, resource: Any) -> Verdict:
    """A draft that still exists as a draft is not stamped.

    One that is gone may have been stamped or deleted: the API does not say.
    """
    if resource is None:
        why = "the draft is gone, stamped or deleted: look it up in the list of invoices"
        return Verdict(None, why, settled=True)
    if get_path(resource, "status") in {None, "draft", "pending"}:
        return Verdict(False, "it is still a draft")
    return Verdict(True, f"its status is {get_path(resource, 'status')}")


def refunded(sent: Sent, resource: Any) -> Verdict:
    """A full refund, which needs no amount, shows in the status of the payment.

    Of a partial one only the absence is certain, since refunds have no time.
    """
    if resource is None:
        return NO_RESOURCE
    amount, refunds = sent.body.get("amount"), get_path(resource, "refunds")
    status = get_path(resource, "status")
    if status == "refunded" and (
        amount is None or is_same_value(amount, get_path(resource, "total"))
    ):
        return Verdict(True, "the whole payment is refunded")
    if amount is None and status is not None:
        return Verdict(False, "a part of the payment is not refunded")
    if not is_list(refunds):
        return Verdict(None, "the payment does not show its refunds")

    shown = [get_path(refund, "amount") for refund in refunds]
    if any(value is None or is_same_value(amount, value) for value in shown):
        why = (
            "the payment has a refund that may be this one; refunds do not show when they were made"
        )
        return Verdict(None, why)
    return Verdict(False, "the payment has no refund of that amount")


def membership(*, joins: bool) -> StateCheck:
    """A member is added once the team lists it in the role that was sent.

    With `joins=False`: a member is removed once the team no longer lists it.
    """

    def check(sent: Sent, resource: Any) -> Verdict:
        members = get_path(resource, "members")
        if not is_list(members):
            if resource is None:
                return NO_RESOURCE
            return Verdict(None, "the team does not show its members", settled=True)

        user_id, role = sent.body.get("id"), sent.body.get("role")
        member = next((row for row in members if is_same_value(user_id, get_path(row, "id"))), None)
        if not joins:
            why = "not a member" if member is None else "still a member"
            return Verdict(member is None, why)
        if member is None:
            return Verdict(False, "not a member")
        if role is not None and not is_same_value(role, get_path(member, "role")):
            return Verdict(False, "a member in another role")
        return Verdict(True, "a member")

    return check


def sat_connected(sent: Sent, resource: Any) -> Verdict:
    """A CSD is uploaded once the team has connected to the SAT since the call."""
    if get_path(resource, "sat.completed") is not True:
        return has_value(place="sat.completed")(sent, resource)
    connected_at = parse_timestamp(get_path(resource, "sat.connected_at"))
    if connected_at is not None and connected_at >= earliest_s(sent):
        return Verdict(True, "the team was connected to the SAT at that time")
    return Verdict(
        None, "the team was connected to the SAT before; nothing shows which certificate it has"
    )


def setup_step(place: str, what: str) -> StateCheck:
    """A step of a setup is not done while `place` says so.

    Once it is done, it may have been done before the call.
    """

    def check(sent: Sent, resource: Any) -> Verdict:
        if get_path(resource, place) is True:
            why = f"there is {what}, but nothing shows whether it is this one"
            return Verdict(None, why, settled=True)
        return has_value(place=place)(sent, resource)

    return check
