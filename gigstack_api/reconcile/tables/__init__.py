"""How each write of the API is looked up, by the name of its operation. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..._core.operation import Route
from ..strategies import Way
from .documents import DOCUMENTS
from .records import RECORDS
from .unobservable import SILENT

WAYS: dict[str, Way] = {**DOCUMENTS, **RECORDS, **SILENT}
"""Every write is here; a test walks the spec."""


def kept_fields(route: Route[Any]) -> Collection[str]:
    """The fields of a body that its look-up compares: all else is forgotten when the answer is
    lost.
    """
    way = WAYS.get(route.name)
    if way is None:
        return ()
    return route.body if way.fields is None else way.fields
