# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentExtraction`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, NUMBER, OBJECT, STRING, array, number
from gigstack_api._core.schema.models import Model


class SupportDocumentExtraction(Model, kw_only=True):
    """Data that a model read from a support document."""

    extracted_at: int | None = None
    """When (Unix milliseconds). Not confirmed by the API's documentation."""
    extracted_by: str | None = None
    """Who read it, for example `ai`."""
    model: str | None = None
    """Name of the model, for example `gemini-3-flash`."""
    confidence: float | None = None
    """How sure it is, 0 to 1."""
    extracted_data: dict[str, Any] | None = None
    """The data read."""
    warnings: list[str] | None = None
    """Doubts of the model."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "extracted_at": number(INTEGER, unit="ms"),
            "extracted_by": STRING,
            "model": STRING,
            "confidence": NUMBER,
            "extracted_data": OBJECT,
            "warnings": array(STRING),
        }
