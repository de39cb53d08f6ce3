"""The parts of an invoice: identity, amounts, terms, and the faults of its items.

Chosen, where no source says: an invoice without a payment method is PUE, or PPD if its automation
makes complements; PPD has the payment form 99, PUE 03; the use is that of the client, else G03, S01
for a client without tax obligations, and G02 for a credit note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...call import Call
from ...resource import Resource
from ..shared.document_amounts import document_totals
from ..shared.line_amounts import net_amount
from ..shared.money import ZERO, decimal, number
from ..shared.seals import seal

DEFERRED = {"payment_and_complement", "ppd_invoice_and_complement"}
"""Automations that make complements, for which the invoice must be PPD."""

USES = {"I": "G03", "E": "G02", "P": "CP01"}
WITHOUT_OBLIGATIONS = "616"
PAYMENT_FORMS = {"PUE": "03", "PPD": "99"}


def new_identity(call: Call, invoice_type: str, fields: Mapping[str, Any]) -> Resource:
    """The fields that identify an invoice stamped now: UUID, time, team and stamp."""
    now, uuid = call.state.now_s(), call.state.new_uuid()
    return {
        "uuid": uuid,
        "id": uuid,
        "invoice_type": invoice_type,
        "created_at": now,
        "date": fields.get("date") or now * 1000,
        "livemode": call.key.livemode,
        "owner": "user_sandbox",
        "team": call.team,
        "from": "api",
        "stamp": {"sello": seal(uuid), "stamp_at": now * 1000, "provider": "Sandbox"},
        "verification_url": f"https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id={uuid}",
    }


def amounts(items: Sequence[Resource], currency: str) -> Resource:
    """The totals of an invoice."""
    totals = document_totals(items, currency)
    return {
        "total": number(totals.total),
        "subtotal": number(totals.subtotal),
        "taxes": number(totals.taxes),
        "withholding_taxes": number(totals.withheld),
        "discount": number(totals.discount),
    }


def terms(invoice_type: str, client: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """How an invoice is paid, and its use: as sent, else the defaults."""
    use = (
        fields.get("use")
        or (client.get("use") if invoice_type == "I" else None)
        or default_use(invoice_type, client)
    )
    if invoice_type == "P":
        return {"use": use, "payment_form": fields.get("payment_form")}
    deferred = invoice_type == "I" and fields.get("automation_type") in DEFERRED
    method = fields.get("payment_method") or ("PPD" if deferred else "PUE")
    return {
        "use": use,
        "payment_method": method,
        "payment_form": fields.get("payment_form") or PAYMENT_FORMS.get(method),
    }


def default_use(invoice_type: str, client: Mapping[str, Any]) -> str:
    """The use of an invoice that names none. Without obligations there is only one (CFDI40161)."""
    without_obligations = client.get("tax_system") == WITHOUT_OBLIGATIONS
    return "S01" if invoice_type == "I" and without_obligations else USES[invoice_type]


def item_faults(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """Why the SAT would refuse these items.

    Raises:
        Refusal: 400, an amount is not a number.
    """
    total = document_totals(items).total
    faults = [] if items else ["301: an invoice needs at least one item"]
    faults += [
        text for index, item in enumerate(items, start=1) for text in _line_faults(index, item)
    ]
    if total < ZERO:
        faults.append(f"301: the total of {total} is negative")
    return faults


def _line_faults(index: int, item: Mapping[str, Any]) -> list[str]:
    quantity = decimal(item.get("quantity"), decimal(1))
    rules = {
        f"301: item {index} has no description": item.get("description") is not None,
        f"301: item {index} has no unit_price": item.get("unit_price") is not None,
        f"301: the quantity of item {index} must be more than 0": quantity > ZERO,
        f"301: the unit_price of item {index} is negative": decimal(item.get("unit_price")) >= ZERO,
        f"301: the discount of item {index} is negative": decimal(item.get("discount")) >= ZERO,
        f"CFDI40169: the discount of item {index} is more than its amount": net_amount(item) >= ZERO
        or min(quantity, decimal(item.get("unit_price"))) < ZERO,
    }
    return [text for text, holds in rules.items() if not holds]
