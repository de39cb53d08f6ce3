# Written by `make generate` from openapi.yaml; never edited.
"""Service: A service or product of the catalogue of a team, the model of line items."""

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
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_models, plain_text
from gigstack_api._core.shapes import is_list, is_object

if TYPE_CHECKING:
    from .tax import Tax


class Service(Model):
    """A service or product of the catalogue of a team, the model of line items."""

    id: str | None
    """Id (`service_…`)."""
    description: str | None
    """What is sold."""
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
    created_at: float | None
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
        id: str | None = None,
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
        created_at: float | None = None,
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (Tax,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.description = take("description", None)
        made.from_ = take("from", None)
        made.sku = take("sku", None)
        made.product_key = take("product_key", None)
        made.unit_key = take("unit_key", None)
        made.unit_name = take("unit_name", None)
        made.unit_price = take("unit_price", None)
        made.taxes = (
            [Tax.from_dict(each) if is_object(each) else each for each in value]
            if is_list(value := take("taxes", None))
            else value
        )
        made.taxability = take("taxability", None)
        made.team = take("team", None)
        made.created_at = take("created_at", None)
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
        if (value := self.from_) is not None:
            made["from"] = value if type(value) is str else plain_text(value)
        if (value := self.sku) is not None:
            made["sku"] = value if type(value) is str else plain_text(value)
        if (value := self.product_key) is not None:
            made["product_key"] = value if type(value) is str else plain_text(value)
        if (value := self.unit_key) is not None:
            made["unit_key"] = value if type(value) is str else plain_text(value)
        if (value := self.unit_name) is not None:
            made["unit_name"] = value if type(value) is str else plain_text(value)
        if (value := self.unit_price) is not None:
            made["unit_price"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.taxes) is not None:
            made["taxes"] = plain_models(value)
        if (value := self.taxability) is not None:
            made["taxability"] = value if type(value) is str else plain_text(value)
        if (value := self.team) is not None:
            made["team"] = value if type(value) is str else plain_text(value)
        if (value := self.created_at) is not None:
            made["created_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .tax import Tax

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
        }


@cache
def _nested() -> tuple[type[Tax],]:
    """The classes of nested values, loaded when the first model is read."""
    from .tax import Tax

    return (Tax,)
