# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceItem`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from .tax import Tax
    from .third_party import ThirdParty


class InvoiceItem(Model):
    """Line item of an invoice in an answer."""

    id: str | None
    """Id of the line item (`item_…`) or of its service."""
    description: str | None
    """The product or service sold."""
    product_key: str | None
    """SAT key of the product or service, eight digits."""
    quantity: float | None
    """How many units."""
    unit_price: float | None
    """Price of a unit, in currency units."""
    unit_key: str | None
    """SAT key of the unit."""
    unit_name: str | None
    """Unit in words."""
    sku: str | None
    """Your own key of the product."""
    taxability: str | None
    """SAT tax object."""
    discount: float | None
    """Discount, in currency units."""
    customs_request: str | None
    """Number of the customs declaration (pedimento)."""
    complement: str | None
    """Complement of the line item, as XML text. Unverified: the form is inferred from the
    complements of the invoice.
    """
    property_tax_account: str | None
    """Property tax account (cuenta predial)."""
    taxes: list[Tax] | None
    """Taxes."""
    third_party: ThirdParty | None
    """Third party on whose behalf it is charged."""

    __slots__ = (
        "id",
        "description",
        "product_key",
        "quantity",
        "unit_price",
        "unit_key",
        "unit_name",
        "sku",
        "taxability",
        "discount",
        "customs_request",
        "complement",
        "property_tax_account",
        "taxes",
        "third_party",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        description: str | None = None,
        product_key: str | None = None,
        quantity: float | None = None,
        unit_price: float | None = None,
        unit_key: str | None = None,
        unit_name: str | None = None,
        sku: str | None = None,
        taxability: str | None = None,
        discount: float | None = None,
        customs_request: str | None = None,
        complement: str | None = None,
        property_tax_account: str | None = None,
        taxes: list[Tax] | None = None,
        third_party: ThirdParty | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.description = description
        self.product_key = product_key
        self.quantity = quantity
        self.unit_price = unit_price
        self.unit_key = unit_key
        self.unit_name = unit_name
        self.sku = sku
        self.taxability = taxability
        self.discount = discount
        self.customs_request = customs_request
        self.complement = complement
        self.property_tax_account = property_tax_account
        self.taxes = taxes
        self.third_party = third_party
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        Tax, ThirdParty = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.description = take("description", None)
        instance.product_key = take("product_key", None)
        instance.quantity = take("quantity", None)
        instance.unit_price = take("unit_price", None)
        instance.unit_key = take("unit_key", None)
        instance.unit_name = take("unit_name", None)
        instance.sku = take("sku", None)
        instance.taxability = take("taxability", None)
        instance.discount = take("discount", None)
        instance.customs_request = take("customs_request", None)
        instance.complement = take("complement", None)
        instance.property_tax_account = take("property_tax_account", None)
        instance.taxes = (
            [Tax.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes", None))
            else value
        )
        instance.third_party = (
            ThirdParty.from_dict(value) if is_object(value := take("third_party", None)) else value
        )
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
        if (value := self.product_key) is not None:
            fields["product_key"] = value if type(value) is str else enum_text(value)
        if (value := self.quantity) is not None:
            fields["quantity"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.unit_price) is not None:
            fields["unit_price"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.unit_key) is not None:
            fields["unit_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_name) is not None:
            fields["unit_name"] = value if type(value) is str else enum_text(value)
        if (value := self.sku) is not None:
            fields["sku"] = value if type(value) is str else enum_text(value)
        if (value := self.taxability) is not None:
            fields["taxability"] = value if type(value) is str else enum_text(value)
        if (value := self.discount) is not None:
            fields["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.customs_request) is not None:
            fields["customs_request"] = value if type(value) is str else enum_text(value)
        if (value := self.complement) is not None:
            fields["complement"] = value if type(value) is str else enum_text(value)
        if (value := self.property_tax_account) is not None:
            fields["property_tax_account"] = value if type(value) is str else enum_text(value)
        if (value := self.taxes) is not None:
            fields["taxes"] = encode_models(value)
        if (value := self.third_party) is not None:
            fields["third_party"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .tax import Tax
        from .third_party import ThirdParty

        return {
            "id": STRING,
            "description": STRING,
            "product_key": STRING,
            "quantity": NUMBER,
            "unit_price": NUMBER,
            "unit_key": STRING,
            "unit_name": STRING,
            "sku": STRING,
            "taxability": STRING,
            "discount": NUMBER,
            "customs_request": STRING,
            "complement": STRING,
            "property_tax_account": STRING,
            "taxes": array(model(Tax)),
            "third_party": model(ThirdParty),
        }


@cache
def _nested() -> tuple[
    type[Tax],
    type[ThirdParty],
]:
    """The classes of nested values, imported when the first object is read."""
    from .tax import Tax
    from .third_party import ThirdParty

    return Tax, ThirdParty
