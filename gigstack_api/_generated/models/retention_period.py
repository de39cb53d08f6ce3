# Written by `make generate` from openapi.yaml; never edited.
"""RetentionPeriod: Months a retention covers: one month has the same start and end, a quarter is 1 to 3,
a whole year 1 to 12."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    Kind,
)
from gigstack_api._core.model import Model, not_plain


class RetentionPeriod(Model):
    """Months a retention covers: one month has the same start and end, a quarter is 1 to 3,
    a whole year 1 to 12."""

    start: int | None
    """First month, 1 to 12."""
    end: int | None
    """Last month, 1 to 12."""
    year: int | None
    """Year, four digits."""

    __slots__ = (
        "start",
        "end",
        "year",
    )

    def __init__(
        self,
        *,
        start: int | None = None,
        end: int | None = None,
        year: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.year = year
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.start = take("start", None)
        made.end = take("end", None)
        made.year = take("year", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.start) is not None:
            made["start"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.end) is not None:
            made["end"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.year) is not None:
            made["year"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "start": INTEGER,
            "end": INTEGER,
            "year": INTEGER,
        }
