# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentLink: Something a support document is attached to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SupportDocumentLink(Model):
    """Something a support document is attached to."""

    entity_type: str | None = None
    """`invoice`, `payment`, `receipt` or `client`."""
    entity_id: str | None = None
    """Its id."""
    linked_at: int | None = None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "entity_type": STRING,
            "entity_id": STRING,
            "linked_at": number(INTEGER, unit="ms"),
        }
