"""The automations of a payment: the invoices, complements and receipts it makes once paid.

Chosen, where no source says: without an automation nothing is made; older names do the same as the
newer ones, and are shown unchanged; `ppd_invoice_id` replaces the automation and must name a valid
PPD invoice of the same currency and RFC; the only client that cannot be invoiced is one without
RFC.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from ...call import Call
from ...errors import api_error, not_found
from ...resource import Resource
from ..invoices.stamping import (
    PAYMENT_ITEM,
    balance_after,
    check_payment_form,
    check_stampable,
    stamp,
    stamp_complement,
)
from ..receipts.creation import create

NONE = "none"
LINKS = "payment links"
INVOICING = {
    "pue_invoice": "pue",
    "payment": "pue",
    "stamp_invoice": "pue",
    "ppd_invoice_and_complement": "ppd",
    "payment_and_complement": "ppd",
}
NAMES = {**INVOICING, "receipt": "receipt", NONE: NONE}
"""The action of each `automation_type`."""

FOLIO = re.compile(r"[1-9][0-9]{0,14}")
INVOICE_FIELDS = ("currency", "exchange_rate", "metadata", "emails")
RECEIPT_FIELDS = ("currency", "exchange_rate", "metadata", "payment_form", "invoice_config")


def check_request(call: Call, payment: Resource) -> None:
    """Checks the automation of a payment that is not paid yet.

    Raises:
        Refusal: 400, there is no such automation or folio, or the PPD invoice does not take the
            payment; 404, there is no such invoice.
    """
    action(payment)
    series_fields(payment)
    if payment.get("ppd_invoice_id") is not None:
        find_owed_invoice(call, payment)


def check_runnable(call: Call, payment: Resource) -> None:
    """Checks that the automation of a payment can run now.

    Raises:
        Refusal: as `check_request`; 400 with cfdi_service_error, the SAT would not stamp it.
    """
    check_request(call, payment)
    ACTIONS[action(payment)].check(call, payment)


def run(call: Call, payment: Resource) -> None:
    """Runs the automation of a paid payment, and adds the documents it makes to the payment.

    The first invoice and receipt have names of their own too, which official clients read.
    """
    whole = with_linked_invoice(call, payment)
    ACTIONS[action(whole)].do(call, whole)
    for uuid in payment["invoices"][:1]:
        payment.update({"invoice": {"uuid": uuid}, "invoice_id": uuid})
    for receipt_id in payment["receipts"][:1]:
        payment["receipt_id"] = receipt_id


def is_automated(call: Call, payment: Resource) -> bool:
    """Whether a payment has an automation, or documents made by one."""
    return action(with_linked_invoice(call, payment)) != NONE or bool(
        payment["invoices"] or payment["receipts"]
    )


def link_invoice(call: Call, payment: Resource, invoice_id: str | None) -> None:
    """Stores the PPD invoice of a payment.

    It is stored apart, as payments document no field for it.
    """
    if invoice_id is not None:
        call.documents(LINKS)[payment["id"]] = {"ppd_invoice_id": invoice_id}


def with_linked_invoice(call: Call, payment: Resource) -> Resource:
    """A copy of the payment with its PPD invoice.

    Its lists are shared: what is added to them is added to the payment.
    """
    return {**payment, **call.documents(LINKS).get(payment["id"], {})}


def action(payment: Resource) -> str:
    """The action of a payment's automation.

    A client without RFC gets a receipt instead of an invoice.

    Raises:
        Refusal: 400, there is no such automation.
    """
    name = payment["automation_type"]
    if name not in NAMES:
        raise api_error(
            400,
            "invalid_field_value",
            f"automation_type must be one of {', '.join(NAMES)}",
            [str(name)],
        )
    if payment.get("ppd_invoice_id") is not None:
        return "link"
    return "receipt" if name in INVOICING and not payment["client"].get("tax_id") else NAMES[name]


def series_fields(payment: Resource) -> dict[str, Any]:
    """Series and folio for the invoice, if requested, under the names that invoices use.

    Raises:
        Refusal: 400, the folio is not a whole number.
    """
    config: Mapping[str, Any] = payment.get("invoice_config") or {}
    folio = config.get("folio")
    if folio is not None and not FOLIO.fullmatch(str(folio)):
        raise api_error(
            400,
            "invalid_field_value",
            "invoice_config.folio must be a whole number above 0",
            [str(folio)],
        )
    found = {"series": config.get("serie"), "folio_number": folio}
    return {name: value for name, value in found.items() if value}


def find_owed_invoice(call: Call, payment: Resource) -> Resource:
    """The PPD invoice of a payment, which can take the payment.

    Raises:
        Refusal: 404, there is no such invoice; 400, it is not a valid PPD invoice of that client
            and currency, or less is owed.
    """
    invoice = call.documents("invoices").get(payment["ppd_invoice_id"])
    if invoice is None or invoice["invoice_type"] != "I":
        raise not_found("invoice")
    if invoice["currency"] != payment["currency"]:
        raise api_error(
            400,
            "business_rule_violation",
            f"The invoice is in {invoice['currency']}; pay it in that currency",
        )
    if invoice["client"].get("tax_id") != payment["client"].get("tax_id"):
        raise api_error(
            400,
            "business_rule_violation",
            "The client of the payment must have the RFC of the invoice",
        )
    balance_after(invoice, payment["total"])
    return invoice


def _check_invoice(call: Call, payment: Resource) -> None:
    check_stampable(call, payment["client"], payment["items"], invoice_fields(payment, "PUE"))


def _check_deferred(call: Call, payment: Resource) -> None:
    check_payment_form(call, payment)
    _check_invoice(call, payment)


def _check_link(call: Call, payment: Resource) -> None:
    check_payment_form(call, payment)
    invoice = find_owed_invoice(call, payment)
    check_stampable(call, invoice["client"], [PAYMENT_ITEM], invoice, "P")


def _do_nothing(_: Call, __: Resource) -> None:
    """Neither checks nor does anything."""


def invoice_fields(payment: Resource, payment_method: str) -> dict[str, Any]:
    """The fields of a payment's invoice.

    A PPD invoice has no payment form yet; its complement has it.
    """
    form = {"payment_form": payment["payment_form"]} if payment_method == "PUE" else {}
    own = {name: payment[name] for name in INVOICE_FIELDS}
    return {**own, **form, "payment_method": payment_method, **series_fields(payment)}


def _stamp_invoice(
    call: Call, payment: Resource, payment_method: str, own: Mapping[str, Any]
) -> Resource:
    fields = invoice_fields(payment, payment_method)
    invoice = stamp(call, "I", payment["client"], payment["items"], fields, own)
    payment["invoices"].append(invoice["uuid"])
    return invoice


def _run_pue(call: Call, payment: Resource) -> None:
    _stamp_invoice(call, payment, "PUE", {"payments": [payment["id"]]})


def _run_ppd(call: Call, payment: Resource) -> None:
    _stamp_complement(call, payment, _stamp_invoice(call, payment, "PPD", {}))


def _run_link(call: Call, payment: Resource) -> None:
    _stamp_complement(call, payment, find_owed_invoice(call, payment))


def _stamp_complement(call: Call, payment: Resource, invoice: Resource) -> None:
    payment["invoices"].append(stamp_complement(call, invoice, payment["total"], payment)["uuid"])


def _create_receipt(call: Call, payment: Resource) -> None:
    fields = {name: payment[name] for name in RECEIPT_FIELDS if payment[name] is not None}
    receipt = create(call, payment["client"], payment["items"], fields, payment_id=payment["id"])
    payment["receipts"].append(receipt["id"])


@frozen
class Action:
    """The action of an automation, and the check that it can run."""

    check: Callable[[Call, Resource], None]
    do: Callable[[Call, Resource], None]


ACTIONS = {
    "pue": Action(_check_invoice, _run_pue),
    "ppd": Action(_check_deferred, _run_ppd),
    "link": Action(_check_link, _run_link),
    "receipt": Action(_do_nothing, _create_receipt),
    NONE: Action(_do_nothing, _do_nothing),
}
