# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentAudit: A check made with a support document."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    OBJECT,
    STRING,
    Kind,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text


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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.context_type = take("context_type", None)
        made.context_id = take("context_id", None)
        made.audited_at = take("audited_at", None)
        made.result = take("result", None)
        made.summary = take("summary", None)
        made.details = take("details", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.context_type) is not None:
            made["context_type"] = value if type(value) is str else plain_text(value)
        if (value := self.context_id) is not None:
            made["context_id"] = value if type(value) is str else plain_text(value)
        if (value := self.audited_at) is not None:
            made["audited_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.result) is not None:
            made["result"] = value if type(value) is str else plain_text(value)
        if (value := self.summary) is not None:
            made["summary"] = value if type(value) is str else plain_text(value)
        if self.details is not None:
            not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "context_type": STRING,
            "context_id": STRING,
            "audited_at": number(INTEGER, unit="ms"),
            "result": STRING,
            "summary": STRING,
            "details": OBJECT,
        }
