# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceItem`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class InvoiceItem(Model, kw_only=True):
    """Line item of an invoice in an answer."""

    id: str | None = None
    """Id of the line item (`item_…`) or of its service."""
    description: str | None = None
    """The product or service sold."""
    product_key: str | None = None
    """SAT key of the product or service, eight digits."""
    quantity: float | None = None
    """How many units."""
    unit_price: float | None = None
    """Price of a unit, in currency units."""
    unit_key: str | None = None
    """SAT key of the unit."""
    unit_name: str | None = None
    """Unit in words."""
    sku: str | None = None
    """Your own key of the product."""
    taxability: str | None = None
    """SAT tax object."""
    discount: float | None = None
    """Discount, in currency units."""
    customs_request: str | None = None
    """Number of the customs declaration (pedimento)."""
    complement: str | None = None
    """Complement of the line item, as XML text. Not confirmed by the API's documentation."""
    property_tax_account: str | None = None
    """Property tax account (cuenta predial)."""
    taxes: list[Tax] | None = None
    """Taxes."""
    third_party: ThirdParty | None = None
    """Third party on whose behalf it is charged."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .tax import Tax
from .third_party import ThirdParty
