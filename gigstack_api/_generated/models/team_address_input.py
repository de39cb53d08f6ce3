# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamAddressInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamAddressInput(Model, kw_only=True):
    """Fiscal address of a team, as it is sent."""

    country: str | None = None
    """Country: `MEX` for Mexico."""
    street: str | None = None
    """Street."""
    zip: str | None = None
    """Postal code, five digits."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State, for example `CDMX`."""
    exterior: str | None = None
    """Outside number."""
    interior: str | None = None
    """Inside number."""
    neighborhood: str | None = None
    """Neighborhood (colonia)."""
    municipality: str | None = None
    """Municipality or alcaldía. Stored, but answers do not give it back."""

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
            "neighborhood": STRING,
            "municipality": STRING,
        }
