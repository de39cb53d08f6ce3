# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItemPatch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class PaymentItemPatch(Model):
    """New text of an item of a payment; other fields are refused."""

    id: str | None
    """Id of the item inside the payment."""
    description: str | None
    """Text that replaces the present one."""

    __slots__ = (
        "id",
        "description",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        description: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.description = description
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.description = take("description", None)
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
        if (value := self.description) is not None:
            fields["description"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "description": STRING,
        }
