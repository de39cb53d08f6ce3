# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientAddress`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class ClientAddress(Model, kw_only=True):
    """Postal address of a client."""

    country: str | None = None
    """Country, at most 3 letters in answers (ISO 3166 alpha-3: `MEX`, `COL`)."""
    street: str | None = None
    """Street."""
    zip: str | None = None
    """Postal code, checked against the Mexican catalogue."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State, for example `CDMX`."""
    exterior: str | None = None
    """Outside number."""
    interior: str | None = None
    """Inside number."""
    municipality: str | None = None
    """Municipality or alcaldía."""
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
            "interior": STRING,
            "municipality": STRING,
            "neighborhood": STRING,
        }
