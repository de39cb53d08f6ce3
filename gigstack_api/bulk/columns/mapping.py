"""The fields of a row, by the columns that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..._core.schema.data import Data
from ..errors import BadFileError, RowError
from ..rows.row import Row
from ..rows.row_file import is_blank
from .paths import Resource, fields_for
from .unfit import Unfit
from .values import Convert, converter, is_home, text_of

REQUIRED: Mapping[str, tuple[str, ...]] = {"services": ("description", "unit_price")}
"""Fields that every row must have."""


class ColumnMap(Data, frozen=True):
    """Which column holds which field.

    Args:
        resource: The resource of the fields.
        pairs: Columns and the paths of their fields, in the order of the columns.
        ignored: Columns that hold no field.
        problems: Sentences about what must be settled before anything is sent.
    """

    resource: Resource
    pairs: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def check(self) -> None:
        """Checks that nothing must be settled.

        Raises:
            BadFileError: something must.
        """
        if self.problems:
            raise BadFileError("; ".join(self.problems))

    def payload(self, row: Row) -> dict[str, Any]:
        """The fields of a row, as the API takes them. Empty cells are left out.

        A line of an invoice has its item in a list of one.

        Raises:
            RowError: a value cannot be converted, or a required one is missing.
        """
        found: dict[str, Any] = {}
        for step in steps(self.resource, self.pairs):
            value = row.values.get(step.column)
            if is_blank(value):
                if step.required:
                    raise row_error(row, step.column, f"{step.path[-1]} is required: fill it in")
                continue
            parent = _parent(found, step.path)
            try:
                if step.path[-1] == "zip" and not is_home(parent.get("country")):
                    converted: Any = text_of(value)
                else:
                    converted = step.convert(value)
            except Unfit as error:
                raise row_error(row, step.column, str(error)) from None
            if step.is_tax:
                _taxes(found, step.path).extend([] if converted is None else [converted])
            else:
                parent[step.path[-1]] = converted
        return found


class Step(Data, frozen=True):
    """How one column gets into the fields."""

    column: str
    path: tuple[str, ...]
    convert: Convert
    is_tax: bool
    required: bool


@cache
def steps(resource: Resource, pairs: tuple[tuple[str, str], ...]) -> tuple[Step, ...]:
    """How the columns get into the fields: countries first, since postal codes depend on them."""
    fields = fields_for(resource)
    found = [
        Step(
            column,
            tuple(path.split(".")),
            converter(path, fields.kinds.get(path), is_own=path not in fields.kinds),
            path not in fields.open and ".taxes." in f".{path}",
            path in REQUIRED.get(resource, ()),
        )
        for column, path in pairs
    ]
    return tuple(sorted(found, key=lambda step: step.path[-1] != "country"))


def _parent(found: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """The object that holds the last part of a path."""
    for part in path[:-1]:
        if part == "taxes":
            break
        inside = found.setdefault(part, [{}] if part == "items" else {})
        found = inside[0] if part == "items" else inside
    return found


def _taxes(found: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    taxes: list[Any] = _parent(found, path).setdefault("taxes", [])
    return taxes


def row_error(row: Row, column: str, problem: str) -> RowError:
    """The error about a cell."""
    return RowError(
        f"line {row.line}, column {column!r}: {problem}",
        row=row.number,
        line=row.line,
        column=column,
    )
