# Written by `make generate` from openapi.yaml; never edited.
"""The model `Service`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Service(Model, kw_only=True):
    """A service or product of the catalogue of a team, the model of line items."""

    id: str = ABSENT
    """Id (`service_…`)."""
    description: str | None = None
    """The product or service sold."""
    from_: str | None = None
    """Where it was made, for example `api`."""
    sku: str | None = None
    """Your own key of it."""
    product_key: str | None = None
    """SAT product or service code (c_ClaveProdServ), 8 digits."""
    unit_key: str | None = None
    """SAT unit code (c_ClaveUnidad), for example `E48`."""
    unit_name: str | None = None
    """Name of the unit."""
    unit_price: float | None = None
    """Price of one unit, in currency units."""
    taxes: list[Tax] | None = None
    """Its taxes."""
    taxability: str | None = None
    """SAT tax object. Not confirmed by the API's documentation."""
    team: str | None = None
    """Id of its team."""
    created_at: float = ABSENT
    """When it was created (Unix seconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
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
            "created_at": number(NUMBER, unit="s").always(),
        }


# Below the class, since two models may refer to each other.
from .tax import Tax
