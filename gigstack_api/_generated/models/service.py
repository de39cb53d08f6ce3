# Written by `make generate` from openapi.yaml; never edited.
"""The model `Service`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array, number
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .tax import Tax


class Service(Model):
    """A service or product of the catalogue of a team, the model of line items."""

    id: str
    """Id (`service_…`)."""
    description: str | None
    """The product or service sold."""
    from_: str | None
    """Where it was made, for example `api`."""
    sku: str | None
    """Your own key of it."""
    product_key: str | None
    """SAT product or service code (c_ClaveProdServ), 8 digits."""
    unit_key: str | None
    """SAT unit code (c_ClaveUnidad), for example `E48`."""
    unit_name: str | None
    """Name of the unit."""
    unit_price: float | None
    """Price of one unit, in currency units."""
    taxes: list[Tax] | None
    """Its taxes."""
    taxability: str | None
    """SAT tax object. Unverified: inferred from the line items of invoices."""
    team: str | None
    """Id of its team."""
    created_at: float
    """When it was created (Unix seconds)."""

    __slots__ = (
        "id",
        "description",
        "from_",
        "sku",
        "product_key",
        "unit_key",
        "unit_name",
        "unit_price",
        "taxes",
        "taxability",
        "team",
        "created_at",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        description: str | None = None,
        from_: str | None = None,
        sku: str | None = None,
        product_key: str | None = None,
        unit_key: str | None = None,
        unit_name: str | None = None,
        unit_price: float | None = None,
        taxes: list[Tax] | None = None,
        taxability: str | None = None,
        team: str | None = None,
        created_at: float = ABSENT,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.description = description
        self.from_ = from_
        self.sku = sku
        self.product_key = product_key
        self.unit_key = unit_key
        self.unit_name = unit_name
        self.unit_price = unit_price
        self.taxes = taxes
        self.taxability = taxability
        self.team = team
        self.created_at = created_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (Tax,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.description = take("description", None)
        instance.from_ = take("from", None)
        instance.sku = take("sku", None)
        instance.product_key = take("product_key", None)
        instance.unit_key = take("unit_key", None)
        instance.unit_name = take("unit_name", None)
        instance.unit_price = take("unit_price", None)
        instance.taxes = (
            [Tax.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes", None))
            else value
        )
        instance.taxability = take("taxability", None)
        instance.team = take("team", None)
        instance.created_at = take("created_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.description) is not None:
            fields["description"] = value if type(value) is str else enum_text(value)
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.sku) is not None:
            fields["sku"] = value if type(value) is str else enum_text(value)
        if (value := self.product_key) is not None:
            fields["product_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_key) is not None:
            fields["unit_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_name) is not None:
            fields["unit_name"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_price) is not None:
            fields["unit_price"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.taxes) is not None:
            fields["taxes"] = encode_models(value)
        if (value := self.taxability) is not None:
            fields["taxability"] = value if type(value) is str else enum_text(value)
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .tax import Tax

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


@cache
def _nested() -> tuple[type[Tax],]:
    """The classes of nested values, imported when the first object is read."""
    from .tax import Tax

    return (Tax,)
