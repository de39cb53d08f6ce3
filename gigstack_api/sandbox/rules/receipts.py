"""The rules of receipts. Pure.

Where the sources are silent: a receipt is `completed` once it is stamped and `cancelled` once it is
cancelled, and the status filter takes the other names of these too; stamping answers with the
invoice; an expired receipt can be cancelled; a cancelled one can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from ..call import Answer, Call, Handler
from ..refusals import coded, not_found
from ..state import Resource
from .idempotency import first_answer, keep_answer
from .inline import client_of, foreseen_items, items_of
from .lists import list_page, search_page
from .money import document_totals, number
from .periods import PERIODS, last_second
from .receipt_stamping import NOT_CANCELABLE, PAYMENTS, check_status, invoiced, shown

PORTAL = "https://invoicing.gigstack.pro/autofactura?id="
SEARCHED = ("id", "client.name", "client.tax_id")
COPIED = ("exchange_rate", "payment_form", "metadata", "idempotency_key", "invoice_config")
"""Fields of a request that the receipt shows as they were sent."""

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
"""What of the invoice the answer to a stamping shows."""

OTHER_NAMES = {
    "open": "pending",
    "invoiced": "completed",
    "stamped": "completed",
    "canceled": "cancelled",
}
"""What else sources call a status."""


def list_receipts(call: Call) -> Answer:
    return Answer(
        200,
        list_page(
            call,
            every(call),
            "Receipts retrieved successfully",
            lambda each: _is_wanted(call, each),
        ),
    )


def search_receipts(call: Call) -> Answer:
    return Answer(200, search_page(call, every(call), SEARCHED))


def get_receipt(call: Call) -> Answer:
    return Answer(
        200, {"message": "Receipt retrieved successfully", "data": shown(call, found(call))}
    )


def create_receipt(call: Call) -> Answer:
    key = call.body.get("idempotency_key")
    if (first := first_answer(call, "receipts.create", key)) is not None:
        return first
    check_fields(call)
    check_items(foreseen_items(call, call.body["items"]))
    client = client_of(call, call.body["client"])
    receipt = opened(call, client, items_of(call, call.body["items"]), call.body)
    answer = Answer(201, {"message": "Receipt created successfully", "data": receipt})
    return keep_answer(call, "receipts.create", key, answer)


def stamp_receipt(call: Call) -> Answer:
    invoice = invoiced(call, found(call), call.body)
    data = {name: invoice[name] for name in STAMPED if name in invoice}
    return Answer(200, {"message": "Receipt stamped successfully", "data": data})


def cancel_receipt(call: Call) -> Answer:
    receipt = found(call)
    check_status(call, receipt, NOT_CANCELABLE)
    receipt["status"] = "cancelled"
    call.emit("receipt.deleted", receipt)
    return Answer(200, {"message": "Receipt cancelled successfully", "data": receipt})


def found(call: Call) -> Resource:
    """The receipt of the path, as it is stored.

    Raises:
        Refusal: 404, there is none in this team and mode.
    """
    receipt = call.documents("receipts").get(call.path["id"])
    if receipt is None:
        raise not_found("receipt")
    return receipt


def every(call: Call) -> list[Resource]:
    """All receipts as they are now."""
    return [shown(call, each) for each in call.documents("receipts").values()]


def opened(
    call: Call,
    client: Resource,
    items: Sequence[Resource],
    fields: Mapping[str, Any],
    payment_id: str | None = None,
) -> Resource:
    """A new pending receipt, kept. `fields` are those of the request, `payment_id` is the payment
    it was made for.
    """
    now, receipt_id = call.state.now_s(), call.state.new_id("receipt")
    config: Mapping[str, Any] = fields.get("invoice_config") or {}
    periodicity = fields.get("periodicity") or "month"
    totals = document_totals(items, fields.get("currency") or "MXN")
    receipt: Resource = {
        "id": receipt_id,
        "client": {
            name: client[name]
            for name in ("id", "name", "legal_name", "tax_id")
            if client.get(name)
        },
        "status": "pending",
        "total": number(totals.total),
        "subtotal": number(totals.subtotal),
        "taxes": number(totals.taxes - totals.withheld),
        "currency": fields.get("currency") or "MXN",
        "periodicity": periodicity,
        "created": now,
        "created_at": now,
        "validUntil": int(config.get("validUntil") or last_second(periodicity, now)),
        "url": f"{PORTAL}{receipt_id}",
        "items": deepcopy(list(items)),
        "livemode": call.key.livemode,
        "team": call.team,
        **{name: deepcopy(fields[name]) for name in COPIED if fields.get(name) is not None},
    }
    call.documents("receipts")[receipt_id] = receipt
    if payment_id is not None:
        call.documents(PAYMENTS)[receipt_id] = {"id": payment_id}
    call.emit("receipt.created", receipt)
    return receipt


def check_fields(call: Call) -> None:
    """Passes a new receipt with a known period and settings that an invoice can have.

    Raises:
        Refusal: 400, it is another.
    """
    config: Mapping[str, Any] = call.body.get("invoice_config") or {}
    currency, folio, until, now = (
        call.body.get("currency", "MXN"),
        config.get("folio"),
        config.get("validUntil"),
        call.state.now_s(),
    )
    faults = {
        "exchange_rate: required for a currency that is not MXN": currency != "MXN"
        and not call.body.get("exchange_rate"),
        f"periodicity: must be one of {', '.join(PERIODS)}": call.body.get("periodicity", "month")
        not in PERIODS,
        "invoice_config.folio: must be a whole number": folio is not None
        and not re.fullmatch(r"[0-9]{1,15}", str(folio)),
        "invoice_config.validUntil: must be Unix seconds yet to come": until is not None
        and not now < until < 10**11,
    }
    if wrong := [text for text, is_so in faults.items() if is_so]:
        raise coded(400, "validation_failed", "The request body is not valid", wrong)


def check_items(items: Sequence[Resource]) -> None:
    """Passes items that an invoice can be made of.

    Raises:
        Refusal: 400, there is none, one lacks its text or its price, or they come to less than
            nothing.
    """
    wrong = [] if items else ["items: at least one is needed"]
    wrong += [
        f"items.{place}.{name}: required where no service gives it"
        for place, item in enumerate(items)
        for name in ("description", "unit_price")
        if item.get(name) is None
    ]
    if not wrong and document_totals(items).total < 0:
        wrong = ["items: their total must not be below 0"]
    if wrong:
        raise coded(400, "validation_failed", "The request body is not valid", wrong)


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
        cancel_receipt,
    )
}
