# Written by `make generate` from openapi.yaml; never edited.
"""The model `ReceiptItem`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class ReceiptItem(Model, kw_only=True):
    """A line item of a receipt: the fields of a service and what only a line has."""

    id: str | None = None
    """Id of the service (`service_…`)."""
    description: str | None = None
    """The product or service sold."""
    from_: str | None = None
    """Where it was made, for example `api`."""
    sku: str | None = None
    """Your own key of it."""
    product_key: str | None = None
    """SAT product or service code (c_ClaveProdServ), 8 digits."""
    unit_key: str | None = None
    """SAT unit code (c_ClaveUnidad)."""
    unit_name: str | None = None
    """Name of the unit."""
    unit_price: float | None = None
    """Price of one unit, in currency units."""
    taxes: list[Tax] | None = None
    """Its taxes."""
    taxability: str | None = None
    """SAT tax object."""
    team: str | None = None
    """Id of its team."""
    created_at: float | None = None
    """When it was created (Unix seconds)."""
    quantity: float | None = None
    """How many units."""
    discount: float | None = None
    """Discount, in currency units. Not confirmed by the API's documentation."""
    third_party: ThirdParty | None = None
    """On whose behalf it is charged."""
    item_complement: ItemComplement | None = None
    """Complement of the line."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "description": STRING,
            "from": STRING,
            "sku": STRING,
            "product_key": STRING,
            "unit_key": STRING,
            "unit_name": STRING,
            "unit_price": NUMBER,
            "taxes": array(model(Tax)),
            "taxability": STRING,
            "team": STRING,
            "created_at": number(NUMBER, unit="s"),
            "quantity": NUMBER,
            "discount": NUMBER,
            "third_party": model(ThirdParty),
            "item_complement": model(ItemComplement),
        }


# Below the class, since two models may refer to each other.
from .item_complement import ItemComplement
from .tax import Tax
from .third_party import ThirdParty
