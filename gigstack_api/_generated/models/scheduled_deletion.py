# Written by `make generate` from openapi.yaml; never edited.
"""ScheduledDeletion: When a team will be erased."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ScheduledDeletion(Model):
    """When a team will be erased."""

    date: int | None = None
    """When it will be erased for good (Unix milliseconds); 30 days after `flagged_at`."""
    flagged_at: int | None = None
    """When the deletion was asked for (Unix milliseconds)."""
    flagged_by: str | None = None
    """Id of the user who asked for it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "date": number(INTEGER, unit="ms"),
            "flagged_at": number(INTEGER, unit="ms"),
            "flagged_by": STRING,
        }
