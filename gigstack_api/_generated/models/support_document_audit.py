# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentAudit: A check made with a support document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, OBJECT, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SupportDocumentAudit(Model):
    """A check made with a support document."""

    context_type: str | None = None
    """Kind of thing it was checked for, for example `invoice`."""
    context_id: str | None = None
    """Id of that thing."""
    audited_at: int | None = None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""
    result: str | None = None
    """Outcome, for example `valid`."""
    summary: str | None = None
    """Outcome in words."""
    details: dict[str, Any] | None = None
    """More about it."""

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
