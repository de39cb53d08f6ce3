# Written by `make generate` from openapi.yaml; never edited.
"""The model `Series`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT


class Series(Model):
    """An invoice series of a team.

    Unverified: no answer was seen; the fields are inferred from the body of the creation.
    """

    series: str
    """Letters of the series, for example `A`."""
    live: int | None
    """Folio counter of live mode."""
    test: int | None
    """Folio counter of test mode."""

    __slots__ = (
        "series",
        "live",
        "test",
    )

    def __init__(
        self,
        *,
        series: str = ABSENT,
        live: int | None = None,
        test: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.series = series
        self.live = live
        self.test = test
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.series = take("series", None)
        instance.live = take("live", None)
        instance.test = take("test", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.series) is not ABSENT:
            fields["series"] = value if type(value) is str else enum_text(value)
        if (value := self.live) is not None:
            fields["live"] = value if (type(value) is int) else needs_conversion()
        if (value := self.test) is not None:
            fields["test"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "series": STRING.always(),
            "live": INTEGER,
            "test": INTEGER,
        }
