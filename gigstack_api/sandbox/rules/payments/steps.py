"""The steps of a payment: which status leads to which, and how it is collected."""

from __future__ import annotations

from attrs import frozen

from ...call import Call
from ...errors import api_error, not_found
from ...resource import Resource
from . import automations
from .payment_requests import collection_fields


@frozen
class Step:
    """A change of status: from which ones it is possible, and to which it leads."""

    sources: tuple[str, ...]
    target: str


STEPS = {
    "marked as paid": Step(
        ("requires_payment_method", "pending", "processing", "failed"), "succeeded"
    ),
    "canceled": Step(("requires_payment_method", "pending", "failed"), "canceled"),
    "refunded": Step(("succeeded",), "refunded"),
}


def next_status(payment: Resource, step: str) -> str:
    """The status that a step leads to.

    Raises:
        Refusal: 400, the payment is in none from which it is possible.
    """
    if payment["status"] not in STEPS[step].sources:
        text = f"A payment that is {payment['status']} cannot be {step}; one that is {' or '.join(STEPS[step].sources)} can"
        raise api_error(400, "operation_not_allowed", text)
    return STEPS[step].target


def find(call: Call) -> Resource:
    """The payment of the path.

    Raises:
        Refusal: 404, there is none in this team and mode.
    """
    payment = call.documents("payments").get(call.path["id"])
    if payment is None:
        raise not_found("payment")
    return payment


def collect(call: Call, processor: str) -> Resource:
    """The payment of the path, collected by that processor, with what its automation made.

    Raises:
        Refusal: 404, there is none; 400, it cannot be paid any more, or the SAT would not stamp its
            invoice.
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
