"""Makes the replies of the bench server and the bodies sent to it, from the documented examples of
`openapi.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from scripts.spec.model import load

PAGE_SIZES = (1, 10, 25, 50, 100)
UNKNOWN = {
    "folio_fiscal_hash": "b7c1f0e2a95d4c38",
    "approval": {"level": 2, "by": ["user_1234567890"]},
}
"""Fields that are in no schema, as a newer server sends them."""

Object: TypeAlias = dict[str, Any]
Json: TypeAlias = dict[str, Any] | list[Any] | str | float | None


def write(folder: Path) -> None:
    """Writes `client.json`, `invoice_body.json`, `calls.json`, and `invoices_N.json` for each page
    size, to a folder.
    """
    spec = load()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "client.json").write_bytes(
        as_bytes(_example(spec, "/clients", "post", "documented", status="201")["data"])
    )
    (folder / "invoice_body.json").write_bytes(as_bytes(invoice_body(spec, items=100)))
    (folder / "calls.json").write_bytes(as_bytes(for_openapi_generator(spec)))
    for size in PAGE_SIZES:
        (folder / f"invoices_{size}.json").write_bytes(as_bytes(invoice_page(spec, size=size)))


def as_bytes(document: Object) -> bytes:
    """Compact JSON, as a server writes it."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def for_openapi_generator(spec: Object) -> Object:
    """The spec without what OpenAPI Generator cannot read: open enums become strings, and webhooks
    are left out.

    From an open enum it generates a class that reads itself for ever, and from webhooks invalid
    Python.
    """
    simpler: Object = _with_plain_strings(
        {name: part for name, part in spec.items() if name != "webhooks"}
    )
    return simpler


def _with_plain_strings(node: Json) -> Any:
    if isinstance(node, dict):
        plain: Object = {name: _with_plain_strings(inner) for name, inner in node.items()}
        if {"type": "string"} in (kinds := plain.get("anyOf", [])):
            plain["anyOf"] = [kind for kind in kinds if "$ref" not in kind]
        return plain
    return [_with_plain_strings(item) for item in node] if isinstance(node, list) else node


def invoice_page(spec: Object, *, size: int) -> Object:
    """A page of full income invoices, each with three items and two unknown fields."""
    page = _example(spec, "/invoices/income", "get", "plausible")
    return {
        **page,
        "data": [_invoice(spec, number) for number in range(size)],
        "next": None,
        "has_more": False,
    }


def invoice_body(spec: Object, *, items: int) -> Object:
    """The body that creates an invoice with many items, each with taxes."""
    examples = spec["paths"]["/invoices/income"]["post"]["requestBody"]["content"][
        "application/json"
    ]["examples"]
    body: Object = examples["documented"]["value"]
    taxes = examples["with_search"]["value"]["items"][0]["taxes"]
    item = {**body["items"][0], "taxes": taxes}
    return {
        **body,
        "items": [
            {**item, "sku": f"CONS-{number:03}", "unit_price": 1500 + number}
            for number in range(items)
        ],
    }


def _invoice(spec: Object, number: int) -> Object:
    """One invoice with all fields of the examples of lists, creations and single invoices."""
    short = _example(spec, "/invoices/income", "get", "plausible")["data"][1]
    made = _example(spec, "/invoices/income", "post", "documented")["data"]
    full = _example(spec, "/invoices/income/{id}", "get", "plausible")["data"]
    draft = _example(spec, "/invoices/draft/{id}", "get", "plausible")["data"]
    client = {
        **_example(spec, "/clients", "post", "documented", status="201")["data"],
        **full["client"],
    }
    items = [*full["items"], *draft["items"], *full["items"]]
    own = {
        "uuid": f"12345678-1234-1234-1234-{number:012}",
        "folio_number": number,
        "metadata": draft["metadata"],
    }
    return {**short, **made, **full, **own, "client": client, "items": items, **UNKNOWN}


def _example(
    spec: Mapping[str, Any], path: str, method: str, name: str, *, status: str = "200"
) -> Object:
    answer = spec["paths"][path][method]["responses"][status]
    example: Object = answer["content"]["application/json"]["examples"][name]["value"]
    return example
