# Written by `make generate` from openapi.yaml; never edited.
"""TeamAddress: Fiscal address of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamAddress(Model):
    """Fiscal address of a team."""

    country: str | None = None
    """Country as three letters, `MEX` (ISO 3166 alpha-3)."""
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
    """Municipality or alcaldía. Stored, but absent from newer answers."""

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
