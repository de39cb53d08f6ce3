# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatListHit`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, OBJECT, STRING
from gigstack_api._core.schema.models import Model


class SatListHit(Model):
    """An entry of a SAT list."""

    list: str | None
    """Which list."""
    label: str | None
    """Its name in words."""
    source: str | None
    """Where the list comes from."""
    is_risky: bool | None
    """Whether the entry is a risk."""
    detail: dict[str, Any] | None
    """The entry itself."""

    __slots__ = (
        "list",
        "label",
        "source",
        "is_risky",
        "detail",
    )

    def __init__(
        self,
        *,
        list: str | None = None,
        label: str | None = None,
        source: str | None = None,
        is_risky: bool | None = None,
        detail: dict[str, Any] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.list = list
        self.label = label
        self.source = source
        self.is_risky = is_risky
        self.detail = detail
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.list = take("list", None)
        instance.label = take("label", None)
        instance.source = take("source", None)
        instance.is_risky = take("is_risky", None)
        instance.detail = take("detail", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.list) is not None:
            fields["list"] = value if type(value) is str else enum_text(value)
        if (value := self.label) is not None:
            fields["label"] = value if type(value) is str else enum_text(value)
        if (value := self.source) is not None:
            fields["source"] = value if type(value) is str else enum_text(value)
        if (value := self.is_risky) is not None:
            fields["is_risky"] = value if (type(value) is bool) else needs_conversion()
        if self.detail is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "list": STRING,
            "label": STRING,
            "source": STRING,
            "is_risky": BOOLEAN,
            "detail": OBJECT,
        }
