# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientAddress`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class ClientAddress(Model):
    """Postal address of a client."""

    country: str | None
    """Country, at most 3 letters in answers (ISO 3166 alpha-3: `MEX`, `COL`). Settled: send
    `MEX` as the newer guide does; the create page sends `Mexico`.
    """
    street: str | None
    """Street."""
    zip: str | None
    """Postal code, checked against the Mexican catalogue."""
    city: str | None
    """City."""
    state: str | None
    """State, for example `CDMX`."""
    exterior: str | None
    """Outside number."""
    interior: str | None
    """Inside number."""
    municipality: str | None
    """Municipality or alcaldía."""
    neighborhood: str | None
    """Neighborhood (colonia)."""

    __slots__ = (
        "country",
        "street",
        "zip",
        "city",
        "state",
        "exterior",
        "interior",
        "municipality",
        "neighborhood",
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
        municipality: str | None = None,
        neighborhood: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.country = country
        self.street = street
        self.zip = zip
        self.city = city
        self.state = state
        self.exterior = exterior
        self.interior = interior
        self.municipality = municipality
        self.neighborhood = neighborhood
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.country = take("country", None)
        instance.street = take("street", None)
        instance.zip = take("zip", None)
        instance.city = take("city", None)
        instance.state = take("state", None)
        instance.exterior = take("exterior", None)
        instance.interior = take("interior", None)
        instance.municipality = take("municipality", None)
        instance.neighborhood = take("neighborhood", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.country) is not None:
            fields["country"] = value if type(value) is str else enum_text(value)
        if (value := self.street) is not None:
            fields["street"] = value if type(value) is str else enum_text(value)
        if (value := self.zip) is not None:
            fields["zip"] = value if type(value) is str else enum_text(value)
        if (value := self.city) is not None:
            fields["city"] = value if type(value) is str else enum_text(value)
        if (value := self.state) is not None:
            fields["state"] = value if type(value) is str else enum_text(value)
        if (value := self.exterior) is not None:
            fields["exterior"] = value if type(value) is str else enum_text(value)
        if (value := self.interior) is not None:
            fields["interior"] = value if type(value) is str else enum_text(value)
        if (value := self.municipality) is not None:
            fields["municipality"] = value if type(value) is str else enum_text(value)
        if (value := self.neighborhood) is not None:
            fields["neighborhood"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "country": STRING,
            "street": STRING,
            "zip": STRING,
            "city": STRING,
            "state": STRING,
            "exterior": STRING,
            "interior": STRING,
            "municipality": STRING,
            "neighborhood": STRING,
        }
