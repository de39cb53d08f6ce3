# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItemInput`."""

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

    from ..types import ItemSearchDict, TaxDict, ThirdPartyDict
    from .payment_item_search import PaymentItemSearch


class PaymentItemInput(Model, kw_only=True):
    """A line item to charge: a service of the catalogue by `id` (which alone is enough), one
    found by `search`, or a free line with all its fields.
    """

    id: str | None = None
    """Id of a service (`service_…`); null or absent for a free line."""
    description: str | None = None
    """Text of the line."""
    quantity: float | Decimal | None = None
    """How many units."""
    unit_price: float | Decimal | None = None
    """Price of a unit in currency units, before taxes unless a tax is inclusive. With `id` it
    takes the place of the price of the service.
    """
    discount: float | Decimal | None = None
    """Discount on the line in currency units."""
    product_key: str | None = None
    """SAT product or service code, for example `80141503`."""
    unit_key: str | None = None
    """SAT unit code, for example `E48`."""
    unit_name: str | None = None
    """Name of the unit."""
    sku: str | None = None
    """Your own code of the service."""
    taxes: Sequence[Tax | TaxDict] | None = None
    """Taxes of the line."""
    third_party: ThirdParty | ThirdPartyDict | None = None
    """Third party on whose behalf the line is charged."""
    search: ItemSearch | ItemSearchDict | PaymentItemSearch | None = None
    """Finds the service of the line, or creates it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .item_search import ItemSearch
from .tax import Tax
from .third_party import ThirdParty
