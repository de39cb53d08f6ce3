"""Drift: where an answer deviates from the spec."""

from __future__ import annotations

from ..schema.data import Data
from ..schema.redaction import describe


class Drift(Data, frozen=True):
    """One place where an answer deviates from the spec, or a name that the sandbox ignored.

    `path` inside the answer, what was `expected`, and what it `got`. The repr shows the type of
    what came rather than the value, which may be personal data. For a secret, `got` is `***`.

    The `kind` is `answer`, or `ignored`: the request has a field or parameter that no source knows,
    at this `path`. Only the sandbox tells so.
    """

    operation: str
    path: str
    expected: str
    got: object
    kind: str = "answer"

    @property
    def shown(self) -> str:
        """The value that came, in a form that a text may hold.

        Expected types with capitals are enums, whose values are not personal data.
        """
        if self.kind == "ignored":
            return "a name that was ignored"
        return describe(self.got, is_code=self.expected[:1].isupper())

    def __repr__(self) -> str:
        place = f"{self.operation!r}, {self.path!r}"
        return f"Drift({place}, expected={self.expected!r}, got={self.shown})"
