"""The strategy to look up each write of the API, by the name of its operation."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..._core.operations.route import Route
from ..strategies import Strategy, Unobservable
from .documents import DOCUMENTS
from .records import RECORDS
from .unobservable import UNOBSERVABLE

STRATEGIES: dict[str, Strategy] = {**DOCUMENTS, **RECORDS, **UNOBSERVABLE}
"""By the name of the operation. A write that is not here gets `UNKNOWN`."""
UNKNOWN = Unobservable(
    "the SDK does not know how to look this operation up; read what it would have changed"
)


def compared_fields(route: Route[Any]) -> Collection[str]:
    """The fields of a body that its lookup compares.

    All others are dropped when the answer is lost.
    """
    strategy = STRATEGIES.get(route.name)
    if strategy is None:
        return ()
    return route.body if strategy.fields is None else strategy.fields
