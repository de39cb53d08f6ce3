"""One check and its outcome."""

from __future__ import annotations

from typing import Literal

from ..._core.schema.data import Data

Status = Literal["ok", "warn", "fail"]


class Check(Data, frozen=True):
    """The outcome of a check.

    Args:
        name: What was checked.
        status: `warn` for what may be a problem, `fail` for what prevents calls.
        detail: What was found.
        found: Whether there is what was looked for, if other checks ask.
    """

    name: str
    status: Status
    detail: str
    found: bool = False
