# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceNamespace: XML namespace added to a CFDI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.prefix = take("prefix", None)
        made.uri = take("uri", None)
        made.schema_location = take("schema_location", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.prefix) is not None:
            made["prefix"] = value if type(value) is str else plain_text(value)
        if (value := self.uri) is not None:
            made["uri"] = value if type(value) is str else plain_text(value)
        if (value := self.schema_location) is not None:
            made["schema_location"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "prefix": STRING,
            "uri": STRING,
            "schema_location": STRING,
        }
