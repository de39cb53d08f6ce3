# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentExtraction: What a model read out of a support document."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    Kind,
    array,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class SupportDocumentExtraction(Model):
    """What a model read out of a support document."""

    extracted_at: int | None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""
    extracted_by: str | None
    """`ai` in the docs."""
    model: str | None
    """Name of the model, for example `gemini-3-flash`."""
    confidence: float | None
    """How sure it is, 0 to 1."""
    extracted_data: dict[str, Any] | None
    """What was read."""
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.extracted_at = take("extracted_at", None)
        made.extracted_by = take("extracted_by", None)
        made.model = take("model", None)
        made.confidence = take("confidence", None)
        made.extracted_data = take("extracted_data", None)
        made.warnings = take("warnings", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.extracted_at) is not None:
            made["extracted_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.extracted_by) is not None:
            made["extracted_by"] = value if type(value) is str else plain_text(value)
        if (value := self.model) is not None:
            made["model"] = value if type(value) is str else plain_text(value)
        if (value := self.confidence) is not None:
            made["confidence"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if self.extracted_data is not None:
            not_plain()
        if self.warnings is not None:
            not_plain()
        return not_plain() if self.additional_properties else made

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
