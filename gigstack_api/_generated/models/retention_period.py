# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPeriod`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER
from gigstack_api._core.schema.models import Model


class RetentionPeriod(Model):
    """Months a retention covers: one month has the same start and end, a quarter is 1 to 3, a
    whole year 1 to 12.
    """

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.start = take("start", None)
        instance.end = take("end", None)
        instance.year = take("year", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.start) is not None:
            fields["start"] = value if (type(value) is int) else needs_conversion()
        if (value := self.end) is not None:
            fields["end"] = value if (type(value) is int) else needs_conversion()
        if (value := self.year) is not None:
            fields["year"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "start": INTEGER,
            "end": INTEGER,
            "year": INTEGER,
        }
