# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItemInput`."""

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
    from collections.abc import Sequence
    from decimal import Decimal

    from ..types import ItemSearchDict, TaxDict, ThirdPartyDict
    from .item_search import ItemSearch
    from .payment_item_search import PaymentItemSearch
    from .tax import Tax
    from .third_party import ThirdParty


class PaymentItemInput(Model):
    """A line item to charge: a service of the catalogue by `id` (which alone is enough), one
    found by `search`, or a free line with all its fields. Unverified: the page of the schema
    was not seen, so no field is required here.
    """

    id: str | None
    """Id of a service (`service_…`); null or absent for a free line."""
    description: str | None
    """Text of the line."""
    quantity: float | Decimal | None
    """How many units."""
    unit_price: float | Decimal | None
    """Price of a unit in currency units, before taxes unless a tax is inclusive. With `id` it
    takes the place of the price of the service.
    """
    discount: float | Decimal | None
    """Discount on the line in currency units. Unverified: that it counts once a line is inferred
    from how an official client adds up items.
    """
    product_key: str | None
    """SAT product or service code, for example `80141503`."""
    unit_key: str | None
    """SAT unit code, for example `E48`."""
    unit_name: str | None
    """Name of the unit."""
    sku: str | None
    """Your own code of the service."""
    taxes: Sequence[Tax | TaxDict] | None
    """Taxes of the line."""
    third_party: ThirdParty | ThirdPartyDict | None
    """Third party on whose behalf the line is charged."""
    search: ItemSearch | ItemSearchDict | PaymentItemSearch | None
    """Finds the service of the line, or creates it."""

    __slots__ = (
        "id",
        "description",
        "quantity",
        "unit_price",
        "discount",
        "product_key",
        "unit_key",
        "unit_name",
        "sku",
        "taxes",
        "third_party",
        "search",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        description: str | None = None,
        quantity: float | Decimal | None = None,
        unit_price: float | Decimal | None = None,
        discount: float | Decimal | None = None,
        product_key: str | None = None,
        unit_key: str | None = None,
        unit_name: str | None = None,
        sku: str | None = None,
        taxes: Sequence[Tax | TaxDict] | None = None,
        third_party: ThirdParty | ThirdPartyDict | None = None,
        search: ItemSearch | ItemSearchDict | PaymentItemSearch | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.description = description
        self.quantity = quantity
        self.unit_price = unit_price
        self.discount = discount
        self.product_key = product_key
        self.unit_key = unit_key
        self.unit_name = unit_name
        self.sku = sku
        self.taxes = taxes
        self.third_party = third_party
        self.search = search
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ItemSearch, Tax, ThirdParty = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.description = take("description", None)
        instance.quantity = take("quantity", None)
        instance.unit_price = take("unit_price", None)
        instance.discount = take("discount", None)
        instance.product_key = take("product_key", None)
        instance.unit_key = take("unit_key", None)
        instance.unit_name = take("unit_name", None)
        instance.sku = take("sku", None)
        instance.taxes = (
            [Tax.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes", None))
            else value
        )
        instance.third_party = (
            ThirdParty.from_dict(value) if is_object(value := take("third_party", None)) else value
        )
        instance.search = (
            ItemSearch.from_dict(value) if is_object(value := take("search", None)) else value
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
        if (value := self.discount) is not None:
            fields["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.product_key) is not None:
            fields["product_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_key) is not None:
            fields["unit_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_name) is not None:
            fields["unit_name"] = value if type(value) is str else enum_text(value)
        if (value := self.sku) is not None:
            fields["sku"] = value if type(value) is str else enum_text(value)
        if (value := self.taxes) is not None:
            fields["taxes"] = encode_models(value)
        if (value := self.third_party) is not None:
            fields["third_party"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.search) is not None:
            fields["search"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .item_search import ItemSearch
        from .tax import Tax
        from .third_party import ThirdParty

        return {
            "id": STRING,
            "description": STRING,
            "quantity": NUMBER,
            "unit_price": NUMBER,
            "discount": NUMBER,
            "product_key": STRING,
            "unit_key": STRING,
            "unit_name": STRING,
            "sku": STRING,
            "taxes": array(model(Tax)),
            "third_party": model(ThirdParty),
            "search": model(ItemSearch, "PaymentItemSearch"),
        }


@cache
def _nested() -> tuple[
    type[ItemSearch],
    type[Tax],
    type[ThirdParty],
]:
    """The classes of nested values, imported when the first object is read."""
    from .item_search import ItemSearch
    from .tax import Tax
    from .third_party import ThirdParty

    return ItemSearch, Tax, ThirdParty
