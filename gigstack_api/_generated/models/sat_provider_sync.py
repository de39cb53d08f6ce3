# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatProviderSync`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING
from gigstack_api._core.schema.models import Model


class SatProviderSync(Model):
    """State of the sync at the provider behind mass download (PADE/Prodigia)."""

    synced: bool | None
    """Whether the provider has synced."""
    sync_from: str | None
    """Date from which the provider syncs. Unverified: form not stated."""
    last_sync: str | None
    """Time of its latest sync. Unverified: form not stated."""
    monthly_cap: float | None
    """Cap a month. Unverified: taken to count invoices, as `max_monthly_invoices` of the
    registration.
    """
    message: str | None
    """The state in words."""

    __slots__ = (
        "synced",
        "sync_from",
        "last_sync",
        "monthly_cap",
        "message",
    )

    def __init__(
        self,
        *,
        synced: bool | None = None,
        sync_from: str | None = None,
        last_sync: str | None = None,
        monthly_cap: float | None = None,
        message: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.synced = synced
        self.sync_from = sync_from
        self.last_sync = last_sync
        self.monthly_cap = monthly_cap
        self.message = message
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.synced = take("synced", None)
        instance.sync_from = take("sync_from", None)
        instance.last_sync = take("last_sync", None)
        instance.monthly_cap = take("monthly_cap", None)
        instance.message = take("message", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.synced) is not None:
            fields["synced"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.sync_from) is not None:
            fields["sync_from"] = value if type(value) is str else enum_text(value)
        if (value := self.last_sync) is not None:
            fields["last_sync"] = value if type(value) is str else enum_text(value)
        if (value := self.monthly_cap) is not None:
            fields["monthly_cap"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.message) is not None:
            fields["message"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

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
