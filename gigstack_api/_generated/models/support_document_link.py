# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocumentLink`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class SupportDocumentLink(Model, kw_only=True):
    """Something a support document is attached to."""

    entity_type: str | None = None
    """`invoice`, `payment`, `receipt` or `client`."""
    entity_id: str | None = None
    """Its id."""
    linked_at: int | None = None
    """When (Unix milliseconds). Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "entity_type": STRING,
            "entity_id": STRING,
            "linked_at": number(INTEGER, unit="ms"),
        }
