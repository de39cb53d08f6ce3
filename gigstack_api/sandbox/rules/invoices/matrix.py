"""The refusals of the SAT's matrix of errors by the document alone, by the rules of `fiscal`.

Only rules are shared with the SDK. Totals are computed by the sandbox's own code, and so is whether
amounts are possible (`item_faults`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ....fiscal import Finding, check_invoice
from ...resource import Resource
from .invoice_parts import terms

OWN = {
    "description_missing",
    "discount_negative",
    "discount_too_high",
    "no_items",
    "not_a_number",
    "price_missing",
    "price_negative",
    "quantity_not_positive",
    "rfc_missing",
    "total_negative",
}
"""Rules that the sandbox has itself, lenient or not."""


def document_faults(
    client: Mapping[str, Any],
    items: Sequence[Resource],
    fields: Mapping[str, Any],
    invoice_type: str,
    *,
    issuer: Resource,
    now_s: float,
) -> list[str]:
    """Why the SAT would refuse an invoice or a credit note: its code, the place, and the text."""
    if invoice_type not in {"I", "E"}:
        return []
    found = check_invoice(
        document(client, items, fields, invoice_type) | {"issuer_info": issuer},
        invoice_type="E" if invoice_type == "E" else "I",
        today=datetime.fromtimestamp(now_s, UTC).date(),
    )
    return [_fault(finding) for finding in found if _is_refused(finding)]


def document(
    client: Mapping[str, Any],
    items: Sequence[Resource],
    fields: Mapping[str, Any],
    invoice_type: str,
) -> Resource:
    """The document as it is checked: what is sent, with the terms that it will have.

    Its use is checked only if somebody chose it, the request or the client.
    """
    used = {"use": fields.get("use") or (client.get("use") if invoice_type == "I" else None)}
    return {
        **fields,
        **terms(invoice_type, client, fields),
        **used,
        "client": {
            name: value for name, value in client.items() if name not in {"id", "search", "use"}
        },
        "items": [
            {name: value for name, value in item.items() if name not in {"id", "search"}}
            for item in items
        ],
    }


def _is_refused(finding: Finding) -> bool:
    return finding.severity == "error" and finding.sat is not None and finding.code not in OWN


def _fault(finding: Finding) -> str:
    return f"{finding.sat}: {finding.path}: {finding.text_es}"
