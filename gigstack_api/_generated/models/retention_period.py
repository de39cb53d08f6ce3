# Written by `make generate` from openapi.yaml; never edited.
"""RetentionPeriod: Months a retention covers: one month has the same start and end, a quarter is 1 to 3, a whole year 1 to 12."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class RetentionPeriod(Model):
    """Months a retention covers: one month has the same start and end, a quarter is 1 to 3, a whole year 1 to
    12."""

    start: int | None = None
    """First month, 1 to 12."""
    end: int | None = None
    """Last month, 1 to 12."""
    year: int | None = None
    """Year, four digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "start": INTEGER,
            "end": INTEGER,
            "year": INTEGER,
        }
