# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentExtraction`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, NUMBER, OBJECT, STRING, array, number
from gigstack_api._core.schema.models import Model


class SupportDocumentExtraction(Model):
    """Data that a model read from a support document."""

    extracted_at: int | None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""
    extracted_by: str | None
    """`ai` in the docs."""
    model: str | None
    """Name of the model, for example `gemini-3-flash`."""
    confidence: float | None
    """How sure it is, 0 to 1."""
    extracted_data: dict[str, Any] | None
    """The data read."""
    warnings: list[str] | None
    """Doubts of the model."""

    __slots__ = (
        "extracted_at",
        "extracted_by",
        "model",
        "confidence",
        "extracted_data",
        "warnings",
    )

    def __init__(
        self,
        *,
        extracted_at: int | None = None,
        extracted_by: str | None = None,
        model: str | None = None,
        confidence: float | None = None,
        extracted_data: dict[str, Any] | None = None,
        warnings: list[str] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.extracted_at = extracted_at
        self.extracted_by = extracted_by
        self.model = model
        self.confidence = confidence
        self.extracted_data = extracted_data
        self.warnings = warnings
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.extracted_at = take("extracted_at", None)
        instance.extracted_by = take("extracted_by", None)
        instance.model = take("model", None)
        instance.confidence = take("confidence", None)
        instance.extracted_data = take("extracted_data", None)
        instance.warnings = take("warnings", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.extracted_at) is not None:
            fields["extracted_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.extracted_by) is not None:
            fields["extracted_by"] = value if type(value) is str else enum_text(value)
        if (value := self.model) is not None:
            fields["model"] = value if type(value) is str else enum_text(value)
        if (value := self.confidence) is not None:
            fields["confidence"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if self.extracted_data is not None:
            needs_conversion()
        if self.warnings is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

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
