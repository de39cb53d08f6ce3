# Written by `make generate` from openapi.yaml; never edited.
"""ItemSearch: Search key that finds the service of a line item, or creates it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ItemSearch(Model):
    """Search key that finds the service of a line item, or creates it."""

    on_key: str | None = None
    """Name of the field to match, for example `sku`."""
    on_value: str | None = None
    """Value the field must have."""
    auto_create: bool | None = None
    """Whether to create the service when none matches."""
    update: bool | None = None
    """Whether a match is updated. Unverified: inferred from the search of clients."""
    safety_check: bool | None = None
    """Unverified: named by one official client, meaning not documented."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "on_key": STRING,
            "on_value": STRING,
            "auto_create": BOOLEAN,
            "update": BOOLEAN,
            "safety_check": BOOLEAN,
        }
