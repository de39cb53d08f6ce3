# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadSchedule`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, array, enum, one_of
from gigstack_api._core.schema.models import Model


class SatDownloadSchedule(Model, kw_only=True):
    """A daily download, as answered."""

    enabled: bool | None = None
    """Whether it runs."""
    time: str | None = None
    """Time of day it runs at (HH:mm, America/Mexico_City)."""
    downloadTypes: list[SatDownloadDirection | str] | None = None
    """Directions it downloads."""
    daysBack: int | None = None
    """How many past days each run covers."""
    lastRunAt: float | str | None = None
    """When it last ran (Unix milliseconds, or a text). Not confirmed by the API's documentation."""
    lastRunStatus: str | None = None
    """Outcome of the last run; values not documented."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "enabled": BOOLEAN,
            "time": STRING,
            "downloadTypes": array(enum(SatDownloadDirection)),
            "daysBack": INTEGER,
            "lastRunAt": one_of(NUMBER, STRING, unit="ms"),
            "lastRunStatus": STRING,
        }


# Below the class, since two models may refer to each other.
from .sat_download_direction import SatDownloadDirection
