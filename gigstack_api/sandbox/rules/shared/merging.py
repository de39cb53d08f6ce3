"""Partial updates: what is left out stays. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from ...resource import Resource


def merged(kept: Mapping[str, Any], sent: Mapping[str, Any]) -> Resource:
    """The fields kept, changed by those sent: null clears one, a group is merged, all else (lists
    too) is replaced.

    A group that loses its last field is gone; an empty one changes nothing.
    """
    result = dict(kept)
    for name, value in sent.items():
        new = (
            merged(result.get(name) or {}, cast("Mapping[str, Any]", value))
            if isinstance(value, Mapping)
            else deepcopy(value)
        )
        if new is None or new == {}:
            result.pop(name, None)
        else:
            result[name] = new
    return result
