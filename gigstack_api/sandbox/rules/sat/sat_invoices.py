"""Invoices mirrored from the SAT.

They can be read, retried and rendered whether or not mass download is active. `from` and `to` are
compared as text with date and time of issue, as an official client warns: a bare day as `to`
excludes the invoices of that day. Chosen, where no source says: newest first, ten per page by
default; 400 for a PDF without an XML; a retry with nothing to fetch succeeds and costs nothing.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from attrs import evolve

from ...call import Answer, Call, Handler
from ...errors import api_error
from ...resource import Resource
from ..invoices import cfdi_pdf
from ..shared.lists import list_page
from .download_jobs import advance_requests
from .mirror import fetch_xml, find, sat_invoices, source

PAGING = {"limit": "limit", "next": "starting_after"}
"""The parameters' names in other lists, and in this one."""

FIELDS = ("direction", "status", "invoice_type")
PARTIES = {"issuer_rfc": "issuer", "receiver_rfc": "receiver"}


def list_sat_invoices(call: Call) -> Answer:
    advance_requests(call)
    query: dict[str, Any] = {"order_by": "issue_date"}
    query |= {ours: call.query[theirs] for ours, theirs in PAGING.items() if theirs in call.query}

    invoices = sat_invoices(call).values()
    call.state.assign_numbers(
        [invoice for invoice in invoices if invoice["direction"] == "received"]
    )  # apart: some issued may be known before
    numbers = call.state.assign_numbers(
        [invoice for invoice in invoices if invoice["direction"] == "issued"]
    )

    page = list_page(
        evolve(call, query=query, metadata={}),
        sorted(invoices, key=lambda invoice: numbers[invoice["id"]]),
        "SAT invoices retrieved successfully",
        wanted=lambda invoice: wanted(call, invoice),
    )

    cursor = {"next": page["next"]} if "next" in page else {}
    data = [shown(invoice) for invoice in page["data"]]
    return Answer(
        200, {"message": page["message"], "data": data, "has_more": page["has_more"], **cursor}
    )


def get_sat_invoice(call: Call) -> Answer:
    advance_requests(call)
    return Answer.of("SAT invoice retrieved successfully", shown(find(call)))


def retry_sat_invoice_xml(call: Call) -> Answer:
    advance_requests(call)
    charged = fetch_xml(call, find(call))
    message = "XML downloaded" if charged else "The XML is already available"
    return Answer.of(message, {"credit_charged": charged})


def generate_sat_invoice_pdf(call: Call) -> Answer:
    advance_requests(call)
    invoice = find(call)
    if not invoice["has_xml"]:
        text = (
            "The XML of the invoice is missing; "
            "fetch it first with POST /invoices/sat/{uuid}/retry-xml"
        )
        raise api_error(400, "business_rule_violation", text)
    content = cfdi_pdf.pdf("CFDI del SAT", source(call, invoice["uuid"]))
    return Answer(200, {"message": "PDF generated", "pdf": b64encode(content).decode()})


def wanted(call: Call, invoice: Resource) -> bool:
    """Whether an invoice passes the filters of the list."""
    asked = call.query
    if not asked.get("from", "") <= invoice["issue_date"] or (
        "to" in asked and invoice["issue_date"] > asked["to"]
    ):
        return False
    if any(asked[name] != invoice[name] for name in FIELDS if name in asked):
        return False
    return all(
        asked[name] == invoice[party]["rfc"] for name, party in PARTIES.items() if name in asked
    )


def shown(invoice: Resource) -> Resource:
    """A SAT invoice as the API shows it: its only id is the UUID."""
    return {name: value for name, value in invoice.items() if name != "id"}


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_sat_invoices,
        get_sat_invoice,
        retry_sat_invoice_xml,
        generate_sat_invoice_pdf,
    )
}
