# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionReceiver`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class RetentionReceiver(Model):
    """Receiver of a retention."""

    legal_name: str | None
    """Legal name."""
    tax_id: str | None
    """RFC."""
    nationality: str | None
    """`Nacional` for a Mexican receiver; the value for a foreign one was not seen."""

    __slots__ = (
        "legal_name",
        "tax_id",
        "nationality",
    )

    def __init__(
        self,
        *,
        legal_name: str | None = None,
        tax_id: str | None = None,
        nationality: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.legal_name = legal_name
        self.tax_id = tax_id
        self.nationality = nationality
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.legal_name = take("legal_name", None)
        instance.tax_id = take("tax_id", None)
        instance.nationality = take("nationality", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_id) is not None:
            fields["tax_id"] = value if type(value) is str else enum_text(value)
        if (value := self.nationality) is not None:
            fields["nationality"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "nationality": STRING,
        }
