# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionStamp`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class RetentionStamp(Model):
    """Stamp of a retention."""

    uuid: str | None
    """UUID of the CFDI."""
    stamped_at: str | None
    """When it was stamped, ISO 8601; without a zone on the operation pages, with Z in the guide."""
    provider: str | None
    """Who stamped it, `prodigia` in the docs; absent in the guide."""

    __slots__ = (
        "uuid",
        "stamped_at",
        "provider",
    )

    def __init__(
        self,
        *,
        uuid: str | None = None,
        stamped_at: str | None = None,
        provider: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.uuid = uuid
        self.stamped_at = stamped_at
        self.provider = provider
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.uuid = take("uuid", None)
        instance.stamped_at = take("stamped_at", None)
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
        if (value := self.uuid) is not None:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.stamped_at) is not None:
            fields["stamped_at"] = value if type(value) is str else enum_text(value)
        if (value := self.provider) is not None:
            fields["provider"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING,
            "stamped_at": STRING,
            "provider": STRING,
        }
