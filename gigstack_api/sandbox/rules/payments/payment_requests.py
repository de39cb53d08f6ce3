"""New payments: checked in a dry run before clients or services are created, then stored.

Chosen, where no source says: a team has Stripe unless its integrations say that it is not
completed; card and bank are allowed if no method is requested; the total of a payment is above 0,
and its items have text and price; a payment keeps its client as it was until the payment is
updated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from ...call import Call
from ...errors import api_error
from ...resource import Resource
from ..customers.embedded import dry_run_client, dry_run_items, resolve_client, resolve_items
from ..receipts.creation import check_items
from ..shared.document_amounts import document_totals
from ..shared.exchange_rates import rate_of
from ..shared.money import number
from .automations import NONE, link_invoice

METHODS = {"card": True, "oxxo": True, "stripe-spei": True, "spei": False, "bank": False}
"""The payment methods, and whether they need Stripe."""

CURRENCY = "MXN"
DEFAULT_METHODS = ("card", "bank")


def dry_run(call: Call, fields: Mapping[str, Any]) -> Resource:
    """The payment that `create` would give, without its id; nothing is created.

    `fields` are those that do not come from the request.

    Raises:
        Refusal: 404, there is no such client or service; 409, several match; 400, a field is not
            accepted.
    """
    items = dry_run_items(call, call.body["items"])
    linked = {"ppd_invoice_id": call.body.get("ppd_invoice_id")}
    return {**contents(call, dry_run_client(call, call.body["client"]), items), **linked, **fields}


def create(call: Call, fields: Mapping[str, Any]) -> Resource:
    """Creates a payment. Its client and services are found or created.

    Raises:
        Refusal: as `dry_run`.
    """
    items = resolve_items(call, call.body["items"])
    payment = {
        "id": call.state.new_id("payment"),
        **contents(call, resolve_client(call, call.body["client"]), items),
        **fields,
    }
    call.documents("payments")[payment["id"]] = payment
    link_invoice(call, payment, call.body.get("ppd_invoice_id"))
    call.emit("payment.created", payment)
    return payment


def contents(call: Call, client: Resource, items: Sequence[Resource]) -> Resource:
    """The fields of a payment with this request, whatever its status.

    Raises:
        Refusal: 400, there is no item, one lacks text or price, or the total is not above 0.
    """
    check_items(items)

    body = call.body
    currency = body.get("currency", CURRENCY)
    totals = document_totals(items, currency)
    if totals.total <= 0:
        raise api_error(400, "invalid_field_value", "The total of a payment must be more than 0")

    return {
        "client": deepcopy(client),
        "currency": currency,
        "exchange_rate": rate_of(call, currency, body.get("exchange_rate")),
        "payment_form": None,
        "total": number(totals.total),
        "subtotal": number(totals.subtotal),
        "taxes": number(totals.taxes - totals.withheld),
        "discount": number(totals.discount),
        "items": list(items),
        **{
            name: list[Any]()
            for name in ("invoices", "receipts", "refunds", "payments", "allowed_payment_methods")
        },
        "emails": body.get("emails", []),
        "invoice_config": body.get("invoice_config"),
        "metadata": body.get("metadata", {}),
        "idempotency_key": body.get("idempotency_key"),
        "automation_type": body.get("automation_type", NONE),
        "short_url": None,
        "payment_processor": None,
        "created_at": call.state.now_s(),
        "succeeded_at": None,
        "livemode": call.key.livemode,
        "team": call.team,
        "owner": "user_sandbox",
        "from": "api",
    }


def collection_fields(call: Call, processor: str) -> Resource:
    """The fields that say how and when the money was collected.

    Raises:
        Refusal: 400, the date is in the future.
    """
    now = call.state.now_s()
    date = call.body.get("date", now)
    if date > now:
        raise api_error(
            400, "invalid_field_value", "date must be in Unix seconds, and not in the future"
        )
    return {
        "payment_form": call.body["payment_form"],
        "payment_processor": processor,
        "succeeded_at": date,
    }


def allowed_methods(call: Call) -> list[str]:
    """The payment methods that the request allows.

    Raises:
        Refusal: 400, there is no such method, or the team lacks Stripe for it.
    """
    integrations: Mapping[str, Any] = call.state.team_resources[call.team].get("integrations") or {}
    stripe = integrations.get("stripe", {}).get("completed") is not False
    usual = [name for name in DEFAULT_METHODS if stripe or not METHODS[name]]
    asked = list(dict.fromkeys(call.body.get("allowed_payment_methods") or usual))
    if unknown := [name for name in asked if name not in METHODS]:
        raise api_error(
            400,
            "invalid_field_value",
            f"allowed_payment_methods must be among {', '.join(METHODS)}",
            unknown,
        )
    if not stripe and (blocked := [name for name in asked if METHODS[name]]):
        raise api_error(
            400,
            "operation_not_allowed",
            "These payment methods need a team with Stripe connected",
            blocked,
        )
    return asked
