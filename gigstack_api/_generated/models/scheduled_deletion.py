# Written by `make generate` from openapi.yaml; never edited.
"""The model `ScheduledDeletion`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.date = take("date", None)
        instance.flagged_at = take("flagged_at", None)
        instance.flagged_by = take("flagged_by", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.date) is not None:
            fields["date"] = value if (type(value) is int) else needs_conversion()
        if (value := self.flagged_at) is not None:
            fields["flagged_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.flagged_by) is not None:
            fields["flagged_by"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "date": number(INTEGER, unit="ms"),
            "flagged_at": number(INTEGER, unit="ms"),
            "flagged_by": STRING,
        }
