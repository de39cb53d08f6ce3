# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadScheduleStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from .sat_download_schedule import SatDownloadSchedule
    from .sat_provider_sync import SatProviderSync


class SatDownloadScheduleStatus(Model):
    """Schedule, FIEL and registration of a team."""

    fiel_uploaded: bool | None
    """Whether a FIEL is stored."""
    registered: bool | None
    """Whether the RFC is registered for mass download."""
    sat_completed: bool | None
    """Whether the setup with the SAT is complete. Unverified: inferred from its name."""
    sync_start_date: str | None
    """First day that is mirrored. Unverified: taken to be YYYY-MM-DD, as where it is sent."""
    schedule: SatDownloadSchedule | None
    """The daily download."""
    prodigia: SatProviderSync | None
    """State of the sync at the provider behind mass download (PADE/Prodigia)."""

    __slots__ = (
        "fiel_uploaded",
        "registered",
        "sat_completed",
        "sync_start_date",
        "schedule",
        "prodigia",
    )

    def __init__(
        self,
        *,
        fiel_uploaded: bool | None = None,
        registered: bool | None = None,
        sat_completed: bool | None = None,
        sync_start_date: str | None = None,
        schedule: SatDownloadSchedule | None = None,
        prodigia: SatProviderSync | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.fiel_uploaded = fiel_uploaded
        self.registered = registered
        self.sat_completed = sat_completed
        self.sync_start_date = sync_start_date
        self.schedule = schedule
        self.prodigia = prodigia
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        SatDownloadSchedule, SatProviderSync = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.fiel_uploaded = take("fiel_uploaded", None)
        instance.registered = take("registered", None)
        instance.sat_completed = take("sat_completed", None)
        instance.sync_start_date = take("sync_start_date", None)
        instance.schedule = (
            SatDownloadSchedule.from_dict(value)
            if is_object(value := take("schedule", None))
            else value
        )
        instance.prodigia = (
            SatProviderSync.from_dict(value)
            if is_object(value := take("prodigia", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.fiel_uploaded) is not None:
            fields["fiel_uploaded"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.registered) is not None:
            fields["registered"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.sat_completed) is not None:
            fields["sat_completed"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.sync_start_date) is not None:
            fields["sync_start_date"] = value if type(value) is str else enum_text(value)
        if (value := self.schedule) is not None:
            fields["schedule"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.prodigia) is not None:
            fields["prodigia"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


@cache
def _nested() -> tuple[
    type[SatDownloadSchedule],
    type[SatProviderSync],
]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_schedule import SatDownloadSchedule
    from .sat_provider_sync import SatProviderSync

    return SatDownloadSchedule, SatProviderSync
