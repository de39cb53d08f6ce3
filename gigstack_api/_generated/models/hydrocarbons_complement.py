# Written by `make generate` from openapi.yaml; never edited.
"""The model `HydrocarbonsComplement`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class HydrocarbonsComplement(Model):
    """Data of a sale of fuel."""

    permit_type: str | None
    """Kind of permit."""
    permit_number: str | None
    """Number of the permit."""
    fuel_code: str | None
    """Code of the fuel."""
    fuel_sub_product: str | None
    """Code of the variety of the fuel."""

    __slots__ = (
        "permit_type",
        "permit_number",
        "fuel_code",
        "fuel_sub_product",
    )

    def __init__(
        self,
        *,
        permit_type: str | None = None,
        permit_number: str | None = None,
        fuel_code: str | None = None,
        fuel_sub_product: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.permit_type = permit_type
        self.permit_number = permit_number
        self.fuel_code = fuel_code
        self.fuel_sub_product = fuel_sub_product
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.permit_type = take("permit_type", None)
        instance.permit_number = take("permit_number", None)
        instance.fuel_code = take("fuel_code", None)
        instance.fuel_sub_product = take("fuel_sub_product", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.permit_type) is not None:
            fields["permit_type"] = value if type(value) is str else enum_text(value)
        if (value := self.permit_number) is not None:
            fields["permit_number"] = value if type(value) is str else enum_text(value)
        if (value := self.fuel_code) is not None:
            fields["fuel_code"] = value if type(value) is str else enum_text(value)
        if (value := self.fuel_sub_product) is not None:
            fields["fuel_sub_product"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "permit_type": STRING,
            "permit_number": STRING,
            "fuel_code": STRING,
            "fuel_sub_product": STRING,
        }
