"""What stands in a model or a mapping, read without trust: a value of an unexpected type is none.
Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from re import Pattern
from typing import Any, TypeVar

from .._core.model import Model
from .._core.shapes import is_mapping, is_sequence
from ..catalogs.code import Code

C = TypeVar("C", bound=Code)
MOST = Decimal("1e30")


def fields(value: object) -> Mapping[str, Any]:
    """The fields of a model or a mapping that are not None, by the API's names; none of anything
    else.
    """
    found = value.to_dict() if isinstance(value, Model) else value
    return (
        {name: each for name, each in found.items() if each is not None}
        if is_mapping(found)
        else {}
    )


def entries(value: object) -> Sequence[Any]:
    """The entries of a list; none of anything else."""
    return value if is_sequence(value) else ()


def number(value: object) -> Decimal | None:
    """The exact decimal of a number, or of one written as text; None of anything else, and of what
    no amount can be.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    try:
        found = Decimal(str(value))
    except (InvalidOperation, ValueError):
        return None
    return found if found.is_finite() and found.copy_abs() < MOST else None


def code(catalog: type[C], value: object) -> C | None:
    """The code of a catalogue, if CFDI 4.0 has it."""
    found = catalog.of(value)
    return found if isinstance(found, catalog) and found.in_cfdi40 else None


def capitals(text: object) -> str:
    """A text in capitals, as the SAT writes RFCs and names; nothing where it is none."""
    return text.upper() if isinstance(text, str) else ""


def fits(form: Pattern[str], value: object) -> bool:
    """Whether a value, if there is one, is a text of that form."""
    return value is None or (isinstance(value, str) and form.fullmatch(value) is not None)
