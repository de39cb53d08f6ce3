# Written by `make generate` from openapi.yaml; never edited.
"""The model `SignupSubscription`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.status = take("status", None)
        instance.current_period_end = take("current_period_end", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.current_period_end) is not None:
            fields["current_period_end"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "status": STRING,
            "current_period_end": number(INTEGER, unit="s"),
        }
