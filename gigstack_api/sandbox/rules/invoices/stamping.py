"""Stamping: makes an invoice with totals, folio, UUID and files of a client and items.

Chosen, where no source says: an invoice that is not stamped emits `invoice.failed`; only a valid
PPD invoice takes complements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any

from ...call import Call
from ...errors import Refusal, api_error
from ...resource import Resource
from ..shared.exchange_rates import rate_of
from ..shared.money import ZERO, decimal, in_currency, number
from . import balances, cfdi, cfdi_pdf
from .invoice_parts import amounts, item_faults, new_identity, terms
from .matrix import document_faults
from .pagos import Instalment, payment_xml

DEFAULT_SERIES = {"I": "A", "E": "NC", "P": "P", "RET": "RET"}
COPIED = (
    "exports",
    "addenda",
    "invoice_pdf_notes",
    "global",
    "related_documents",
    "complements",
    "namespaces",
    "metadata",
    "emails",
    "idempotency_key",
)
"""The fields of a request that the invoice shows unchanged."""

PAYMENT_ITEM = {
    "description": "Pago",
    "quantity": 1,
    "unit_price": 0,
    "product_key": "84111506",
    "unit_key": "ACT",
}
DEFAULT_FORM = "03"
TO_BE_DEFINED = "99"


def stamp(
    call: Call,
    invoice_type: str,
    client: Resource,
    items: Sequence[Resource],
    fields: Mapping[str, Any],
    own: Mapping[str, Any] | None = None,
) -> Resource:
    """Creates a stamped invoice with its files.

    `fields` come from the request, `own` overrides fields of the invoice.

    Raises:
        Refusal: 400, the SAT would not stamp it (cfdi_service_error), or an amount is not a number.
    """
    check_stampable(call, client, items, fields, invoice_type)

    series, folio = take_folio(call, invoice_type, fields)
    currency = fields.get("currency") or "MXN"
    invoice: Resource = {
        **new_identity(call, invoice_type, fields),
        **amounts(items, currency),
        **terms(invoice_type, client, fields),
        "client": deepcopy(client),
        "items": deepcopy(list(items)),
        "currency": currency,
        "exchange_rate": rate_of(call, currency, fields.get("exchange_rate")),
        "series": series,
        "folio_number": folio,
        "status": "valid",
        "payments": [],
        "invoices": [],
        "issuer_info": issuer(call),
        "payment_complements": 0,
        **{name: deepcopy(fields[name]) for name in COPIED if fields.get(name) is not None},
        **(own or {}),
    }

    call.documents("invoices")[invoice["uuid"]] = invoice
    balances.link_documents(call, invoice)
    invoice["files"] = store_files(call, invoice)
    call.emit("invoice.created", invoice)
    return invoice


def check_stampable(
    call: Call,
    client: Mapping[str, Any],
    items: Sequence[Resource],
    fields: Mapping[str, Any] | None = None,
    invoice_type: str = "I",
) -> None:
    """Checks that the SAT would stamp an invoice; emits `invoice.failed` if not.

    Raises:
        Refusal: 400, it would not (cfdi_service_error), or an amount is not a number.
    """
    fields = fields or {}
    faults = [
        *receiver_faults(call, client),
        *item_faults(items),
        *cfdi.sent_xml_faults(fields, items),
    ]
    if not call.state.lenient:
        now = call.state.now_s()
        faults += document_faults(
            client, items, fields, invoice_type, issuer=issuer(call), now_s=now
        )
    if faults:
        currency = fields.get("currency") or "MXN"
        call.emit("invoice.failed", failed_invoice(call, client, items, invoice_type, currency))
        raise stamping_error(faults)


def receiver_faults(call: Call, client: Mapping[str, Any]) -> list[str]:
    """Why the SAT would refuse a receiver."""
    faults: list[str] = []
    if not client.get("tax_id"):
        faults.append("CFDI40143: the receiver has no RFC")
    if str(client.get("tax_id")).upper() in call.state.efos:
        faults.append("CFDI40143: the RFC of the receiver is on the blacklist of the SAT")
    return faults


def stamping_error(faults: Sequence[str]) -> Refusal:
    """The refusal of a document that the SAT would not stamp.

    Its status is a guess: not a 5xx, since a retry would be refused too.
    """
    return api_error(
        400, "cfdi_service_error", f"The CFDI could not be stamped: {faults[0]}", faults
    )


def failed_invoice(
    call: Call,
    client: Mapping[str, Any],
    items: Sequence[Resource],
    invoice_type: str,
    currency: str,
) -> Resource:
    """An invoice that was not stamped, as its webhook shows it. It is not stored."""
    return {
        "id": call.state.new_id("invoice"),
        "uuid": None,
        "invoice_type": invoice_type,
        "status": "failed",
        "created_at": call.state.now_s(),
        "livemode": call.key.livemode,
        "team": call.team,
        "client": dict(client),
        "items": list(items),
        **amounts(items, currency),
    }


def take_folio(call: Call, invoice_type: str, fields: Mapping[str, Any]) -> tuple[str, int]:
    """Takes a folio: the requested one, else the next of the series. Returns series and folio.

    Live and test mode count apart.
    """
    name = str(fields.get("series") or DEFAULT_SERIES[invoice_type])
    mode = "live" if call.key.livemode else "test"
    series = call.collection("series").setdefault(name, {"series": name, "live": 0, "test": 0})
    folio = int(fields.get("folio_number") or series.get(mode, 0) + 1)
    series[mode] = max(series.get(mode, 0), folio)
    return name, folio


def issuer(call: Call) -> Resource:
    """The issuer of the team's documents."""
    team = call.state.team_resources[call.team]
    address: Mapping[str, Any] = team.get("address") or {}
    return {
        "legal_name": team.get("legal_name"),
        "tax_id": team.get("tax_id"),
        "tax_system": team.get("tax_system"),
        "zip": address.get("zip"),
    }


