# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItem`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, NUMBER, STRING, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class PaymentItem(Model, kw_only=True):
    """A line item of a payment."""

    id: str | None = None
    """Id of the service (`service_…`); null for a free line."""
    description: str | None = None
    """Text of the line."""
    quantity: float | None = None
    """How many units."""
    unit_price: float | None = None
    """Price of a unit in currency units; before taxes unless a tax is inclusive."""
    discount: float | None = None
    """Discount on the line in currency units."""
    product_key: str | None = None
    """SAT product or service code, for example `80141503`."""
    unit_key: str | None = None
    """SAT unit code, for example `E48`."""
    unit_name: str | None = None
    """Name of the unit."""
    sku: str | None = None
    """Your own code of the service."""
    taxes: list[Tax] | None = None
    """Taxes of the line."""
    third_party: ThirdParty | None = None
    """Third party on whose behalf the line is charged."""
    search: PaymentItemSearch | None = None
    """Search key the service was found with."""
    from_: str | None = None
    """Where the service was made, for example `api`. Only in answers."""
    team: str | None = None
    """Id of its team. Only in answers."""
    created_at: int | None = None
    """When it was created (Unix seconds). Only in answers. Not confirmed by the API's
    documentation.
    """

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
            "search": model(PaymentItemSearch),
            "from": STRING,
            "team": STRING,
            "created_at": number(INTEGER, unit="s"),
        }


# Below the class, since two models may refer to each other.
from .payment_item_search import PaymentItemSearch
from .tax import Tax
from .third_party import ThirdParty
