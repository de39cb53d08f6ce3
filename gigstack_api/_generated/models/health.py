# Written by `make generate` from openapi.yaml; never edited.
"""Health: Answer of the health check. Unverified: its shape is unknown; these are the likely
fields."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    NUMBER,
    STRING,
    Kind,
    one_of,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class Health(Model):
    """Answer of the health check. Unverified: its shape is unknown; these are the likely
    fields."""

    status: str | None
    """State in a word."""
    success: bool | None
    """Whether all is well."""
    message: str | None
    """State in words."""
    timestamp: str | float | None
    """When it was answered."""

    __slots__ = (
        "status",
        "success",
        "message",
        "timestamp",
    )

    def __init__(
        self,
        *,
        status: str | None = None,
        success: bool | None = None,
        message: str | None = None,
        timestamp: str | float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.status = status
        self.success = success
        self.message = message
        self.timestamp = timestamp
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.status = take("status", None)
        made.success = take("success", None)
        made.message = take("message", None)
        made.timestamp = take("timestamp", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.success) is not None:
            made["success"] = value if (type(value) is bool) else not_plain()
        if (value := self.message) is not None:
            made["message"] = value if type(value) is str else plain_text(value)
        if (value := self.timestamp) is not None:
            made["timestamp"] = (
                value
                if (
                    type(value) is str
                    or type(value) is int
                    or (type(value) is float and isfinite(value))
                )
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "status": STRING,
            "success": BOOLEAN,
            "message": STRING,
            "timestamp": one_of(STRING, NUMBER),
        }
