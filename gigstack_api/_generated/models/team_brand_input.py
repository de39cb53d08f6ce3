# Written by `make generate` from openapi.yaml; never edited.
"""TeamBrandInput: Name and looks of a team, as they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamBrandInput(Model):
    """Name and looks of a team, as they are sent."""

    alias: str | None = None
    """Visible name."""
    primary_color: str | None = None
    """First colour, as `#rrggbb`."""
    secondary_color: str | None = None
    """Second colour, as `#rrggbb`."""
    logo: str | None = None
    """Address of the logo, a URL."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "alias": STRING,
            "primary_color": STRING,
            "secondary_color": STRING,
            "logo": STRING,
        }
