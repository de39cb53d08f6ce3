"""Stamps receipts: when one may be invoiced, to whom, and its new status.

Chosen, where no source says: the invoice is dated within the last 72 hours, as the SAT demands; a
client deleted since is invoiced with the data in the receipt; of all pending receipts of a client,
those that fail stay pending and do not count as remaining.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...call import Call
from ...errors import Refusal, api_error
from ...resource import Resource
from ..invoices import stamping
from ..shared.rfc import FOREIGN_RFC, GENERIC_RFC, PUBLIC, check_rfc
from .global_items import global_items
from .periods import sat_period

MAX_STAMPED = 100
PAYMENTS = "payments of receipts"
OLDEST_MS = 72 * 3600 * 1000
GENERIC_RFCS = {
    "general_public_national": GENERIC_RFC,
    "general_public_foreign": FOREIGN_RFC,
}
NOT_STAMPABLE = {
    "completed": "The receipt is already stamped; its invoice is {invoice_id}",
    "cancelled": "The receipt is cancelled; create a new one",
    "expired": "The receipt has expired; it goes into the global invoice of its period",
}
NOT_CANCELABLE = {
    "completed": "The receipt is stamped; cancel its invoice {invoice_id}",
    "cancelled": "The receipt is already cancelled",
}
"""Why a receipt with that status cannot be stamped, or cancelled."""


def shown(call: Call, receipt: Resource) -> Resource:
    """A receipt as it is now. A pending one expires by the clock."""
    late = receipt["status"] == "pending" and call.state.now_s() > receipt["validUntil"]
    return {**receipt, "status": "expired"} if late else receipt


def check_status(call: Call, receipt: Resource, why_not: Mapping[str, str]) -> None:
    """Checks the status of a receipt against a table of reasons.

    Raises:
        Refusal: 400, the table has a reason against its status.
    """
    if (reason := why_not.get(shown(call, receipt)["status"])) is not None:
        raise api_error(
            400, "operation_not_allowed", reason.format(invoice_id=receipt.get("invoice_id"))
        )


def issue_invoice(call: Call, receipt: Resource, how: Mapping[str, Any]) -> Resource:
    """Stamps the income invoice of a pending receipt, and completes the receipt.

    `how` is the body of the request.

    Raises:
        Refusal: 400, the status, the date or the receiver forbids it, or the SAT would not stamp
            it.
    """
    check_status(call, receipt, NOT_STAMPABLE)

    config: Mapping[str, Any] = receipt.get("invoice_config") or {}
    client = receiver(call, receipt, how)
    is_global = how.get("stamp_to") == "general_public_national"
    items = global_items(receipt["id"], receipt["items"]) if is_global else receipt["items"]
    fields: dict[str, Any] = {
        "payment_method": "PUE",
        "use": client.get("use"),
        "series": config.get("serie"),
        "folio_number": config.get("folio"),
        "date": check_date(call, how.get("date", config.get("date"))),
        "global": global_period(receipt) if is_global else None,
        **{
            name: receipt.get(name)
            for name in ("currency", "exchange_rate", "payment_form", "metadata")
        },
    }

    known = {name: value for name, value in fields.items() if value is not None}
    payment_ids = (
        [call.documents(PAYMENTS)[receipt["id"]]["id"]]
        if receipt["id"] in call.documents(PAYMENTS)
        else []
    )
    invoice = stamping.stamp(call, "I", client, items, known, {"payments": payment_ids})

    for payment in (call.documents("payments").get(payment_id) for payment_id in payment_ids):
        if payment is not None:
            payment["invoices"].append(invoice["uuid"])
            payment.setdefault("invoice_id", invoice["uuid"])
            payment.setdefault("invoice", {"uuid": invoice["uuid"]})

    made = {"uuid": invoice["uuid"], "id": invoice["id"]}
    receipt |= {
        "status": "completed",
        "invoice": made,
        "invoice_id": invoice["id"],
        "invoiced_at": call.state.now_s(),
    }
    call.emit("receipt.updated", receipt)
    call.emit("receipt.completed", receipt)
    return invoice


def stamp_pending(call: Call, client: Resource) -> Resource:
    """Stamps the oldest pending receipts of a client and returns the outcomes.

    One call stamps at most `MAX_STAMPED`.
    """
    own = [
        receipt
        for receipt in call.documents("receipts").values()
        if receipt["client"].get("id") == client["id"]
    ]
    waiting = [receipt for receipt in own if shown(call, receipt)["status"] == "pending"]
    results = [
        {"id": receipt["id"], "status": _try_to_stamp(call, receipt)}
        for receipt in waiting[:MAX_STAMPED]
    ]
    stamped = sum(result["status"] == "stamped" for result in results)
    return {
        "stamped": stamped,
        "failed": len(results) - stamped,
        "remaining": len(waiting) - len(results),
        "results": results,
    }


def receiver(call: Call, receipt: Resource, how: Mapping[str, Any]) -> Resource:
    """The receiver of a receipt's invoice: its client or the general public.

    The fiscal information sent overrides its fields.

    Raises:
        Refusal: 400, there is no such `stamp_to`, or the RFC is malformed or not the generic one.
    """
    stamp_to = how.get("stamp_to", "client")
    sent: Mapping[str, Any] = how.get("fiscal_information") or {}
    check_rfc(sent.get("tax_id"))
    own = {name: sent[name] for name in ("legal_name", "tax_id", "tax_system") if name in sent}
    address = {"zip": sent["zip"]} if "zip" in sent else {}

    if stamp_to == "client":
        known: Resource = receipt["client"]
        client = call.collection("clients").get(known.get("id", ""), known)
        return {**client, **own, "address": {**(client.get("address") or {}), **address}}

    if stamp_to not in GENERIC_RFCS:
        raise api_error(
            400, "invalid_field_value", f"stamp_to must be one of client, {', '.join(GENERIC_RFCS)}"
        )
    rfc = GENERIC_RFCS[stamp_to]
    if own.get("tax_id", rfc) != rfc:
        text = (
            f"The RFC of {stamp_to} is {rfc}; "
            "leave fiscal_information.tax_id out, or stamp to client"
        )
        raise api_error(400, "invalid_field_value", text)

    address = {"zip": stamping.issuer(call)["zip"], **address}
    return {
        "legal_name": PUBLIC,
        "tax_system": "616",
        "use": "S01",
        **own,
        "tax_id": rfc,
        "address": address,
    }


def check_date(call: Call, date_ms: float | None) -> int | None:
    """The date of an invoice (Unix milliseconds); None for now.

    Raises:
        Refusal: 400, it is in the future, or more than 72 hours ago.
    """
    now = call.state.now_ms()
    if date_ms is not None and not now - OLDEST_MS <= date_ms <= now:
        text = (
            "date must be Unix milliseconds, within the last 72 hours and not in the future; "
            "leave it out for the current time"
        )
        raise api_error(400, "invalid_field_value", text)
    return None if date_ms is None else int(date_ms)


def global_period(receipt: Resource) -> Mapping[str, Any]:
    """The period of an invoice to the general public.

    The settings of the receipt may name one; else it is the receipt's own.
    """
    config: Mapping[str, Any] = receipt.get("invoice_config") or {}
    return config.get("global") or sat_period(receipt["periodicity"], receipt["created"])


def _try_to_stamp(call: Call, receipt: Resource) -> str:
    try:
        issue_invoice(call, receipt, {})
    except Refusal:
        return "failed"
    return "stamped"
