"""The kind of value that a column holds, so that texts stay texts and dates become dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from ...._core.schema.field_type import FieldType
from ...._core.schema.json import encode_json
from ...._core.schema.models import Model
from ...._core.schema.objects import fields_of
from ...._core.schema.types import is_list

Kind = Literal["text", "number", "whole", "boolean", "time_s", "time_ms"]
"""`time_s` and `time_ms` are Unix times, or texts in ISO 8601."""

Cell = str | bool | int | float | datetime | None

SEPARATOR = "; "
"""Stands between the texts of a list in one cell."""

LIMIT = 10**15
"""Whole numbers from here on lose digits in Excel; they become texts."""


def kinds_of(model: type[Model]) -> dict[str, Kind]:
    """The kinds of the fields of a model, by their paths. Others depend on their values."""
    return dict(_kinds(model, ""))


def _kinds(model: type[Model], prefix: str) -> Iterator[tuple[str, Kind]]:
    for name, kind in fields_of(model).items():
        cls = kind.cls
        if cls is not None and issubclass(cls, Model):
            yield from _kinds(cls, f"{prefix}{name}.")
        elif (found := _kind(kind)) is not None:
            yield f"{prefix}{name}", found


def _kind(kind: FieldType[object]) -> Kind | None:
    if kind.unit is not None:
        return "time_ms" if kind.unit == "ms" else "time_s"
    by_name: Mapping[str, Kind] = {
        "string": "text",
        "number": "number",
        "integer": "whole",
        "boolean": "boolean",
    }
    return by_name.get(kind.name)


def kind_of_value(value: object) -> Kind:
    """The kind of a column whose only known value is this one."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "whole"
    return "number" if isinstance(value, float) else "text"


def fitting(kind: Kind, value: object) -> Kind:
    """The kind of a column of some kind that holds this value too."""
    if kind == "text" or not isinstance(cell_of(value, kind), str):
        return kind
    return "number" if kind == "whole" and isinstance(value, float) else "text"


def cell_of(value: object, kind: Kind) -> Cell:
    """The cell of a value. One that is not of the kind becomes a text."""
    found = CELLS[kind](value)
    return text_of(value) if found is None and value is not None else found


def text_of(value: object) -> str:
    """A text of any JSON value. Texts in a list are joined; all else in it is JSON."""
    if isinstance(value, str):
        return value
    if is_list(value) and all(isinstance(part, str) for part in value):
        return SEPARATOR.join(value)
    return encode_json(value).decode()


def _time(unit: int, value: object) -> datetime | None:
    try:
        if isinstance(value, str):
            found = datetime.fromisoformat(value)
            return found.astimezone(UTC) if found.tzinfo else None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / unit, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if abs(value) < LIMIT else None


def _number(value: object) -> float | None:
    return value if isinstance(value, float) else _whole(value)


CELLS: Mapping[Kind, Callable[[object], Cell]] = {
    "text": lambda value: None,
    "number": _number,
    "whole": _whole,
    "boolean": lambda value: value if isinstance(value, bool) else None,
    "time_s": partial(_time, 1),
    "time_ms": partial(_time, 1000),
}
"""The cell of a value of a kind; None if it is not of that kind."""
