# Written by `make generate` from openapi.yaml; never edited.
"""Health: Answer of the health check. Unverified: its shape is unknown; these are the likely fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, NUMBER, STRING, Kind, one_of
from ..._core.model import Model


@define(kw_only=True, repr=False)
class Health(Model):
    """Answer of the health check. Unverified: its shape is unknown; these are the likely fields."""

    status: str | None = None
    """State in a word."""
    success: bool | None = None
    """Whether all is well."""
    message: str | None = None
    """State in words."""
    timestamp: str | float | None = None
    """When it was answered."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "status": STRING,
            "success": BOOLEAN,
            "message": STRING,
            "timestamp": one_of(STRING, NUMBER),
        }
