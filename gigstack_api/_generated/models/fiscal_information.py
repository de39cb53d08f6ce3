# Written by `make generate` from openapi.yaml; never edited.
"""The model `FiscalInformation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from gigstack_api.catalogs.tax_regime import TaxRegime


class FiscalInformation(Model):
    """Fiscal data for one invoice."""

    legal_name: str | None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str | None
    """SAT tax regime code."""
    zip: str | None
    """Postal code of the fiscal address, five digits."""

    __slots__ = (
        "legal_name",
        "tax_id",
        "tax_system",
        "zip",
    )

    def __init__(
        self,
        *,
        legal_name: str | None = None,
        tax_id: str | None = None,
        tax_system: TaxRegime | str | None = None,
        zip: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.legal_name = legal_name
        self.tax_id = tax_id
        self.tax_system = tax_system
        self.zip = zip
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.legal_name = take("legal_name", None)
        instance.tax_id = take("tax_id", None)
        instance.tax_system = take("tax_system", None)
        instance.zip = take("zip", None)
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
        if (value := self.tax_system) is not None:
            fields["tax_system"] = value if type(value) is str else enum_text(value)
        if (value := self.zip) is not None:
            fields["zip"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "zip": STRING,
        }
