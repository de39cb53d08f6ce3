# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceItem: Line item of an invoice in an answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    NUMBER,
    STRING,
    Kind,
    array,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_models, plain_text
from gigstack_api._core.shapes import is_list, is_object

if TYPE_CHECKING:
    from .tax import Tax
    from .third_party import ThirdParty


class InvoiceItem(Model):
    """Line item of an invoice in an answer."""

    id: str | None
    """Id of the line item (`item_…`) or of its service."""
    description: str | None
    """What is sold."""
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
    complements of the invoice."""
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        Tax, ThirdParty = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.description = take("description", None)
        made.product_key = take("product_key", None)
        made.quantity = take("quantity", None)
        made.unit_price = take("unit_price", None)
        made.unit_key = take("unit_key", None)
        made.unit_name = take("unit_name", None)
        made.sku = take("sku", None)
        made.taxability = take("taxability", None)
        made.discount = take("discount", None)
        made.customs_request = take("customs_request", None)
        made.complement = take("complement", None)
        made.property_tax_account = take("property_tax_account", None)
        made.taxes = (
            [Tax.from_dict(each) if is_object(each) else each for each in value]
            if is_list(value := take("taxes", None))
            else value
        )
        made.third_party = (
            ThirdParty.from_dict(value) if is_object(value := take("third_party", None)) else value
        )
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        if (value := self.description) is not None:
            made["description"] = value if type(value) is str else plain_text(value)
        if (value := self.product_key) is not None:
            made["product_key"] = value if type(value) is str else plain_text(value)
        if (value := self.quantity) is not None:
            made["quantity"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.unit_price) is not None:
            made["unit_price"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.unit_key) is not None:
            made["unit_key"] = value if type(value) is str else plain_text(value)
        if (value := self.unit_name) is not None:
            made["unit_name"] = value if type(value) is str else plain_text(value)
        if (value := self.sku) is not None:
            made["sku"] = value if type(value) is str else plain_text(value)
        if (value := self.taxability) is not None:
            made["taxability"] = value if type(value) is str else plain_text(value)
        if (value := self.discount) is not None:
            made["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.customs_request) is not None:
            made["customs_request"] = value if type(value) is str else plain_text(value)
        if (value := self.complement) is not None:
            made["complement"] = value if type(value) is str else plain_text(value)
        if (value := self.property_tax_account) is not None:
            made["property_tax_account"] = value if type(value) is str else plain_text(value)
        if (value := self.taxes) is not None:
            made["taxes"] = plain_models(value)
        if (value := self.third_party) is not None:
            made["third_party"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
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
    """The classes of nested values, loaded when the first model is read."""
    from .tax import Tax
    from .third_party import ThirdParty

    return Tax, ThirdParty
