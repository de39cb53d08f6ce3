# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamBrand`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamBrand(Model, kw_only=True):
    """Name and looks of a team."""

    alias: str | None = None
    """Visible name."""
    primary_color: str | None = None
    """First colour, as `#rrggbb`."""
    secondary_color: str | None = None
    """Second colour, as `#rrggbb`."""
    logo: str | None = None
    """Address of the logo, a URL."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "alias": STRING,
            "primary_color": STRING,
            "secondary_color": STRING,
            "logo": STRING,
        }
