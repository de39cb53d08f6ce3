# Written by `make generate` from openapi.yaml; never edited.
"""TeamAddress: Fiscal address of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class TeamAddress(Model):
    """Fiscal address of a team."""

    country: str | None
    """Country as three letters, `MEX` (ISO 3166 alpha-3)."""
    street: str | None
    """Street."""
    zip: str | None
    """Postal code, five digits."""
    city: str | None
    """City."""
    state: str | None
    """State, for example `CDMX`."""
    exterior: str | None
    """Outside number."""
    interior: str | None
    """Inside number."""
    neighborhood: str | None
    """Neighborhood (colonia)."""
    municipality: str | None
    """Municipality or alcaldía. Stored, but absent from newer answers."""

    __slots__ = (
        "country",
        "street",
        "zip",
        "city",
        "state",
        "exterior",
        "interior",
        "neighborhood",
        "municipality",
    )

    def __init__(
        self,
        *,
        country: str | None = None,
        street: str | None = None,
        zip: str | None = None,
        city: str | None = None,
        state: str | None = None,
        exterior: str | None = None,
        interior: str | None = None,
        neighborhood: str | None = None,
        municipality: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.country = country
        self.street = street
        self.zip = zip
        self.city = city
        self.state = state
        self.exterior = exterior
        self.interior = interior
        self.neighborhood = neighborhood
        self.municipality = municipality
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.country = take("country", None)
        made.street = take("street", None)
        made.zip = take("zip", None)
        made.city = take("city", None)
        made.state = take("state", None)
        made.exterior = take("exterior", None)
        made.interior = take("interior", None)
        made.neighborhood = take("neighborhood", None)
        made.municipality = take("municipality", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.country) is not None:
            made["country"] = value if type(value) is str else plain_text(value)
        if (value := self.street) is not None:
            made["street"] = value if type(value) is str else plain_text(value)
        if (value := self.zip) is not None:
            made["zip"] = value if type(value) is str else plain_text(value)
        if (value := self.city) is not None:
            made["city"] = value if type(value) is str else plain_text(value)
        if (value := self.state) is not None:
            made["state"] = value if type(value) is str else plain_text(value)
        if (value := self.exterior) is not None:
            made["exterior"] = value if type(value) is str else plain_text(value)
        if (value := self.interior) is not None:
            made["interior"] = value if type(value) is str else plain_text(value)
        if (value := self.neighborhood) is not None:
            made["neighborhood"] = value if type(value) is str else plain_text(value)
        if (value := self.municipality) is not None:
            made["municipality"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "country": STRING,
            "street": STRING,
            "zip": STRING,
            "city": STRING,
            "state": STRING,
            "exterior": STRING,
            "interior": STRING,
            "neighborhood": STRING,
            "municipality": STRING,
        }
