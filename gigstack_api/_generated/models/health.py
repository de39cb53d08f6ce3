# Written by `make generate` from openapi.yaml; never edited.
"""The model `Health`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, one_of
from gigstack_api._core.schema.models import Model


class Health(Model):
    """Answer of the health check. Unverified: its shape is unknown; these are the likely fields."""

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.status = take("status", None)
        instance.success = take("success", None)
        instance.message = take("message", None)
        instance.timestamp = take("timestamp", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.success) is not None:
            fields["success"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.message) is not None:
            fields["message"] = value if type(value) is str else enum_text(value)
        if (value := self.timestamp) is not None:
            fields["timestamp"] = (
                value
                if (
                    type(value) is str
                    or type(value) is int
                    or (type(value) is float and isfinite(value))
                )
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "status": STRING,
            "success": BOOLEAN,
            "message": STRING,
            "timestamp": one_of(STRING, NUMBER),
        }
