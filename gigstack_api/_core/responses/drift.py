"""Where an answer deviates from the spec: tolerated, and reported on request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TypeAlias

from attrs import frozen

from ..schema.redaction import describe

log = logging.getLogger("gigstack_api")


@frozen
class Drift:
    """One place where an answer deviates from the spec.

    `path` inside the answer, what was `expected`, and what it `got`. The repr shows the type of
    what came rather than the value, which may be personal data. For a secret, `got` is `***`.
    """

    operation: str
    path: str
    expected: str
    got: object

    @property
    def shown(self) -> str:
        """The value that came, in a form that a text may hold.

        Expected types with capitals are enums, whose values are not personal data.
        """
        return describe(self.got, is_code=self.expected[:1].isupper())

    def __repr__(self) -> str:
        place = f"{self.operation!r}, {self.path!r}"
        return f"Drift({place}, expected={self.expected!r}, got={self.shown})"


OnDrift: TypeAlias = Callable[[Drift], object]
"""Called with each drift.

An exception it raises is logged and ignored: the call was carried out, and its value must not be
lost.
"""


def report(on_drift: OnDrift, found: Iterable[Drift]) -> None:
    """Calls `on_drift` with each drift. Of its exceptions the first is logged, by type only."""
    failed = False
    for drift in found:
        try:
            on_drift(drift)
        except Exception as error:  # noqa: BLE001 - a user's code
            if not failed:
                log.warning(
                    "on_drift raised %s; the value is returned all the same (%s)",
                    type(error).__name__,
                    drift.operation,
                )
            failed = True
