"""Reads values of models and mappings; a value of an unexpected type counts as absent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from re import Pattern
from typing import Any, TypeVar

from .._core.schema.models import Model
from .._core.schema.types import is_mapping, is_sequence
from ..catalogs.code import Code

C = TypeVar("C", bound=Code)
LIMIT = Decimal("1e30")
"""Numbers from here on are not amounts; multiplying them could take forever."""


def fields(value: object) -> Mapping[str, Any]:
    """The fields of a model or mapping that are not None, by the API's names; else empty."""
    found = value.to_dict() if isinstance(value, Model) else value
    if not is_mapping(found):
        return {}
    return {name: field for name, field in found.items() if field is not None}


def entries(value: object) -> Sequence[Any]:
    """The entries of a list; empty for anything else."""
    return value if is_sequence(value) else ()


def number(value: object) -> Decimal | None:
    """The exact decimal of a number, or of a number written as text.

    None for anything else, and for numbers too large to be an amount.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    try:
        found = Decimal(str(value))
    except (InvalidOperation, ValueError):
        return None
    return found if found.is_finite() and found.copy_abs() < LIMIT else None


def code(catalog: type[C], value: object) -> C | None:
    """The member of a catalogue, if CFDI 4.0 has it."""
    found = catalog.of(value)
    return found if isinstance(found, catalog) and found.in_cfdi40 else None


def capitals(text: object) -> str:
    """A text in capitals, as the SAT writes RFCs and names; empty for anything else."""
    return text.upper() if isinstance(text, str) else ""


def fits(form: Pattern[str], value: object) -> bool:
    """Whether a value is None or a text of that form."""
    return value is None or (isinstance(value, str) and form.fullmatch(value) is not None)
