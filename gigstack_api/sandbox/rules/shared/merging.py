"""Partial updates: a field that is not sent keeps its value."""

from __future__ import annotations

from collections.abc import Container, Mapping
from copy import deepcopy
from typing import Any, cast

from ...resource import Resource


def merged(
    kept: Mapping[str, Any],
    sent: Mapping[str, Any],
    *,
    groups: Container[str] | None = None,
    keep_empty: bool = False,
) -> Resource:
    """A copy of the fields kept, changed by those sent.

    Null clears a field, an object is merged, everything else (lists too) is replaced.

    Args:
        kept: The fields before; they are not changed.
        sent: The fields of the request.
        groups: The objects to merge, by name; the others, and objects inside of them, are
            replaced. By default every object at any depth is merged.
        keep_empty: Keeps an object that is empty after the change. By default it is removed.
    """
    result = dict(kept)
    for name, value in sent.items():
        if value is None:
            result.pop(name, None)
            continue
        new: Any = deepcopy(value)
        if isinstance(new, dict) and (groups is None or name in groups):
            new = merged(
                result.get(name) or {},
                cast("Resource", new),
                groups=None if groups is None else (),
                keep_empty=keep_empty,
            )
        if new == {} and not keep_empty:
            result.pop(name, None)
        else:
            result[name] = new
    return result
