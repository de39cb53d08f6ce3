"""Draft invoices.

Chosen, where no source says: a draft is shown and stamped with its client as it is now, and without
one if it was deleted; the folio number is the requested one, else 0; a change drops the preview,
which would be outdated, and only `get` shows it; `automation_type` starts nothing and only decides
whether the invoice is PPD, as for other invoices; live and test keys see their own drafts, and
drafts send no webhooks.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from attrs import evolve

from ...call import Answer, Call, Handler
from ...errors import api_error, require
from ...resource import Resource
from ..customers.embedded import dry_run_items, resolve_client, resolve_items
from ..shared.document_amounts import document_totals
from ..shared.exchange_rates import WITHOUT_RATE
from ..shared.idempotency import answer_once
from ..shared.lists import list_page
from ..shared.money import number
from . import cfdi_pdf
from .stamping import DEFAULT_SERIES, stamp

TYPES = ("I", "E")
FIELDS = (
    "invoice_type",
    "automation_type",
    "currency",
    "exchange_rate",
    "use",
    "payment_form",
    "payment_method",
    "series",
    "folio_number",
    "idempotency_key",
    "complements",
    "related_documents",
    "global",
    "exports",
    "invoice_pdf_notes",
    "addenda",
    "metadata",
    "send_email",
    "emails",
)
"""The fields that a draft stores unchanged."""

WATERMARK = "Sin Validez Fiscal"
LISTED_IN_MS = {"created_gte": 0, "created[gte]": 0, "created_lte": 999, "created[lte]": 999}
"""Filters in seconds, and the millisecond of that second that they include.

The times of drafts are in milliseconds.
"""


def list_draft_invoices(call: Call) -> Answer:
    bounds = {
        name: call.query[name] * 1000 + reach
        for name, reach in LISTED_IN_MS.items()
        if name in call.query
    }
    in_ms = evolve(call, query={**call.query, **bounds})
    page = list_page(in_ms, call.documents("drafts").values(), "Drafts retrieved successfully")
    return Answer(200, {**page, "data": [shown(call, draft) for draft in page["data"]]})


def get_draft_invoice(call: Call) -> Answer:
    draft = find(call)
    preview = {"preview": draft["preview"]} if "preview" in draft else {}
    return Answer.of("Draft retrieved successfully", {**shown(call, draft), **preview})


def create_draft_invoice(call: Call) -> Answer:
    key = call.body.get("idempotency_key")
    return answer_once(call, "draft_invoices.create", key, lambda: _create(call))


def _create(call: Call) -> Answer:
    now = call.state.now_ms()
    draft: Resource = {"id": call.state.new_id("draft"), "created_at": now, "updated_at": now}
    apply_fields(draft, resolve_fields(call, {"items": None, **call.body}))
    call.documents("drafts")[draft["id"]] = draft
    return Answer.of("Draft created", shown(call, draft))


def update_draft_invoice(call: Call) -> Answer:
    draft = find(call)
    apply_fields(
        draft,
        {**resolve_fields(call, call.body), "preview": None, "updated_at": call.state.now_ms()},
    )
    return Answer.of("Draft updated", shown(call, draft))


def delete_draft_invoice(call: Call) -> Answer:
    del call.documents("drafts")[find(call)["id"]]
    return Answer.of("Draft deleted", {})


def stamp_draft_invoice(call: Call) -> Answer:
    draft = shown(call, find(call))
    if lacking := missing_fields(draft):
        text = f"The draft cannot be stamped yet; update it with {', '.join(lacking)}"
        raise api_error(
            400, "missing_required_field", text, [f"{name}: required" for name in lacking]
        )
    invoice = stamp(call, draft["invoice_type"], draft["client"], draft["items"], draft)
    del call.documents("drafts")[draft["id"]]
    return Answer.of("Invoice stamped successfully", {**invoice, "status": "stamped"})


def preview_draft_invoice(call: Call) -> Answer:
    draft = find(call)
    draft["preview"] = b64encode(
        cfdi_pdf.pdf("Pre-factura", shown(call, draft), watermark=WATERMARK)
    ).decode()
    return Answer.of("Preview generated successfully", {"pdf": draft["preview"]})


def find(call: Call) -> Resource:
    """The draft in the path.

    Raises:
        Refusal: 404, this team and mode have no such draft; it may have been stamped.
    """
    return require(call.documents("drafts").get(call.path["id"]), "draft")


def resolve_fields(call: Call, sent: Mapping[str, Any]) -> Resource:
    """The fields of a draft as it stores them.

    The client becomes its id, items are completed from their services, and None clears a field.
    Clients and services may be created.

    Raises:
        Refusal: 400, there are no drafts of that type, or an amount is not a number; also as
            `resolve_client` and `resolve_items`.
    """
    if sent.get("invoice_type", TYPES[0]) not in TYPES:
        raise api_error(
            400, "invalid_field_value", f"invoice_type of a draft must be {' or '.join(TYPES)}"
        )
    fields: Resource = {name: deepcopy(sent[name]) for name in FIELDS if name in sent}
    document_totals(
        dry_run_items(call, sent.get("items") or ())
    )  # what is refused is refused before a client is made
    if "client" in sent:
        fields["client_id"] = (
            None if sent["client"] is None else resolve_client(call, sent["client"])["id"]
        )
    if "items" in sent:
        fields["items"] = resolve_items(call, sent["items"] or ())
    return fields


def apply_fields(draft: Resource, fields: Mapping[str, Any]) -> None:
    """Changes a draft in place and updates its totals. Fields are replaced; None clears one."""
    draft.update(fields)
    for name in [name for name, value in fields.items() if value is None]:
        del draft[name]
    totals = document_totals(draft["items"], draft.get("currency", "MXN"))
    draft |= {
        "total": number(totals.total),
        "subtotal": number(totals.subtotal),
        "discount": number(totals.discount),
    }


def shown(call: Call, draft: Resource) -> Resource:
    """A draft as answers show it, without its preview."""
    currency = draft.get("currency", "MXN")
    return {
        "draft": True,
        "status": "draft",
        "currency": currency,
        "exchange_rate": 1 if currency in WITHOUT_RATE else None,
        "series": DEFAULT_SERIES[draft["invoice_type"]],
        "folio_number": 0,
        "date": 0,
        "livemode": call.key.livemode,
        "owner": "user_sandbox",
        "team": call.team,
        "from": "api",
        **{name: value for name, value in draft.items() if name not in {"client_id", "preview"}},
        "client": call.collection("clients").get(draft.get("client_id", "")),
    }


def missing_fields(draft: Mapping[str, Any]) -> list[str]:
    """The fields that a draft, as answers show it, still needs before it can be stamped."""
    items: Sequence[Mapping[str, Any]] = draft["items"]
    lacking = [name for name in ("client", "items") if not draft[name]]
    lacking += [
        f"items.{index}.{name}"
        for index, item in enumerate(items)
        for name in ("description", "unit_price")
        if item.get(name) is None
    ]
    return lacking


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_draft_invoices,
        get_draft_invoice,
        create_draft_invoice,
        update_draft_invoice,
        delete_draft_invoice,
        stamp_draft_invoice,
        preview_draft_invoice,
    )
}
