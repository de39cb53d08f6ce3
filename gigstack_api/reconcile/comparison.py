"""Whether what an answer shows is what was sent, tolerant of how the API spells it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import isclose
from typing import Any, TypeAlias

from .._core.model import Model
from .._core.places import at, shown
from .._core.shapes import is_list, is_mapping
from ..errors import Digest

CASELESS = frozenset({"bcc", "country", "currency", "email", "emails", "rfc", "tax_id"})
"""Fields that mean the same in capitals."""

MEXICO = frozenset({"mexico", "méxico", "mex", "mx"})
"""Spellings of one country: `Mexico` is documented to come back as `MEX`."""

NOT_ALWAYS_SHOWN = frozenset({"municipality"})
"""Fields that the documentation says are stored, and absent from newer answers."""

Difference: TypeAlias = tuple[str, bool]
"""A place where what is kept is not what was sent; and whether the answer shows that place at
all.
"""


def same(sent: object, kept: object, *, name: str = "") -> bool:
    """Whether two single values of the field `name` mean the same."""
    if isinstance(sent, Digest):
        return isinstance(kept, str) and Digest.of(kept) == sent
    if isinstance(sent, bool) or isinstance(kept, bool):
        return str(sent).lower() == str(kept).lower()
    left, right = _number(sent), _number(kept)
    if (
        left is not None
        and right is not None
        and not (isinstance(sent, str) and isinstance(kept, str))
    ):
        return isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    if not isinstance(sent, str) or not isinstance(kept, str):
        return sent == kept
    one, other = sent.strip(), kept.strip()
    if name not in CASELESS:
        return one == other
    one, other = one.casefold(), other.casefold()
    return one == other or (name == "country" and {one, other} <= MEXICO)


def differences(
    sent: object, kept: object, *, path: str = "", patched: Collection[str] = ()
) -> Iterator[Difference]:
    """Each place where what is kept is not what was sent. What the API adds is none; null and empty
    are the same.

    `patched` names lists whose entries are looked for by their id, among others.
    """
    name = path.rpartition(".")[2]
    if is_mapping(sent):
        if is_mapping(kept) or isinstance(kept, Model):
            for key, value in sent.items():
                yield from _of_field(
                    str(key), value, kept, f"{path}.{key}" if path else str(key), patched
                )
        elif not (_is_blank(sent) and _is_blank(kept)):
            yield path, True
    elif is_list(sent):
        yield from _of_list(sent, kept, path, patched)
    elif sent is None:
        if not _is_blank(kept):
            yield path, True
    elif not same(sent, _unlabelled(kept), name=name):
        yield path, not (kept is None and name in NOT_ALWAYS_SHOWN)


def _of_field(
    name: str, value: object, kept: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    known, found = shown(kept, name)
    if known or value is None:
        yield from differences(value, found, path=path, patched=patched)
    else:
        yield path, False


def _of_list(
    sent: Sequence[Any], kept: object, path: str, patched: Collection[str]
) -> Iterator[Difference]:
    """Single values may stand in any order; all else is compared one by one."""
    entries: Sequence[Any] = kept if is_list(kept) else ()
    if path in patched:
        for each in sent:
            found = next(
                (other for other in entries if same(at(each, "id"), at(other, "id"))), None
            )
            yield from differences(each, found, path=path)
    elif len(sent) != len(entries):
        yield path, True
    elif any(is_mapping(each) or is_list(each) for each in sent):
        for index, (each, other) in enumerate(zip(sent, entries, strict=True)):
            yield from differences(each, other, path=f"{path}[{index}]")
    elif not all(
        any(same(each, other, name=path.rpartition(".")[2]) for other in entries) for each in sent
    ):
        yield path, True


def _unlabelled(value: object) -> object:
    """The bare value of one that answers show with a label (`{"label": "Mes", "value":
    "month"}`).
    """
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
