"""The steps of a payment: which status leads to which, and the collection."""

from __future__ import annotations

from attrs import frozen

from ...call import Call
from ...errors import api_error, require
from ...resource import Resource
from . import automations
from .payment_requests import collection_fields


@frozen
class Step:
    """A change of status: the possible earlier ones, and the new one."""

    sources: tuple[str, ...]
    target: str


STEPS = {
    "marked as paid": Step(
        ("requires_payment_method", "pending", "processing", "failed"), "succeeded"
    ),
    "cancelled": Step(("requires_payment_method", "pending", "failed"), "cancelled"),
    "refunded": Step(("succeeded",), "refunded"),
}


def next_status(payment: Resource, step: str) -> str:
    """The status after a step.

    Raises:
        Refusal: 400, the step is not possible from the current status.
    """
    sources = STEPS[step].sources
    if payment["status"] not in sources:
        text = (
            f"The payment is {payment['status']} and cannot be {step}; "
            f"only one that is {' or '.join(sources)} can"
        )
        raise api_error(400, "operation_not_allowed", text)
    return STEPS[step].target


def find(call: Call) -> Resource:
    """The payment in the path.

    Raises:
        Refusal: 404, this team and mode have no such payment.
    """
    return require(call.documents("payments").get(call.path["id"]), "payment")


def collect(call: Call, processor: str) -> Resource:
    """Collects the payment in the path with this processor, and runs its automation.

    Raises:
        Refusal: 404, there is no such payment; 400, it can no longer be paid, or the SAT would not
            stamp its invoice.
    """
    payment = find(call)
    fields = {
        **collection_fields(call, processor),
        "status": next_status(payment, "marked as paid"),
    }
    automations.check_runnable(call, {**automations.with_linked_invoice(call, payment), **fields})
    payment.update(fields)
    automations.run(call, payment)
    call.emit("payment.succeeded", payment)
    return payment
