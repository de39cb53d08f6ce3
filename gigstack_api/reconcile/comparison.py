"""Compares what was sent with what an answer shows, tolerating how the API spells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from math import isclose
from typing import Any, TypeAlias

from .._core.schema.models import Model, get_field, get_path
from .._core.schema.types import is_list, is_mapping
from .._core.sending.unknown_outcome import Digest

CASELESS = frozenset({"bcc", "country", "currency", "email", "emails", "rfc", "tax_id"})
"""Fields whose values are compared without regard to case."""

MEXICO = frozenset({"mexico", "méxico", "mex", "mx"})
"""Spellings of one country: the docs say that `Mexico` comes back as `MEX`."""

NOT_ALWAYS_SHOWN = frozenset({"municipality"})
"""Fields that the docs describe as stored but that newer answers leave out."""

Difference: TypeAlias = tuple[str, bool]
"""The path of a value that is not as sent, and whether the answer shows that path at all."""


def is_same_value(sent: object, stored: object, *, name: str = "") -> bool:
    """Whether two single values of the field `name` mean the same."""
    if isinstance(sent, Digest):
        return isinstance(stored, str) and Digest.of(stored) == sent
    if isinstance(sent, bool) or isinstance(stored, bool):
        return str(sent).lower() == str(stored).lower()

    left, right = _number(sent), _number(stored)
    # Two strings are compared as text: "03" and "3" are different codes.
    are_texts = isinstance(sent, str) and isinstance(stored, str)
    if left is not None and right is not None and not are_texts:
        return isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    if not isinstance(sent, str) or not isinstance(stored, str):
        return sent == stored

    sent_text, stored_text = sent.strip(), stored.strip()
    if name not in CASELESS:
        return sent_text == stored_text
    sent_text, stored_text = sent_text.casefold(), stored_text.casefold()
    return sent_text == stored_text or (name == "country" and {sent_text, stored_text} <= MEXICO)


def differences(
    sent: object, stored: object, *, path: str = "", patched: Collection[str] = ()
) -> Iterator[Difference]:
    """Every path at which the stored value is not the one that was sent.

    Fields that the API adds do not count as differences, and null equals empty.

    Args:
        sent: The value that was sent.
        stored: The value that the answer shows.
        path: Path of the value within the body.
        patched: Paths of lists whose entries are matched by id, since the API keeps others too.
    """
    name = path.rpartition(".")[2]
    if is_mapping(sent):
        if is_mapping(stored) or isinstance(stored, Model):
            for key, value in sent.items():
                yield from _field_differences(
                    str(key), value, stored, f"{path}.{key}" if path else str(key), patched
                )
        elif not (_is_blank(sent) and _is_blank(stored)):
            yield path, True
    elif is_list(sent):
        yield from _list_differences(sent, stored, path, patched)
    elif sent is None:
        if not _is_blank(stored):
            yield path, True
    elif not is_same_value(sent, _unlabelled(stored), name=name):
        yield path, not (stored is None and name in NOT_ALWAYS_SHOWN)


def _field_differences(
    name: str, value: object, stored: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    known, found = get_field(stored, name)
    if known or value is None:
        yield from differences(value, found, path=path, patched=patched)
    else:
        yield path, False


def _list_differences(
    sent: Sequence[Any], stored: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    """The differences of a list: scalars in any order, everything else entry by entry."""
    stored_entries: Sequence[Any] = stored if is_list(stored) else ()
    if path in patched:
        for entry in sent:
            found = next(
                (
                    row
                    for row in stored_entries
                    if is_same_value(get_path(entry, "id"), get_path(row, "id"))
                ),
                None,
            )
            yield from differences(entry, found, path=path)
    elif len(sent) != len(stored_entries):
        yield path, True
    elif any(is_mapping(entry) or is_list(entry) for entry in sent):
        for index, (entry, stored_entry) in enumerate(zip(sent, stored_entries, strict=True)):
            yield from differences(entry, stored_entry, path=f"{path}[{index}]")
    else:
        name = path.rpartition(".")[2]
        if not all(
            any(is_same_value(entry, row, name=name) for row in stored_entries) for entry in sent
        ):
            yield path, True


def _unlabelled(value: object) -> object:
    """The bare value where the answer adds a label: `{"label": "Mes", "value": "month"}`."""
    return get_path(value, "value") if is_mapping(value) or isinstance(value, Model) else value


def _is_blank(value: object) -> bool:
    if isinstance(value, Model):
        return not value.to_dict()
    return (
        value is None
        or value == ""
        or (is_list(value) and not value)
        or (is_mapping(value) and not value)
    )


def _number(value: object) -> float | None:
    if isinstance(value, (int, float, Decimal)):
        return float(value)
    try:
        return float(value) if isinstance(value, str) else None
    except ValueError:
        return None
