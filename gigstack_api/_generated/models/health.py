# Written by `make generate` from openapi.yaml; never edited.
"""The model `Health`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, one_of
from gigstack_api._core.schema.models import Model


class Health(Model, kw_only=True):
    """Answer of the health check."""

    status: str | None = None
    """State in a word."""
    success: bool | None = None
    """Whether all is well."""
    message: str | None = None
    """State in words."""
    timestamp: str | float | None = None
    """When it was answered."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "status": STRING,
            "success": BOOLEAN,
            "message": STRING,
            "timestamp": one_of(STRING, NUMBER),
        }
