# Written by `make generate` from openapi.yaml; never edited.
"""The model `ScheduledDeletion`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class ScheduledDeletion(Model, kw_only=True):
    """When a team will be erased."""

    date: int | None = None
    """When it will be erased for good (Unix milliseconds); 30 days after `flagged_at`."""
    flagged_at: int | None = None
    """When the deletion was asked for (Unix milliseconds)."""
    flagged_by: str | None = None
    """Id of the user who asked for it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "date": number(INTEGER, unit="ms"),
            "flagged_at": number(INTEGER, unit="ms"),
            "flagged_by": STRING,
        }
