"""Loads the worked cases of `worked_cases.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import frozen

from scripts import yaml_files

DATA: dict[str, Any] = yaml_files.read(Path(__file__).with_name("worked_cases.yaml"))
TAXES: dict[str, dict[str, Any]] = DATA["taxes"]


@frozen(kw_only=True)
class Case:
    """Items, and their subtotal, discount, transferred taxes, withheld taxes and total."""

    name: str
    source: str
    arithmetic: str
    items: list[dict[str, Any]]
    totals: str


def tax(kind: str, rate: object, **more: Any) -> dict[str, Any]:
    return {"type": kind, "rate": rate, "factor": "Tasa", **more}


def item(price: object, *taxes: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"unit_price": price, "taxes": list(taxes), **more}


def _case(row: dict[str, Any]) -> Case:
    items = [_with_taxes(fields) for fields in row["items"]] * row.get("lines", 1)
    if step := row.get("unit_price_step"):
        items = [
            {**fields, "unit_price": round(number * step, 2)}
            for number, fields in enumerate(items, start=1)
        ]
    return Case(
        name=row["name"],
        source=DATA["sources"].get(row["source"], row["source"]),
        arithmetic=row["arithmetic"],
        items=items,
        totals=row["totals"],
    )


def _with_taxes(fields: dict[str, Any]) -> dict[str, Any]:
    """The item with the taxes that it refers to by name."""
    if "taxes" not in fields:
        return fields
    taxes = [TAXES[named] if isinstance(named, str) else named for named in fields["taxes"]]
    return {**fields, "taxes": taxes}


CASES = [_case(row) for row in DATA["cases"]]
