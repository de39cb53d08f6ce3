# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatProviderSync`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING
from gigstack_api._core.schema.models import Model


class SatProviderSync(Model, kw_only=True):
    """State of the sync at the provider behind mass download (PADE/Prodigia)."""

    synced: bool | None = None
    """Whether the provider has synced."""
    sync_from: str | None = None
    """Date from which the provider syncs. Not confirmed by the API's documentation."""
    last_sync: str | None = None
    """Time of its latest sync. Not confirmed by the API's documentation."""
    monthly_cap: float | None = None
    """Cap a month. Not confirmed by the API's documentation."""
    message: str | None = None
    """The state in words."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "synced": BOOLEAN,
            "sync_from": STRING,
            "last_sync": STRING,
            "monthly_cap": NUMBER,
            "message": STRING,
        }
