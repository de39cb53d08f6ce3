"""Compares what was sent with what an answer shows, tolerating how the API spells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import isclose
from typing import Any, TypeAlias

from .._core.model import Model
from .._core.places import at, shown
from .._core.shapes import is_list, is_mapping
from ..errors import Digest

CASELESS = frozenset({"bcc", "country", "currency", "email", "emails", "rfc", "tax_id"})
"""Fields whose values are compared without regard to case."""

MEXICO = frozenset({"mexico", "méxico", "mex", "mx"})
"""Spellings of one country: the docs say that `Mexico` comes back as `MEX`."""

NOT_ALWAYS_SHOWN = frozenset({"municipality"})
"""Fields that the docs describe as stored but that newer answers leave out."""

Difference: TypeAlias = tuple[str, bool]
"""The path of a value that is not as sent, and whether the answer shows that path at all."""


def is_same_value(sent: object, kept: object, *, name: str = "") -> bool:
    """Whether two single values of the field `name` mean the same."""
    if isinstance(sent, Digest):
        return isinstance(kept, str) and Digest.of(kept) == sent
    if isinstance(sent, bool) or isinstance(kept, bool):
        return str(sent).lower() == str(kept).lower()

    left, right = _number(sent), _number(kept)
    # Two strings are compared as text: "03" and "3" are different codes.
    are_texts = isinstance(sent, str) and isinstance(kept, str)
    if left is not None and right is not None and not are_texts:
        return isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    if not isinstance(sent, str) or not isinstance(kept, str):
        return sent == kept

    sent_text, kept_text = sent.strip(), kept.strip()
    if name not in CASELESS:
        return sent_text == kept_text
    sent_text, kept_text = sent_text.casefold(), kept_text.casefold()
    return sent_text == kept_text or (name == "country" and {sent_text, kept_text} <= MEXICO)


def differences(
    sent: object, kept: object, *, path: str = "", patched: Collection[str] = ()
) -> Iterator[Difference]:
    """Every path at which the kept value is not the one that was sent.

    Fields that the API adds do not count as differences, and null equals empty.

    Args:
        sent: The value that was sent.
        kept: The value that the answer shows.
        path: Path of the value within the body.
        patched: Paths of lists whose entries are matched by id, since the API keeps others too.
    """
    name = path.rpartition(".")[2]
    if is_mapping(sent):
        if is_mapping(kept) or isinstance(kept, Model):
            for key, value in sent.items():
                yield from _field_differences(
                    str(key), value, kept, f"{path}.{key}" if path else str(key), patched
                )
        elif not (_is_blank(sent) and _is_blank(kept)):
            yield path, True
    elif is_list(sent):
        yield from _list_differences(sent, kept, path, patched)
    elif sent is None:
        if not _is_blank(kept):
            yield path, True
    elif not is_same_value(sent, _unlabelled(kept), name=name):
        yield path, not (kept is None and name in NOT_ALWAYS_SHOWN)


def _field_differences(
    name: str, value: object, kept: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    known, found = shown(kept, name)
    if known or value is None:
        yield from differences(value, found, path=path, patched=patched)
    else:
        yield path, False


def _list_differences(
    sent: Sequence[Any], kept: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    """The differences of a list: scalars in any order, everything else entry by entry."""
    kept_entries: Sequence[Any] = kept if is_list(kept) else ()
    if path in patched:
        for entry in sent:
            found = next(
                (kept for kept in kept_entries if is_same_value(at(entry, "id"), at(kept, "id"))),
                None,
            )
            yield from differences(entry, found, path=path)
    elif len(sent) != len(kept_entries):
        yield path, True
    elif any(is_mapping(entry) or is_list(entry) for entry in sent):
        for index, (entry, kept_entry) in enumerate(zip(sent, kept_entries, strict=True)):
            yield from differences(entry, kept_entry, path=f"{path}[{index}]")
    else:
        name = path.rpartition(".")[2]
        if not all(
            any(is_same_value(entry, kept, name=name) for kept in kept_entries) for entry in sent
        ):
            yield path, True


def _unlabelled(value: object) -> object:
    """The bare value where the answer adds a label: `{"label": "Mes", "value": "month"}`."""
    return at(value, "value") if is_mapping(value) or isinstance(value, Model) else value


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
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(value) if isinstance(value, str) else None
    except ValueError:
        return None
