# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadScheduleStatus: Schedule, FIEL and registration of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, STRING, Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_schedule import SatDownloadSchedule
    from .sat_provider_sync import SatProviderSync


@define(kw_only=True, repr=False)
class SatDownloadScheduleStatus(Model):
    """Schedule, FIEL and registration of a team."""

    fiel_uploaded: bool | None = None
    """Whether a FIEL is stored."""
    registered: bool | None = None
    """Whether the RFC is registered for mass download."""
    sat_completed: bool | None = None
    """Whether the setup with the SAT is complete. Unverified: inferred from its name."""
    sync_start_date: str | None = None
    """First day that is mirrored. Unverified: taken to be YYYY-MM-DD, as where it is sent."""
    schedule: SatDownloadSchedule | None = None
    """The daily download."""
    prodigia: SatProviderSync | None = None
    """State of the sync at the provider behind mass download (PADE/Prodigia)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_schedule import SatDownloadSchedule
        from .sat_provider_sync import SatProviderSync

        return {
            "fiel_uploaded": BOOLEAN,
            "registered": BOOLEAN,
            "sat_completed": BOOLEAN,
            "sync_start_date": STRING,
            "schedule": model(SatDownloadSchedule),
            "prodigia": model(SatProviderSync),
        }
