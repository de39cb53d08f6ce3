"""Where an answer deviates from the spec: tolerated, and reported on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

from ..schema.redaction import describe


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
