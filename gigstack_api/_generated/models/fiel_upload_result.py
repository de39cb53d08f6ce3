# Written by `make generate` from openapi.yaml; never edited.
"""The model `FielUploadResult`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class FielUploadResult(Model, kw_only=True):
    """The stored FIEL, and whether the business got registered along with it."""

    rfc: str | None = None
    """RFC in the certificate."""
    expires_at: int | None = None
    """When the certificate ends (Unix milliseconds)."""
    expires_at_readable: str | None = None
    """When the certificate ends (ISO 8601)."""
    serial_number: str | None = None
    """Serial number of the certificate."""
    sync_start_date: str | None = None
    """First day that is mirrored (YYYY-MM-DD)."""
    phone: str | None = None
    """Phone number of the registration."""
    registered: bool | None = None
    """Whether the business is registered with the SAT and the sync is on."""
    registered_at: int | None = None
    """When it was registered (Unix milliseconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "rfc": STRING,
            "expires_at": number(INTEGER, unit="ms"),
            "expires_at_readable": STRING,
            "serial_number": STRING,
            "sync_start_date": STRING,
            "phone": STRING,
            "registered": BOOLEAN,
            "registered_at": number(INTEGER, unit="ms"),
        }
