# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceNamespace`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class InvoiceNamespace(Model):
    """XML namespace added to a CFDI."""

    prefix: str | None
    """Prefix of the names."""
    uri: str | None
    """URI of the namespace."""
    schema_location: str | None
    """Where its schema stands."""

    __slots__ = (
        "prefix",
        "uri",
        "schema_location",
    )

    def __init__(
        self,
        *,
        prefix: str | None = None,
        uri: str | None = None,
        schema_location: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.prefix = prefix
        self.uri = uri
        self.schema_location = schema_location
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.prefix = take("prefix", None)
        instance.uri = take("uri", None)
        instance.schema_location = take("schema_location", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.prefix) is not None:
            fields["prefix"] = value if type(value) is str else enum_text(value)
        if (value := self.uri) is not None:
            fields["uri"] = value if type(value) is str else enum_text(value)
        if (value := self.schema_location) is not None:
            fields["schema_location"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "prefix": STRING,
            "uri": STRING,
            "schema_location": STRING,
        }
