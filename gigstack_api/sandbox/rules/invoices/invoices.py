"""Shared by all invoices: files, support documents, cancellation, search, e-mail, CFDI errors.

Chosen, where no source says: the SAT cancels at once; an invoice that valid documents relate to can
be cancelled only after them, unless they replace it; a substitute that does not relate with 04 is
accepted, and the message says so; `substitution_uuid` is ignored unless the motive is 01; a
cancelled invoice can be sent and its files fetched as before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import api_error
from ...resource import Resource
from ...spec import load
from ..shared import support_documents
from ..shared.lists import numbered_page, search_page
from . import balances, cfdi_errors
from .stamping import file_addresses
from .typed_invoices import find, query_filter

SEARCHED = ("uuid", "client.name", "client.legal_name", "client.tax_id")
ERRORS_LIMIT = 50
FILE_TYPES = ("pdf", "xml")
CANCELS_TO = {"valid": "cancelled"}
ACCEPTED = {
    "cancellation_status": "accepted",
    "cancellation_type": "normal",
    "code": "201",
    "requested_by": "user_sandbox",
}
"""The SAT's answer to a cancellation; 201 means that it was received."""

CANCELED = "Invoice canceled successfully"


def list_cfdi_errors(call: Call) -> Answer:
    errors = list(
        cfdi_errors.search(call.query.get("code"), call.query.get("q", ""), call.query.get("type"))
    )
    page, limit = call.query.get("page", 1), call.query.get("limit", ERRORS_LIMIT)
    data = numbered_page(errors, page, limit)["data"]
    counts = {"total": len(errors), "page": page, "limit": limit}
    return Answer(
        200,
        {
            **support_documents.success_envelope(call, data, "CFDI errors retrieved successfully"),
            **counts,
        },
    )


def get_invoice_files(call: Call) -> Answer:
    invoice, kind = find(call), call.query.get("file_type")
    if kind not in (None, *FILE_TYPES):
        raise api_error(
            400,
            "invalid_field_value",
            f"file_type must be {' or '.join(FILE_TYPES)}; leave it out for both",
        )
    files = {
        file_type: address
        for file_type, address in file_addresses(call, invoice).items()
        if kind in (None, file_type)
    }
    return Answer.of("Invoice files retrieved successfully", files)


def upload_invoice_support_document(call: Call) -> Answer:
    return support_documents.upload(call, "invoice", find(call)["id"])


def list_invoice_support_documents(call: Call) -> Answer:
    return support_documents.list_attached(call, find(call)["id"])


def search_invoices(call: Call) -> Answer:
    passes = query_filter(call)
    return Answer(
        200,
        search_page(
            call,
            [invoice for invoice in call.documents("invoices").values() if passes(invoice)],
            SEARCHED,
        ),
    )


def resend_invoice_email(call: Call) -> Answer:
    invoice = find(call)
    client: Mapping[str, Any] = (
        call.collection("clients").get(str(invoice["client"].get("id"))) or invoice["client"]
    )

    addresses = [client.get("email"), *(client.get("bcc") or ()), *call.body.get("emails", ())]
    recipients = list(dict.fromkeys(address for address in addresses if address))
    if not recipients:
        raise api_error(
            400,
            "missing_required_field",
            "The client has no email; send emails, or update the client",
        )

    attachments = [f"{invoice['series']}-{invoice['folio_number']}.{kind}" for kind in FILE_TYPES]
    return Answer.of(
        "Invoice sent successfully", {"recipients": recipients, "attachments": attachments}
    )


def cancel_invoice(call: Call) -> Answer:
    invoice, motive = find(call), call.body["motive"]
    check_motive(motive)
    check_cancelable(call, invoice)
    substitution = MOTIVES[motive](call, invoice)
    now = call.state.now_ms()
    invoice["status"] = CANCELS_TO[invoice["status"]]
    invoice["cancellation"] = {
        **ACCEPTED,
        "motive": motive,
        "requested_at": now,
        "cancelled_at": now,
        "last_checked": now,
        "substitution_uuid": substitution,
    }
    # Here too, where an official client reads it.
    invoice["cancellation_status"] = ACCEPTED["cancellation_status"]
    balances.update_balances(call, invoice)
    call.emit("invoice.canceled", invoice)
    return Answer.of(_cancellation_message(call, invoice), invoice)


def _cancellation_message(call: Call, invoice: Resource) -> str:
    """The message, which says if the substitute does not name the invoice that it replaces."""
    substitute = call.documents("invoices").get(invoice["cancellation"]["substitution_uuid"])
    if substitute is None or balances.replaces(substitute, invoice["uuid"]):
        return CANCELED
    return f"{CANCELED}, but its substitute does not relate to it with relationship 04"


def check_motive(motive: str) -> None:
    """Checks the motive of a cancellation.

    Raises:
        Refusal: 400, the SAT has no such motive.
    """
    if motive not in MOTIVES:
        known: Mapping[str, str] = load()["components"]["schemas"]["CancellationMotiveCode"][
            "x-values"
        ]
        raise api_error(
            400,
            "invalid_field_value",
            f"motive must be one of {', '.join(known)}",
            [f"{key}: {known[key]}" for key in known],
        )


def check_cancelable(call: Call, invoice: Resource) -> None:
    """Checks that the SAT would cancel an invoice.

    Raises:
        Refusal: 400, it is cancelled already, or other documents depend on it.
    """
    if invoice["status"] not in CANCELS_TO:
        raise api_error(
            400,
            "business_rule_violation",
            f"The invoice is already {invoice['status']}; only a valid one can be cancelled",
        )
    if depending := balances.dependent_documents(call, invoice):
        raise api_error(
            400,
            "business_rule_violation",
            "Cancel the complements, credit notes and other documents of the invoice first",
            [document["uuid"] for document in depending],
        )


def _find_substitution(call: Call, invoice: Resource) -> str:
    """The UUID of the invoice that replaces the cancelled one."""
    uuid = str(call.body.get("substitution_uuid", "")).lower()
    other = call.documents("invoices").get(uuid)
    if not uuid:
        raise api_error(
            400,
            "missing_required_field",
            "Motive 01 needs substitution_uuid: the UUID of the invoice that replaces it",
        )
    if other is None or other is invoice or other["status"] != "valid":
        text = (
            "substitution_uuid must be the UUID of another, valid invoice; create the new one first"
        )
        raise api_error(400, "business_rule_violation", text, [uuid])
    return uuid


def _no_substitution(_: Call, __: Resource) -> None:
    """None: these motives name no other invoice."""


MOTIVES: Mapping[str, Callable[[Call, Resource], str | None]] = {
    "01": _find_substitution,
    "02": _no_substitution,
    "03": _no_substitution,
    "04": _no_substitution,
}
"""How each motive finds the substitution."""

HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_cfdi_errors,
        get_invoice_files,
        upload_invoice_support_document,
        list_invoice_support_documents,
        search_invoices,
        resend_invoice_email,
        cancel_invoice,
    )
}
