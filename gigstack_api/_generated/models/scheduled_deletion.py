# Written by `make generate` from openapi.yaml; never edited.
"""ScheduledDeletion: When a team will be erased."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    STRING,
    Kind,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class ScheduledDeletion(Model):
    """When a team will be erased."""

    date: int | None
    """When it will be erased for good (Unix milliseconds); 30 days after `flagged_at`."""
    flagged_at: int | None
    """When the deletion was asked for (Unix milliseconds)."""
    flagged_by: str | None
    """Id of the user who asked for it."""

    __slots__ = (
        "date",
        "flagged_at",
        "flagged_by",
    )

    def __init__(
        self,
        *,
        date: int | None = None,
        flagged_at: int | None = None,
        flagged_by: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.date = date
        self.flagged_at = flagged_at
        self.flagged_by = flagged_by
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.date = take("date", None)
        made.flagged_at = take("flagged_at", None)
        made.flagged_by = take("flagged_by", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.date) is not None:
            made["date"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.flagged_at) is not None:
            made["flagged_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.flagged_by) is not None:
            made["flagged_by"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "date": number(INTEGER, unit="ms"),
            "flagged_at": number(INTEGER, unit="ms"),
            "flagged_by": STRING,
        }
