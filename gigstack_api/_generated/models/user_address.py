# Written by `make generate` from openapi.yaml; never edited.
"""The model `UserAddress`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class UserAddress(Model, kw_only=True):
    """Postal address of a user."""

    country: str | None = None
    """Country: `MEX` for Mexico."""
    street: str | None = None
    """Street."""
    zip: str | None = None
    """Postal code."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State, for example `CDMX`."""
    exterior: str | None = None
    """Outside number."""
    municipality: str | None = None
    """Municipality or alcaldía. Accepted and stored, but not given back."""
    neighborhood: str | None = None
    """Neighborhood (colonia)."""

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
            "municipality": STRING,
            "neighborhood": STRING,
        }
