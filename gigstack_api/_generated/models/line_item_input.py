# Written by `make generate` from openapi.yaml; never edited.
"""The model `LineItemInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from gigstack_api.catalogs.tax_object import TaxObject

    from ..types import ItemSearchDict, TaxDict, ThirdPartyDict
    from .payment_item_search import PaymentItemSearch


class LineItemInput(Model, kw_only=True):
    """Line item to send: one of a service of the catalog (`id` or `search`), or one described by
    its own fields. No field is required.
    """

    id: str | None = None
    """Id of a service of the catalog, whose properties it takes over; the fields sent along
    override them.
    """
    search: ItemSearch | ItemSearchDict | PaymentItemSearch | None = None
    """Finds the service, or creates it."""
    description: str | None = None
    """The product or service sold."""
    quantity: float | Decimal | None = None
    """How many units. Always send it: what is taken without it is not documented."""
    unit_price: float | Decimal | None = None
    """Price of a unit, in currency units; before taxes, unless a tax is `inclusive`. With `id`
    it overrides the price of the service.
    """
    product_key: str | None = None
    """SAT key of the product or service, eight digits (`80141503` is consulting)."""
    unit_key: str | None = None
    """SAT key of the unit: E48 service, ACT activity, HUR hour, H87 piece and others."""
    unit_name: str | None = None
    """Unit in words."""
    sku: str | None = None
    """Your own key of the product."""
    discount: float | Decimal | None = None
    """Discount, in currency units. Not confirmed by the API's documentation."""
    taxability: TaxObject | str | None = None
    """SAT tax object, 01 to 08."""
    taxes: Sequence[Tax | TaxDict] | None = None
    """Taxes."""
    third_party: ThirdParty | ThirdPartyDict | None = None
    """Third party on whose behalf it is charged."""
    customs_request: str | None = None
    """Number of the customs declaration (pedimento). Not confirmed by the API's documentation."""
    complement: str | None = None
    """Complement of the line item, as XML text. Not confirmed by the API's documentation."""
    property_tax_account: str | None = None
    """Property tax account (cuenta predial). Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .item_search import ItemSearch
from .tax import Tax
from .third_party import ThirdParty
