# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadRegistration`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class SatDownloadRegistration(Model, kw_only=True):
    """Registration of a business with the SAT."""

    rfc: str | None = None
    """RFC of the business."""
    phone: str | None = None
    """Phone number of the registration."""
    sync_start_date: str | None = None
    """First day that is mirrored (YYYY-MM-DD)."""
    legal_name: str | None = None
    """Legal name."""
    max_monthly_invoices: int | None = None
    """Number of invoices a month."""
    registered: bool | None = None
    """Whether the business is registered with the SAT."""
    registered_at: int | None = None
    """When it was registered (Unix milliseconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "rfc": STRING,
            "phone": STRING,
            "sync_start_date": STRING,
            "legal_name": STRING,
            "max_monthly_invoices": INTEGER,
            "registered": BOOLEAN,
            "registered_at": number(INTEGER, unit="ms"),
        }
