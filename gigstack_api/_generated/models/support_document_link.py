# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentLink`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class SupportDocumentLink(Model):
    """Something a support document is attached to."""

    entity_type: str | None
    """`invoice`, `payment`, `receipt` or `client`."""
    entity_id: str | None
    """Its id."""
    linked_at: int | None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""

    __slots__ = (
        "entity_type",
        "entity_id",
        "linked_at",
    )

    def __init__(
        self,
        *,
        entity_type: str | None = None,
        entity_id: str | None = None,
        linked_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.entity_type = entity_type
        self.entity_id = entity_id
        self.linked_at = linked_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.entity_type = take("entity_type", None)
        instance.entity_id = take("entity_id", None)
        instance.linked_at = take("linked_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.entity_type) is not None:
            fields["entity_type"] = value if type(value) is str else enum_text(value)
        if (value := self.entity_id) is not None:
            fields["entity_id"] = value if type(value) is str else enum_text(value)
        if (value := self.linked_at) is not None:
            fields["linked_at"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "entity_type": STRING,
            "entity_id": STRING,
            "linked_at": number(INTEGER, unit="ms"),
        }
