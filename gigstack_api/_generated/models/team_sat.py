# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamSat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, number
from gigstack_api._core.schema.models import Model


class TeamSat(Model, kw_only=True):
    """Connection of a team with the SAT."""

    completed: bool | None = None
    """Whether the CSD is connected."""
    connected_at: int | None = None
    """When it was connected (Unix seconds)."""
    csd_expires_at: int | None = None
    """When the CSD ends (Unix seconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "completed": BOOLEAN,
            "connected_at": number(INTEGER, unit="s"),
            "csd_expires_at": number(INTEGER, unit="s"),
        }
