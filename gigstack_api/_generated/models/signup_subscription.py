# Written by `make generate` from openapi.yaml; never edited.
"""SignupSubscription: The plan of a new account."""

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


class SignupSubscription(Model):
    """The plan of a new account."""

    id: str | None
    """Id of the subscription."""
    status: str | None
    """State of the subscription."""
    current_period_end: int | None
    """End of the period that is paid (Unix seconds)."""

    __slots__ = (
        "id",
        "status",
        "current_period_end",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        status: str | None = None,
        current_period_end: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.status = status
        self.current_period_end = current_period_end
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.status = take("status", None)
        made.current_period_end = take("current_period_end", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.current_period_end) is not None:
            made["current_period_end"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "id": STRING,
            "status": STRING,
            "current_period_end": number(INTEGER, unit="s"),
        }