def store_files(call: Call, invoice: Resource) -> Resource:
    """Stores the PDF and the XML of an invoice, and returns their URLs."""
    call.state.store_file(
        f"{invoice['uuid']}.pdf", cfdi_pdf.pdf("CFDI de muestra", invoice), "application/pdf"
    )
    call.state.store_file(f"{invoice['uuid']}.xml", cfdi.xml(invoice), "application/xml")
    return file_addresses(call, invoice)


def file_addresses(call: Call, invoice: Resource) -> Resource:
    """The URLs of the files of an invoice, as the caller reaches the sandbox."""
    return {kind: f"{call.base_url}/files/{invoice['uuid']}.{kind}" for kind in ("pdf", "xml")}


def balance_after(invoice: Mapping[str, Any], amount: object) -> Decimal:
    """The balance of a PPD invoice after a payment.

    Raises:
        Refusal: 400, the invoice takes no payment, or not this amount.
    """
    paid = in_currency(decimal(amount), invoice["currency"])
    owed = decimal(invoice.get("last_balance"))
    rules = {
        "Only an invoice with payment_method PPD takes payment complements": invoice.get(
            "payment_method"
        )
        == "PPD",
        f"The invoice is {invoice.get('status')}; only a valid one takes payments": invoice.get(
            "status"
        )
        == "valid",
        f"A payment must be more than 0, not {paid}": paid > ZERO,
        f"The payment of {paid} is more than the balance of {owed}": paid <= owed,
    }
    for text, holds in rules.items():
        if not holds:
            raise api_error(400, "business_rule_violation", text)
    return owed - paid


def check_payment_form(call: Call, payment: Mapping[str, Any]) -> None:
    """Checks that a complement can name how a payment was made.

    Raises:
        Refusal: 400, its form is still to be defined (cfdi_service_error).
    """
    if not call.state.lenient and payment.get("payment_form") == TO_BE_DEFINED:
        raise stamping_error(["CRP20212: a payment cannot have the payment_form 99"])


def stamp_complement(
    call: Call, invoice: Resource, amount: object, payment: Mapping[str, Any]
) -> Resource:
    """Creates a payment complement of a PPD invoice, which lowers its balance.

    Raises:
        Refusal: 400, the invoice takes no payment or not this amount, or the SAT would not stamp
            it.
    """
    check_payment_form(call, payment)
    left = balance_after(invoice, amount)
    instalment = Instalment(
        number=len(balances.linked_documents(call, invoice, "P")) + 1,
        paid=in_currency(decimal(amount), invoice["currency"]),
        left=left,
        form=payment.get("payment_form") or DEFAULT_FORM,
        paid_at_s=payment.get("succeeded_at") or call.state.now_s(),
    )

    fields = {
        "payment_form": payment.get("payment_form"),
        "currency": invoice["currency"],
        "exchange_rate": invoice["exchange_rate"],
    }
    own = {
        "total": number(instalment.paid),
        "payments": [payment["id"]],
        "invoices": [invoice["uuid"]],
        "installments": instalment.number,
        "complements": [{"type": "pago20", "data": payment_xml(invoice, instalment)}],
    }

    document = stamp(call, "P", invoice["client"], [PAYMENT_ITEM], fields, own)
    if payment["id"] not in invoice["payments"]:
        invoice["payments"].append(payment["id"])
    return document
