# Written by `make generate` from openapi.yaml; never edited.
"""The model `LineItemInput`."""

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

    from gigstack_api.catalogs.tax_object import TaxObject

    from ..types import ItemSearchDict, TaxDict, ThirdPartyDict
    from .item_search import ItemSearch
    from .payment_item_search import PaymentItemSearch
    from .tax import Tax
    from .third_party import ThirdParty


class LineItemInput(Model):
    """Line item to send: one of a service of the catalog (`id` or `search`), or one described by
    its own fields. No field is required.
    """

    id: str | None
    """Id of a service of the catalog, whose properties it takes over; the fields sent along
    override them.
    """
    search: ItemSearch | ItemSearchDict | PaymentItemSearch | None
    """Finds the service, or creates it."""
    description: str | None
    """The product or service sold."""
    quantity: float | Decimal | None
    """How many units. In every current example; an older one leaves it out. Unverified: what the
    server takes then.
    """
    unit_price: float | Decimal | None
    """Price of a unit, in currency units; before taxes, unless a tax is `inclusive`. With `id`
    it overrides the price of the service.
    """
    product_key: str | None
    """SAT key of the product or service, eight digits (`80141503` is consulting). Official
    clients take 84111506 when none is given.
    """
    unit_key: str | None
    """SAT key of the unit: E48 service, ACT activity, HUR hour, H87 piece and others. Official
    clients take E48 when none is given.
    """
    unit_name: str | None
    """Unit in words."""
    sku: str | None
    """Your own key of the product."""
    discount: float | Decimal | None
    """Discount, in currency units. Unverified: inferred from the answer."""
    taxability: TaxObject | str | None
    """SAT tax object, 01 to 08; official forms offer 01 to 04."""
    taxes: Sequence[Tax | TaxDict] | None
    """Taxes."""
    third_party: ThirdParty | ThirdPartyDict | None
    """Third party on whose behalf it is charged."""
    customs_request: str | None
    """Number of the customs declaration (pedimento). Unverified: inferred from the answer."""
    complement: str | None
    """Complement of the line item, as XML text. Unverified: inferred from the answer."""
    property_tax_account: str | None
    """Property tax account (cuenta predial). Unverified: inferred from the answer."""

    __slots__ = (
        "id",
        "search",
        "description",
        "quantity",
        "unit_price",
        "product_key",
        "unit_key",
        "unit_name",
        "sku",
        "discount",
        "taxability",
        "taxes",
        "third_party",
        "customs_request",
        "complement",
        "property_tax_account",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        search: ItemSearch | ItemSearchDict | PaymentItemSearch | None = None,
        description: str | None = None,
        quantity: float | Decimal | None = None,
        unit_price: float | Decimal | None = None,
        product_key: str | None = None,
        unit_key: str | None = None,
        unit_name: str | None = None,
        sku: str | None = None,
        discount: float | Decimal | None = None,
        taxability: TaxObject | str | None = None,
        taxes: Sequence[Tax | TaxDict] | None = None,
        third_party: ThirdParty | ThirdPartyDict | None = None,
        customs_request: str | None = None,
        complement: str | None = None,
        property_tax_account: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.search = search
        self.description = description
        self.quantity = quantity
        self.unit_price = unit_price
        self.product_key = product_key
        self.unit_key = unit_key
        self.unit_name = unit_name
        self.sku = sku
        self.discount = discount
        self.taxability = taxability
        self.taxes = taxes
        self.third_party = third_party
        self.customs_request = customs_request
        self.complement = complement
        self.property_tax_account = property_tax_account
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ItemSearch, Tax, ThirdParty = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.search = (
            ItemSearch.from_dict(value) if is_object(value := take("search", None)) else value
        )
        instance.description = take("description", None)
        instance.quantity = take("quantity", None)
        instance.unit_price = take("unit_price", None)
        instance.product_key = take("product_key", None)
        instance.unit_key = take("unit_key", None)
        instance.unit_name = take("unit_name", None)
        instance.sku = take("sku", None)
        instance.discount = take("discount", None)
        instance.taxability = take("taxability", None)
        instance.taxes = (
            [Tax.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes", None))
            else value
        )
        instance.third_party = (
            ThirdParty.from_dict(value) if is_object(value := take("third_party", None)) else value
        )
        instance.customs_request = take("customs_request", None)
        instance.complement = take("complement", None)
        instance.property_tax_account = take("property_tax_account", None)
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
        if (value := self.search) is not None:
            fields["search"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
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
        if (value := self.product_key) is not None:
            fields["product_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_key) is not None:
            fields["unit_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_name) is not None:
            fields["unit_name"] = value if type(value) is str else enum_text(value)
        if (value := self.sku) is not None:
            fields["sku"] = value if type(value) is str else enum_text(value)
        if (value := self.discount) is not None:
            fields["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.taxability) is not None:
            fields["taxability"] = value if type(value) is str else enum_text(value)
        if (value := self.taxes) is not None:
            fields["taxes"] = encode_models(value)
        if (value := self.third_party) is not None:
            fields["third_party"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.customs_request) is not None:
            fields["customs_request"] = value if type(value) is str else enum_text(value)
        if (value := self.complement) is not None:
            fields["complement"] = value if type(value) is str else enum_text(value)
        if (value := self.property_tax_account) is not None:
            fields["property_tax_account"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .item_search import ItemSearch
        from .tax import Tax
        from .third_party import ThirdParty

        return {
            "id": STRING,
            "search": model(ItemSearch, "PaymentItemSearch"),
            "description": STRING,
            "quantity": NUMBER,
            "unit_price": NUMBER,
            "product_key": STRING,
            "unit_key": STRING,
            "unit_name": STRING,
            "sku": STRING,
            "discount": NUMBER,
            "taxability": STRING,
            "taxes": array(model(Tax)),
            "third_party": model(ThirdParty),
            "customs_request": STRING,
            "complement": STRING,
            "property_tax_account": STRING,
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
