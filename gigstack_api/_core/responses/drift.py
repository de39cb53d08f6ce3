"""What an answer had that the spec does not know: tolerated, and told to who asks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from ..operations.operation import Operation
from ..schema.redaction import told

log = logging.getLogger("gigstack_api")


@frozen
class Drift:
    """One place of an answer that is not what the spec says: `path` inside the answer, what was
    `expected`, what it `got`.

    Printed, it shows the type of what came rather than the value, which may be personal. Of a
    secret, `got` is `***`.
    """

    operation: str
    path: str
    expected: str
    got: object

    @property
    def shown(self) -> str:
        """What came, as a text may hold it. Kinds with capitals are enums: their values are no
        personal data.
        """
        return told(self.got, is_code=self.expected[:1].isupper())

    def __repr__(self) -> str:
        return f"Drift({self.operation!r}, {self.path!r}, expected={self.expected!r}, got={self.shown})"


OnDrift: TypeAlias = Callable[[Drift], object]
"""Is told of each drift. What it raises is logged and goes no further: the call was carried out,
and its value is not lost.
"""


def drifts(operation: Operation[Any], document: Any) -> Iterator[Drift]:
    """Each drift of an answer."""
    for path, expected, got in operation.decode.drift(document):
        yield Drift(operation.route.name, path, expected, got)


def tell(on_drift: OnDrift, found: Iterable[Drift]) -> None:
    """Hands over each drift. Of what the callback raises, the first is logged, by its type only."""
    failed = False
    for drift in found:
        try:
            on_drift(drift)
        except Exception as error:  # noqa: BLE001 - a user's code
            if not failed:
                log.warning(
                    "on_drift raised %s; the answer is given all the same (%s)",
                    type(error).__name__,
                    drift.operation,
                )
            failed = True
