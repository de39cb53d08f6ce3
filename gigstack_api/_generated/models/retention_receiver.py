# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionReceiver`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class RetentionReceiver(Model, kw_only=True):
    """Receiver of a retention."""

    legal_name: str | None = None
    """Legal name."""
    tax_id: str | None = None
    """RFC."""
    nationality: str | None = None
    """`Nacional` for a Mexican receiver."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "nationality": STRING,
        }
