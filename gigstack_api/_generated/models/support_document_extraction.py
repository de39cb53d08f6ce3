# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentExtraction: What a model read out of a support document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, NUMBER, OBJECT, STRING, Kind, array, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SupportDocumentExtraction(Model):
    """What a model read out of a support document."""

    extracted_at: int | None = None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""
    extracted_by: str | None = None
    """`ai` in the docs."""
    model: str | None = None
    """Name of the model, for example `gemini-3-flash`."""
    confidence: float | None = None
    """How sure it is, 0 to 1."""
    extracted_data: dict[str, Any] | None = None
    """What was read."""
    warnings: list[str] | None = None
    """Doubts of the model."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "extracted_at": number(INTEGER, unit="ms"),
            "extracted_by": STRING,
            "model": STRING,
            "confidence": NUMBER,
            "extracted_data": OBJECT,
            "warnings": array(STRING),
        }
