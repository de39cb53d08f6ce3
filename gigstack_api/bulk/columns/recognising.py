"""Which column holds which field, by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from ..._core.schema.undocumented import closest
from ...errors import InvalidArgumentError
from .folding import fold, without_remarks
from .mapping import REQUIRED, ColumnMap
from .names import names_of
from .paths import Resource, fields_for

PARTS: Mapping[str, tuple[str, ...]] = {
    "invoices": ("client", "items"),
    "payments": ("client", "items"),
    "receipts": ("items",),
}
"""Objects of which a column must hold a field."""


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
