# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadScheduleStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class SatDownloadScheduleStatus(Model, kw_only=True):
    """Schedule, FIEL and registration of a team."""

    fiel_uploaded: bool | None = None
    """Whether a FIEL is stored."""
    registered: bool | None = None
    """Whether the RFC is registered for mass download."""
    sat_completed: bool | None = None
    """Whether the setup with the SAT is complete. Not confirmed by the API's documentation."""
    sync_start_date: str | None = None
    """First day that is mirrored. Not confirmed by the API's documentation."""
    schedule: SatDownloadSchedule | None = None
    """The daily download."""
    prodigia: SatProviderSync | None = None
    """State of the sync at the provider behind mass download (PADE/Prodigia)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "fiel_uploaded": BOOLEAN,
            "registered": BOOLEAN,
            "sat_completed": BOOLEAN,
            "sync_start_date": STRING,
            "schedule": model(SatDownloadSchedule),
            "prodigia": model(SatProviderSync),
        }


# Below the class, since two models may refer to each other.
from .sat_download_schedule import SatDownloadSchedule
from .sat_provider_sync import SatProviderSync
