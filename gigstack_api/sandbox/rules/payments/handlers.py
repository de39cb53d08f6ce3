"""The handlers of payments.

Chosen, where no source says: the processor of a payment marked as paid is `manual`, and its date is
not in the future; a refund leaves invoices and receipts unchanged and makes no credit note (stamp
an egress invoice for that), and emits `payment.updated`; without an amount all that is left is
refunded; the filter `pending` finds payments that are `requires_payment_method` too, as official
clients expect; the passing status `succeeded_` is seen by webhooks only.
"""

from __future__ import annotations

from ...call import Answer, Call, Handler
from ...errors import api_error
from ...resource import Resource
from ...texts import get_text
from ..customers import clients
from ..shared import support_documents
from ..shared.idempotency import answer_once
from ..shared.lists import list_page, search_page
from ..shared.money import ZERO, centavos, decimal, number
from . import automations
from .payment_requests import allowed_methods, collection_fields, create, dry_run
from .payment_updates import check_automation, client_patch, with_descriptions
from .steps import collect, find, next_status

SEARCHED = (
    "id",
    "client.name",
    "client.legal_name",
    "client.company",
    "client.tax_id",
    "client.email",
)
STATUSES = {"pending": ("pending", "requires_payment_method"), "canceled": ("cancelled",)}
"""The statuses that a filter finds, where they are not the one of that name."""

FILTERS = {
    "status": "status",
    "client_id": "client.id",
    "currency": "currency",
    "email": "client.email",
    "tax_id": "client.tax_id",
}
"""The place in a payment that each filter compares with."""


def list_payments(call: Call) -> Answer:
    payments = call.documents("payments").values()
    return Answer(
        200,
        list_page(
            call,
            payments,
            "Payments retrieved successfully",
            lambda payment: is_wanted(call, payment),
        ),
    )


def search_payments(call: Call) -> Answer:
    wanted = [
        payment for payment in call.documents("payments").values() if is_wanted(call, payment)
    ]
    return Answer(200, search_page(call, wanted, SEARCHED))


def get_payment(call: Call) -> Answer:
    return Answer.of("Payment retrieved successfully", find(call))


def request_payment(call: Call) -> Answer:
    key = call.body.get("idempotency_key")
    return answer_once(call, "payments.request", key, lambda: _request(call))


def _request(call: Call) -> Answer:
    allowed = [{"id": name} for name in allowed_methods(call)]
    fields = {"status": "requires_payment_method", "allowed_payment_methods": allowed}
    automations.check_request(call, dry_run(call, fields))
    payment = create(
        call, {**fields, "short_url": f"{call.base_url}/p/{call.state.new_id('link')}"}
    )
    return Answer.of("Payment requested", payment)


def register_payment(call: Call) -> Answer:
    key = call.body.get("idempotency_key")
    return answer_once(call, "payments.register", key, lambda: _register(call))


def _register(call: Call) -> Answer:
    fields = {**collection_fields(call, "api"), "status": "succeeded"}
    automations.check_runnable(call, dry_run(call, fields))
    payment = create(call, fields)
    automations.run(call, payment)
    call.emit("payment.succeeded", payment)
    return Answer.of("Payment registered", payment)


def mark_payment_as_paid(call: Call) -> Answer:
    return Answer.of("Payment marked as paid", collect(call, "manual"))


def refund_payment(call: Call) -> Answer:
    payment = find(call)
    whole = next_status(payment, "refunded")

    left = decimal(payment["total"]) - sum(
        (decimal(earlier["amount"]) for earlier in payment["refunds"]), ZERO
    )
    amount = decimal(call.body["amount"]) if "amount" in call.body else left
    if not ZERO < amount <= left or amount != centavos(amount):
        raise api_error(
            400,
            "invalid_field_value",
            f"amount must be more than 0, at most {left}, and in whole centavos",
        )

    refund = {
        "id": call.state.new_id("refund"),
        "amount": number(amount),
        "reason": call.body.get("reason"),
    }
    payment["refunds"].append(refund)
    payment["status"] = whole if amount == left else payment["status"]
    call.emit("payment.updated", payment)
    return Answer.of("Payment refunded", payment)


def cancel_payment(call: Call) -> Answer:
    payment = find(call)
    payment["status"] = next_status(payment, "cancelled")
    call.emit("payment.canceled", payment)
    return Answer.of("Payment canceled successfully", {})


def update_payment(call: Call) -> Answer:
    payment = find(call)
    if not any(call.body.get(name) for name in ("items", "automation_type", "client")):
        raise api_error(
            400, "missing_required_field", "Send at least one of items, automation_type or client"
        )

    patch = client_patch(payment, call.body.get("client", {}))
    changed = {
        **payment,
        "items": with_descriptions(payment["items"], call.body.get("items", ())),
        "client": clients.with_fields(payment["client"], patch),
        "automation_type": check_automation(call, payment, call.body.get("automation_type")),
    }

    starts = "automation_type" in call.body and payment["status"] == "succeeded"
    if starts:
        automations.check_runnable(call, changed)

    payment.update(changed)
    master = call.collection("clients").get(payment["client"]["id"])
    if patch and master is not None:
        clients.merge_into(master, patch)
        clients.reindex(call, master)
        call.emit("customer.updated", master)

    if starts and automations.is_automated(call, payment):
        call.emit("payment.updated", {**payment, "status": "succeeded_"})
        automations.run(call, payment)
    call.emit("payment.updated", payment)
    return Answer.of("Operation completed successfully", {})


def upload_payment_support_document(call: Call) -> Answer:
    return support_documents.upload(call, "payment", find(call)["id"])


def list_payment_support_documents(call: Call) -> Answer:
    return support_documents.list_attached(call, find(call)["id"])


def is_wanted(call: Call, payment: Resource) -> bool:
    """Whether a payment passes the filters of payments."""
    asked = {FILTERS[name]: value for name, value in call.query.items() if name in FILTERS}
    status = asked.pop("status", None)
    if status is not None and payment["status"] not in STATUSES.get(status, (status,)):
        return False
    return all(get_text(payment, place) == value for place, value in asked.items())


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_payments,
        search_payments,
        get_payment,
        request_payment,
        register_payment,
        mark_payment_as_paid,
        refund_payment,
        cancel_payment,
        update_payment,
        upload_payment_support_document,
        list_payment_support_documents,
    )
}
