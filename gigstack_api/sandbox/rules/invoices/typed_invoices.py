"""Income invoices, credit notes and payment complements.

Chosen, where no source says: a refused invoice leaves neither client nor service behind;
`automation_type` starts nothing and only decides whether the invoice is PPD; no e-mail is sent;
with `return_files_urls: false` the answer has no file URLs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import not_found
from ...resource import Resource
from ..customers.embedded import dry_run_client, dry_run_items, resolve_client, resolve_items
from ..shared.idempotency import answer_once
from ..shared.lists import list_page
from .stamping import check_stampable, stamp

SAME = {"stamped": "valid", "canceled": "cancelled"}
"""Other names of a status, and the one that the sandbox stores."""

FILTERS: Mapping[str, Callable[[Resource], Any]] = {
    "status": lambda invoice: invoice["status"],
    "client_id": lambda invoice: invoice["client"].get("id"),
    "series": lambda invoice: invoice["series"],
    "payment_method": lambda invoice: invoice.get("payment_method"),
}
"""The value that each filter compares with."""


def list_income_invoices(call: Call) -> Answer:
    return list_invoices(call, "I")


def get_income_invoice(call: Call) -> Answer:
    return Answer.of("Invoice retrieved successfully", find(call, "I"))


def create_income_invoice(call: Call) -> Answer:
    return create_invoice(call, "I")


def list_egress_invoices(call: Call) -> Answer:
    return list_invoices(call, "E")


def get_egress_invoice(call: Call) -> Answer:
    return Answer.of("Invoice retrieved successfully", find(call, "E"))


def create_egress_invoice(call: Call) -> Answer:
    return create_invoice(call, "E")


def list_payment_complement_invoices(call: Call) -> Answer:
    return list_invoices(call, "P")


def get_payment_complement_invoice(call: Call) -> Answer:
    return Answer.of("Invoice retrieved successfully", find(call, "P"))


def find(call: Call, invoice_type: str | None = None) -> Resource:
    """The invoice in the path. The UUID may be in capitals, as in the XML.

    Raises:
        Refusal: 404, this team and mode have no such invoice of that type.
    """
    invoice = call.documents("invoices").get(call.path["id"].lower())
    if invoice is None or invoice_type not in (None, invoice["invoice_type"]):
        raise not_found("invoice")
    return invoice


def list_invoices(call: Call, invoice_type: str) -> Answer:
    """One page of the invoices of a type."""
    invoices = call.documents("invoices").values()
    passes = query_filter(call)
    page = list_page(
        call,
        invoices,
        "Invoices retrieved successfully",
        wanted=lambda invoice: invoice["invoice_type"] == invoice_type and passes(invoice),
    )
    return Answer(200, page)


def query_filter(call: Call) -> Callable[[Resource], bool]:
    """A function that says whether an invoice passes the filters of the query."""
    asked = {name: call.query[name] for name in FILTERS if name in call.query}
    if "status" in asked:
        asked["status"] = SAME.get(asked["status"], asked["status"])
    invoice_id = str(call.query.get("invoice_id", "")).lower()

    def passes(invoice: Resource) -> bool:
        if "invoice_id" in call.query and invoice_id not in invoice["invoices"]:
            return False
        return all(FILTERS[name](invoice) == value for name, value in asked.items())

    return passes


def create_invoice(call: Call, invoice_type: str) -> Answer:
    """Creates a stamped invoice. A repeat with the same idempotency key returns the first answer.

    Raises:
        Refusal: 404, the client or a service does not exist; 409, several match, or the key was
            used with another body; 400 with cfdi_service_error, the SAT would not stamp it.
    """
    name, key = f"{invoice_type} invoices.create", call.body.get("idempotency_key")
    return answer_once(call, name, key, lambda: _create(call, invoice_type))


def _create(call: Call, invoice_type: str) -> Answer:
    sent = call.body
    check_stampable(
        call,
        dry_run_client(call, sent["client"]),
        dry_run_items(call, sent["items"]),
        sent,
        invoice_type,
    )

    invoice = stamp(
        call,
        invoice_type,
        resolve_client(call, sent["client"]),
        resolve_items(call, sent["items"]),
        sent,
    )

    hidden = {"files"} if sent.get("return_files_urls") is False else set[str]()
    shown = {field: value for field, value in invoice.items() if field not in hidden}
    return Answer.of("Invoice created successfully", {**shown, "status": "stamped"})


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_income_invoices,
        get_income_invoice,
        create_income_invoice,
        list_egress_invoices,
        get_egress_invoice,
        create_egress_invoice,
        list_payment_complement_invoices,
        get_payment_complement_invoice,
    )
}
