# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentAudit`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, number
from gigstack_api._core.schema.models import Model


class SupportDocumentAudit(Model, kw_only=True):
    """A check made with a support document."""

    context_type: str | None = None
    """Kind of thing it was checked for, for example `invoice`."""
    context_id: str | None = None
    """Id of that thing."""
    audited_at: int | None = None
    """When (Unix milliseconds). Not confirmed by the API's documentation."""
    result: str | None = None
    """Outcome, for example `valid`."""
    summary: str | None = None
    """Outcome in words."""
    details: dict[str, Any] | None = None
    """More about it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "context_type": STRING,
            "context_id": STRING,
            "audited_at": number(INTEGER, unit="ms"),
            "result": STRING,
            "summary": STRING,
            "details": OBJECT,
        }
