# Written by `make generate` from openapi.yaml; never edited.
"""UserAddress: Postal address of a user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class UserAddress(Model):
    """Postal address of a user."""

    country: str | None = None
    """Country. Settled: send `MEX` as the newer guide does; an older form of it has `Mexico`."""
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
    """Municipality or alcaldía. Accepted and stored but not given back, though an older sample shows it in an
    answer."""
    neighborhood: str | None = None
    """Neighborhood (colonia)."""

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
            "municipality": STRING,
            "neighborhood": STRING,
        }
