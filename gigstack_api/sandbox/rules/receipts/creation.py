"""New receipts, and the checks of what they may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from ...call import Call
from ...errors import api_error
from ...resource import Resource
from ..shared.document_amounts import document_totals
from ..shared.exchange_rates import rate_of
from ..shared.money import number
from .periods import PERIODS, last_second
from .receipt_stamping import PAYMENTS

PORTAL = "https://invoicing.gigstack.pro/autofactura?id="
COPIED = ("payment_form", "metadata", "idempotency_key", "invoice_config")
"""The fields of a request that the receipt shows unchanged."""


def create(
    call: Call,
    client: Resource,
    items: Sequence[Resource],
    fields: Mapping[str, Any],
    payment_id: str | None = None,
) -> Resource:
    """Creates a pending receipt.

    `fields` come from the request; `payment_id` names the payment it belongs to.
    """
    now, receipt_id = call.state.now_s(), call.state.new_id("receipt")
    config: Mapping[str, Any] = fields.get("invoice_config") or {}
    periodicity = fields.get("periodicity") or "month"
    currency = fields.get("currency") or "MXN"
    totals = document_totals(items, currency)

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
        "currency": currency,
        "exchange_rate": rate_of(call, currency, fields.get("exchange_rate")),
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


def check_request(call: Call) -> None:
    """Checks the period and the invoice settings of a new receipt.

    Raises:
        Refusal: 400, a field is not accepted.
    """
    config: Mapping[str, Any] = call.body.get("invoice_config") or {}
    folio, until, now = (
        config.get("folio"),
        config.get("validUntil"),
        call.state.now_s(),
    )
    faults = {
        f"periodicity: must be one of {', '.join(PERIODS)}": call.body.get("periodicity", "month")
        not in PERIODS,
        "invoice_config.folio: must be a whole number": folio is not None
        and not re.fullmatch(r"[0-9]{1,15}", str(folio)),
        "invoice_config.validUntil: must be Unix seconds in the future": until is not None
        and not now < until < 10**11,
    }
    if wrong := [text for text, is_so in faults.items() if is_so]:
        raise api_error(400, "validation_failed", "The request body is not valid", wrong)


def check_items(items: Sequence[Resource]) -> None:
    """Checks that an invoice can be made of these items.

    Raises:
        Refusal: 400, there are no items, one lacks its text or price, or their total is negative.
    """
    wrong = [] if items else ["items: at least one is required"]
    wrong += [
        f"items.{place}.{name}: required unless a service provides it"
        for place, item in enumerate(items)
        for name in ("description", "unit_price")
        if item.get(name) is None
    ]
    if not wrong and document_totals(items).total < 0:
        wrong = ["items: their total must not be negative"]
    if wrong:
        raise api_error(400, "validation_failed", "The request body is not valid", wrong)
