# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentAudit`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, number
from gigstack_api._core.schema.models import Model


class SupportDocumentAudit(Model):
    """A check made with a support document."""

    context_type: str | None
    """Kind of thing it was checked for, for example `invoice`."""
    context_id: str | None
    """Id of that thing."""
    audited_at: int | None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""
    result: str | None
    """Outcome, for example `valid`."""
    summary: str | None
    """Outcome in words."""
    details: dict[str, Any] | None
    """More about it."""

    __slots__ = (
        "context_type",
        "context_id",
        "audited_at",
        "result",
        "summary",
        "details",
    )

    def __init__(
        self,
        *,
        context_type: str | None = None,
        context_id: str | None = None,
        audited_at: int | None = None,
        result: str | None = None,
        summary: str | None = None,
        details: dict[str, Any] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.context_type = context_type
        self.context_id = context_id
        self.audited_at = audited_at
        self.result = result
        self.summary = summary
        self.details = details
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.context_type = take("context_type", None)
        instance.context_id = take("context_id", None)
        instance.audited_at = take("audited_at", None)
        instance.result = take("result", None)
        instance.summary = take("summary", None)
        instance.details = take("details", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.context_type) is not None:
            fields["context_type"] = value if type(value) is str else enum_text(value)
        if (value := self.context_id) is not None:
            fields["context_id"] = value if type(value) is str else enum_text(value)
        if (value := self.audited_at) is not None:
            fields["audited_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.result) is not None:
            fields["result"] = value if type(value) is str else enum_text(value)
        if (value := self.summary) is not None:
            fields["summary"] = value if type(value) is str else enum_text(value)
        if self.details is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

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
