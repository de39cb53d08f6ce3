"""The mark of an argument that was not passed, and so is not sent. Pure."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Omit(Enum):
    """Type of `OMIT`: not passed, not sent. `None` is something else: it is sent as JSON null."""

    OMIT = "OMIT"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "OMIT"


OMIT: Final = Omit.OMIT
