# Written by `make generate` from openapi.yaml; never edited.
"""FielUploadResult: The stored FIEL, and whether the business got registered along with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, INTEGER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class FielUploadResult(Model):
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
    """When it was registered (Unix milliseconds); 0 in the sample of the docs."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

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
