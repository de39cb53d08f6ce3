# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceCancellation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number
from gigstack_api._core.schema.models import Model


class InvoiceCancellation(Model, kw_only=True):
    """How the cancellation of a CFDI stands.

    A cancellation can wait for the client; the event invoice.canceled follows it.
    """

    cancellation_status: str | None = None
    """State, for example `pending`."""
    cancelled_at: float | None = None
    """When it was cancelled (Unix milliseconds). Not confirmed by the API's documentation."""
    motive: str | None = None
    """SAT motive."""
    code: str | None = None
    """Code that the SAT answered, for example `201`."""
    requested_by: str | None = None
    """Who asked for it."""
    cancellation_receipt: str | None = None
    """Receipt (acuse) of the SAT."""
    cancellation_type: str | None = None
    """Kind of cancellation, for example `normal`."""
    last_checked: float | None = None
    """When the SAT was last asked (Unix milliseconds). Not confirmed by the API's documentation."""
    requested_at: float | None = None
    """When it was asked for (Unix milliseconds). Not confirmed by the API's documentation."""
    substitution_uuid: str | None = None
    """UUID of the CFDI that takes its place; with motive 01."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "cancellation_status": STRING,
            "cancelled_at": number(NUMBER, unit="ms"),
            "motive": STRING,
            "code": STRING,
            "requested_by": STRING,
            "cancellation_receipt": STRING,
            "cancellation_type": STRING,
            "last_checked": number(NUMBER, unit="ms"),
            "requested_at": number(NUMBER, unit="ms"),
            "substitution_uuid": STRING,
        }
