# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceStamp`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number
from gigstack_api._core.schema.models import Model


class InvoiceStamp(Model):
    """Stamp of the SAT on a CFDI."""

    sello: str | None
    """Digital seal."""
    stamp_at: float | None
    """When it was stamped, a Unix time. Unverified: unit not stated, taken to be milliseconds."""
    provider: str | None
    """Who stamped it, for example `Prodigia`."""

    __slots__ = (
        "sello",
        "stamp_at",
        "provider",
    )

    def __init__(
        self,
        *,
        sello: str | None = None,
        stamp_at: float | None = None,
        provider: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.sello = sello
        self.stamp_at = stamp_at
        self.provider = provider
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.sello = take("sello", None)
        instance.stamp_at = take("stamp_at", None)
        instance.provider = take("provider", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.sello) is not None:
            fields["sello"] = value if type(value) is str else enum_text(value)
        if (value := self.stamp_at) is not None:
            fields["stamp_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.provider) is not None:
            fields["provider"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "sello": STRING,
            "stamp_at": number(NUMBER, unit="ms"),
            "provider": STRING,
        }
