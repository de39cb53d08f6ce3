"""Which column holds which field, and the fields of a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ..._core.schema.data import Data
from ..._core.schema.undocumented import closest
from ...errors import InvalidArgumentError
from ..errors import BadFileError, RowError
from ..rows.row import Row
from ..rows.row_file import is_blank
from .folding import fold, without_remarks
from .names import names_of
from .paths import Resource, fields_for
from .unfit import Unfit
from .values import Convert, converter, is_home, text_of

REQUIRED: Mapping[str, tuple[str, ...]] = {"services": ("description", "unit_price")}
"""Fields that every row must have."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "invoices": ("client", "items"),
    "payments": ("client", "items"),
    "receipts": ("items",),
}
"""Objects of which a column must hold a field."""


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


def recognise(
    columns: Sequence[str], resource: Resource, overrides: Mapping[str, str] | None = None
) -> ColumnMap:
    """Which column holds which field of a resource.

    Columns are recognised by Spanish and English names and by the paths of the fields themselves;
    accents, case and punctuation do not matter. The names are those in `names.py`.

    Args:
        columns: Names of the columns.
        resource: `clients`, `services`, or `invoices`, `payments` and `receipts` by lines.
        overrides: Field paths by column, such as `{"Clave": "metadata.external_id"}`. An empty path
            ignores the column. They win over what is recognised.

    Raises:
        InvalidArgumentError: an override names a column or a field that does not exist, or two of
            them name one field.
    """
    forced = _overrides(columns, resource, overrides or {})
    paths = {
        column: forced[column] if column in forced else _recognised(column, resource)
        for column in columns
    }
    taken = {path for path in forced.values() if path}
    pairs = tuple(
        (column, path)
        for column, path in paths.items()
        if path and (column in forced or path not in taken)
    )
    mapped = {column for column, _ in pairs}
    ignored = tuple(column for column in columns if column not in mapped)
    return ColumnMap(resource, pairs, ignored, tuple(_problems(pairs, resource)))


def _overrides(
    columns: Sequence[str], resource: Resource, overrides: Mapping[str, str]
) -> dict[str, str]:
    fields = fields_for(resource)
    found: dict[str, str] = {}
    for column, path in overrides.items():
        known = column_named(column, columns)
        if path:
            fields.check(path)
        if path and path in found.values():
            raise InvalidArgumentError(f"two columns are mapped to {path}: choose one")
        found[known] = path
    return found


def column_named(name: str, columns: Sequence[str]) -> str:
    """The column that a name means; accents, case and punctuation do not matter.

    Raises:
        InvalidArgumentError: there is no such column.
    """
    if name in columns:
        return name
    known = next((column for column in columns if fold(column) == fold(name)), None)
    if known is None:
        meant = closest(name, columns)
        hint = f"did you mean {meant!r}?" if meant else f"columns are {', '.join(columns)}"
        raise InvalidArgumentError(f"there is no column {name!r}; {hint}")
    return known


def _recognised(column: str, resource: Resource) -> str | None:
    if column in fields_for(resource):
        return column
    names = known_names(resource)
    return names.get(fold(column)) or names.get(fold(without_remarks(column)))


@cache
def known_names(resource: Resource) -> Mapping[str, str]:
    """The field paths of a resource by the folded names of columns."""
    fields = fields_for(resource)
    found: dict[str, str] = {}
    for path, name in names_of(resource):
        if path in fields:
            found.setdefault(fold(name), path)
    last_parts = Counter(path.rpartition(".")[2] for path in fields.kinds)
    for path in fields.kinds:
        found.setdefault(fold(path), path)
        last = path.rpartition(".")[2]
        if last_parts[last] == 1:
            found.setdefault(fold(last), path)
    return found


def _problems(pairs: Sequence[tuple[str, str]], resource: Resource) -> list[str]:
    if not pairs:
        return ["no column was recognised: name the columns in the first row, or map them"]
    by_path: dict[str, list[str]] = {}
    for column, path in pairs:
        by_path.setdefault(path, []).append(column)
    problems = [
        f"the columns {' and '.join(map(repr, columns))} could all hold {path}: map one of them to"
        " it, or rename the others"
        for path, columns in by_path.items()
        if len(columns) > 1
    ]
    problems += [
        f"no column holds {path}: add one, or map one to it"
        for path in REQUIRED.get(resource, ())
        if path not in by_path
    ]
    problems += [
        f"no column holds a field of {part}: add one, or map one to {part}.NAME"
        for part in PARTS.get(resource, ())
        if not any(path.startswith(f"{part}.") for path in by_path)
    ]
    return problems
