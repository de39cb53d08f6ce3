# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadSchedule`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, array, enum, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import is_list

if TYPE_CHECKING:
    from .sat_download_direction import SatDownloadDirection


class SatDownloadSchedule(Model):
    """A daily download, as answered."""

    enabled: bool | None
    """Whether it runs."""
    time: str | None
    """Time of day it runs at (HH:mm, America/Mexico_City)."""
    downloadTypes: list[SatDownloadDirection | str] | None
    """Directions it downloads."""
    daysBack: int | None
    """How many past days each run covers."""
    lastRunAt: float | str | None
    """When it last ran, as a number or a text. Unverified: a number is taken to be Unix
    milliseconds, since an official client formats it as a date.
    """
    lastRunStatus: str | None
    """Outcome of the last run; values not documented."""

    __slots__ = (
        "enabled",
        "time",
        "downloadTypes",
        "daysBack",
        "lastRunAt",
        "lastRunStatus",
    )

    def __init__(
        self,
        *,
        enabled: bool | None = None,
        time: str | None = None,
        downloadTypes: list[SatDownloadDirection | str] | None = None,
        daysBack: int | None = None,
        lastRunAt: float | str | None = None,
        lastRunStatus: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.enabled = enabled
        self.time = time
        self.downloadTypes = downloadTypes
        self.daysBack = daysBack
        self.lastRunAt = lastRunAt
        self.lastRunStatus = lastRunStatus
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SatDownloadDirection,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.enabled = take("enabled", None)
        instance.time = take("time", None)
        instance.downloadTypes = (
            [SatDownloadDirection.of(item) for item in value]
            if is_list(value := take("downloadTypes", None))
            else value
        )
        instance.daysBack = take("daysBack", None)
        instance.lastRunAt = take("lastRunAt", None)
        instance.lastRunStatus = take("lastRunStatus", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.enabled) is not None:
            fields["enabled"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.time) is not None:
            fields["time"] = value if type(value) is str else enum_text(value)
        if self.downloadTypes is not None:
            needs_conversion()
        if (value := self.daysBack) is not None:
            fields["daysBack"] = value if (type(value) is int) else needs_conversion()
        if (value := self.lastRunAt) is not None:
            fields["lastRunAt"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.lastRunStatus) is not None:
            fields["lastRunStatus"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_download_direction import SatDownloadDirection

        return {
            "enabled": BOOLEAN,
            "time": STRING,
            "downloadTypes": array(enum(SatDownloadDirection)),
            "daysBack": INTEGER,
            "lastRunAt": one_of(NUMBER, STRING, unit="ms"),
            "lastRunStatus": STRING,
        }


@cache
def _nested() -> tuple[type[SatDownloadDirection],]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_direction import SatDownloadDirection

    return (SatDownloadDirection,)
