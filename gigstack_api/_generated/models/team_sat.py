# Written by `make generate` from openapi.yaml; never edited.
"""TeamSat: Connection of a team with the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, INTEGER, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamSat(Model):
    """Connection of a team with the SAT."""

    completed: bool | None = None
    """Whether the CSD is connected."""
    connected_at: int | None = None
    """When it was connected (Unix seconds)."""
    csd_expires_at: int | None = None
    """When the CSD ends (Unix seconds in the sample; an official client takes values above 1e12 for
    milliseconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "completed": BOOLEAN,
            "connected_at": number(INTEGER, unit="s"),
            "csd_expires_at": number(INTEGER, unit="s"),
        }
