# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceStamp`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number
from gigstack_api._core.schema.models import Model


class InvoiceStamp(Model, kw_only=True):
    """Stamp of the SAT on a CFDI."""

    sello: str | None = None
    """Digital seal."""
    stamp_at: float | None = None
    """When it was stamped (Unix milliseconds). Not confirmed by the API's documentation."""
    provider: str | None = None
    """Who stamped it, for example `Prodigia`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "sello": STRING,
            "stamp_at": number(NUMBER, unit="ms"),
            "provider": STRING,
        }
