"""Stamping: from items and a client to an invoice with totals, folio, UUID and files. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from . import cfdi
from .call import Call
from .money import ZERO, decimal, document_totals, number
from .refusals import Refusal, coded
from .state import Resource

DEFAULT_SERIES = {"I": "A", "E": "NC", "P": "P", "RET": "RET"}
GENERIC_RFC = "XAXX010101000"
COPIED = ("use", "payment_form", "payment_method", "exports", "addenda", "invoice_pdf_notes", "global", "related_documents", "complements", "metadata", "emails", "idempotency_key")  # fmt: skip
"""Fields of a request that the invoice shows as they were sent."""


def stamped(call: Call, invoice_type: str, client: Resource, items: Sequence[Resource], fields: Mapping[str, Any]) -> Resource:
    """A new invoice, stamped and kept, with its files. `fields` are those of the request.

    Raises:
        Refusal: 500 with cfdi_service_error, the SAT would not stamp it.
    """
    check_stampable(call, client, items)
    totals = document_totals(items)
    series, folio = next_folio(call, invoice_type, fields)
    total = totals.total
    now, uuid = call.state.now_s(), call.state.new_uuid()
    deferred = fields.get("payment_method") == "PPD"
    invoice: Resource = {
        "uuid": uuid,
        "id": uuid,
        "client": deepcopy(client),
        "created_at": now,
        "date": now * 1000,
        "currency": fields.get("currency", "MXN"),
        "exchange_rate": fields.get("exchange_rate", 1),
        "total": number(total),
        "subtotal": number(totals.subtotal),
        "taxes": number(totals.taxes),
        "withholding_taxes": number(totals.withheld),
        "discount": number(totals.discount),
        "series": series,
        "folio_number": folio,
        "invoice_type": invoice_type,
        "status": "valid",
        "livemode": call.key.livemode,
        "owner": "user_sandbox",
        "team": call.team,
        "from": "api",
        "items": deepcopy(list(items)),
        "payments": [],
        "invoices": [],
        "stamp": {"sello": f"sandbox-{uuid[:8]}", "stamp_at": now * 1000, "provider": "Sandbox"},
        "verification_url": f"https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id={uuid}",
        "issuer_info": issuer(call),
        "last_balance": number(total if deferred else ZERO),
        "payment_complements": 0,
        **{name: deepcopy(fields[name]) for name in COPIED if name in fields},
    }
    invoice["files"] = keep_files(call, invoice)
    call.documents("invoices")[uuid] = invoice
    call.emit("invoice.created", invoice)
    return invoice


def check_stampable(call: Call, client: Mapping[str, Any], items: Sequence[Resource]) -> None:
    """Passes what the SAT would stamp.

    Raises:
        Refusal: 500 with cfdi_service_error, it would not.
    """
    faults = receiver_faults(call, client)
    if not items:
        faults.append("CFDI40101: an invoice needs an item")
    faults += [
        f"CFDI40162: item {number_of} has no {name}"
        for number_of, item in enumerate(items, start=1)
        for name in ("description", "unit_price")
        if item.get(name) is None
    ]
    if faults:
        raise unstampable(faults)


def receiver_faults(call: Call, client: Mapping[str, Any]) -> list[str]:
    """What the SAT has against a receiver."""
    faults: list[str] = []
    if not client.get("tax_id"):
        faults.append("CFDI40143: the receiver has no RFC")
    if str(client.get("tax_id")).upper() in call.state.efos:
        faults.append("CFDI40144: the RFC of the receiver is on the blacklist of the SAT")
    return faults


def unstampable(faults: Sequence[str]) -> Refusal:
    """The refusal of a document that the SAT would not stamp."""
    return coded(500, "cfdi_service_error", f"The CFDI could not be stamped: {faults[0]}", faults)


def next_folio(call: Call, invoice_type: str, fields: Mapping[str, Any]) -> tuple[str, int]:
    """Series and folio of a new document: those asked for, else the next of the series. Live and test are counted apart."""
    name = str(fields.get("series") or DEFAULT_SERIES[invoice_type])
    mode = "live" if call.key.livemode else "test"
    series = call.collection("series").setdefault(name, {"series": name, "live": 0, "test": 0})
    folio = int(fields.get("folio_number") or series.get(mode, 0) + 1)
    series[mode] = max(series.get(mode, 0), folio)
    return name, folio


def issuer(call: Call) -> Resource:
    """Who issues the documents of the team."""
    team = call.state.team_resources[call.team]
    address: Mapping[str, Any] = team.get("address") or {}
    return {
        "legal_name": team.get("legal_name"),
        "tax_id": team.get("tax_id"),
        "tax_system": team.get("tax_system"),
        "zip": address.get("zip"),
    }


def keep_files(call: Call, invoice: Resource) -> Resource:
    """The addresses of the PDF and the XML of an invoice, which can be fetched from now on."""
    name = f"{invoice['series']}-{invoice['folio_number']}-{invoice['uuid'][:8]}"
    call.state.keep_file(f"{name}.pdf", cfdi.pdf("CFDI de muestra", invoice), "application/pdf")
    call.state.keep_file(f"{name}.xml", cfdi.xml(invoice), "application/xml")
    return {kind: f"{call.base_url}/files/{name}.{kind}" for kind in ("pdf", "xml")}


def complement(call: Call, invoice: Resource, amount: object, payment: Mapping[str, Any]) -> Resource:
    """A payment complement for a PPD invoice, which lowers its balance.

    Raises:
        Refusal: 400, more is paid than is owed.
    """
    paid, owed = decimal(amount), decimal(invoice.get("last_balance"))
    if paid > owed:
        raise coded(400, "business_rule_violation", f"The payment of {paid} is more than the balance of {owed}")
    item = {"description": "Pago", "quantity": 1, "unit_price": 0, "product_key": "84111506", "unit_key": "ACT"}
    fields = {"payment_form": payment.get("payment_form"), "currency": invoice["currency"], "use": "CP01"}
    document = stamped(call, "P", invoice["client"], [item], fields)
    count = len(invoice["invoices"]) + 1
    document |= {"total": number(paid), "payments": [payment["id"]], "invoices": [invoice["uuid"]], "installments": count}
    invoice["invoices"].append(document["uuid"])
    invoice["payments"].append(payment["id"])
    invoice["last_balance"] = number(owed - paid)
    invoice["payment_complements"] = number(decimal(invoice["payment_complements"]) + paid)
    return document
