"""The handlers of receipts.

Chosen, where no source says: a stamped receipt is `completed`, a cancelled one `cancelled`, and the
status filter takes the other names of these too; stamping answers with the invoice; an expired
receipt can be cancelled; a cancelled one can still be read.
"""

from __future__ import annotations

from ...call import Answer, Call, Handler
from ...errors import require
from ...resource import Resource
from ..customers import clients
from ..customers.embedded import dry_run_items, resolve_client, resolve_items
from ..shared.idempotency import answer_once
from ..shared.lists import list_page, search_page
from .creation import check_items, check_request, create
from .receipt_stamping import NOT_CANCELABLE, check_status, issue_invoice, shown, stamp_pending

SEARCHED = ("id", "client.name", "client.tax_id")

STAMPED = (
    "id",
    "uuid",
    "status",
    "client",
    "currency",
    "total",
    "subtotal",
    "taxes",
    "series",
    "folio_number",
    "payment_form",
    "payment_method",
    "files",
    "livemode",
    "created_at",
)
"""The fields of the invoice that the answer to a stamping shows."""

OTHER_NAMES = {
    "open": "pending",
    "invoiced": "completed",
    "stamped": "completed",
    "canceled": "cancelled",
}
"""Other names that sources have for a status."""


def list_receipts(call: Call) -> Answer:
    return Answer(
        200,
        list_page(
            call,
            all_receipts(call),
            "Receipts retrieved successfully",
            lambda receipt: _is_wanted(call, receipt),
        ),
    )


def search_receipts(call: Call) -> Answer:
    return Answer(200, search_page(call, all_receipts(call), SEARCHED))


def get_receipt(call: Call) -> Answer:
    return Answer.of("Receipt retrieved successfully", shown(call, find(call)))


def create_receipt(call: Call) -> Answer:
    key = call.body.get("idempotency_key")
    return answer_once(call, "receipts.create", key, lambda: _create(call))


def _create(call: Call) -> Answer:
    check_request(call)
    check_items(dry_run_items(call, call.body["items"]))
    client = resolve_client(call, call.body["client"])
    receipt = create(call, client, resolve_items(call, call.body["items"]), call.body)
    return Answer.of("Receipt created successfully", receipt, status=201)


def stamp_receipt(call: Call) -> Answer:
    invoice = issue_invoice(call, find(call), call.body)
    data = {name: invoice[name] for name in STAMPED if name in invoice}
    return Answer.of("Receipt stamped successfully", data)


def stamp_client_pending_receipts(call: Call) -> Answer:
    return Answer.of("Pending receipts processed", stamp_pending(call, clients.find(call)))


def cancel_receipt(call: Call) -> Answer:
    receipt = find(call)
    check_status(call, receipt, NOT_CANCELABLE)
    receipt["status"] = "cancelled"
    call.emit("receipt.deleted", receipt)
    return Answer.of("Receipt cancelled successfully", receipt)


def find(call: Call) -> Resource:
    """The receipt in the path, as it is stored.

    Raises:
        Refusal: 404, this team and mode have no such receipt.
    """
    return require(call.documents("receipts").get(call.path["id"]), "receipt")


def all_receipts(call: Call) -> list[Resource]:
    """All receipts as they are now."""
    return [shown(call, receipt) for receipt in call.documents("receipts").values()]


def _is_wanted(call: Call, receipt: Resource) -> bool:
    status, client_id = call.query.get("status"), call.query.get("client_id")
    of_status = status is None or OTHER_NAMES.get(status, status) == receipt["status"]
    return of_status and client_id in {None, receipt["client"].get("id")}


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_receipts,
        search_receipts,
        get_receipt,
        create_receipt,
        stamp_receipt,
        stamp_client_pending_receipts,
        cancel_receipt,
    )
}
