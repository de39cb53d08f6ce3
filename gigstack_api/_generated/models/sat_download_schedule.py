# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadSchedule: A daily download, as answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, INTEGER, NUMBER, STRING, Kind, array, enum, one_of
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_direction import SatDownloadDirection


@define(kw_only=True, repr=False)
class SatDownloadSchedule(Model):
    """A daily download, as answered."""

    enabled: bool | None = None
    """Whether it runs."""
    time: str | None = None
    """Time of day it runs at (HH:mm, America/Mexico_City)."""
    downloadTypes: list[SatDownloadDirection | str] | None = None
    """What it downloads."""
    daysBack: int | None = None
    """How many past days each run covers."""
    lastRunAt: float | str | None = None
    """When it last ran, as a number or a text. Unverified: a number is taken to be Unix milliseconds, since an
    official client formats it as a date."""
    lastRunStatus: str | None = None
    """Outcome of the last run; values not documented."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_direction import SatDownloadDirection

        return {
            "enabled": BOOLEAN,
            "time": STRING,
            "downloadTypes": array(enum(SatDownloadDirection)),
            "daysBack": INTEGER,
            "lastRunAt": one_of(NUMBER, STRING, unit="ms"),
            "lastRunStatus": STRING,
        }
