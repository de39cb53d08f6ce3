"""What an answer had that the spec does not know: tolerated, and told to who asks. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from .operation import Operation


@frozen
class Drift:
    """One place of an answer that is not what the spec says: `path` inside the answer, what was `expected`, what it `got`."""

    operation: str
    path: str
    expected: str
    got: object


OnDrift: TypeAlias = Callable[[Drift], object]


def drifts(operation: Operation[Any], document: Any) -> Iterator[Drift]:
    """Each drift of an answer."""
    for path, expected, got in operation.decode.drift(document):
        yield Drift(operation.route.name, path, expected, got)
