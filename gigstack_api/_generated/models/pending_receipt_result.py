# Written by `make generate` from openapi.yaml; never edited.
"""The model `PendingReceiptResult`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class PendingReceiptResult(Model, kw_only=True):
    """Outcome of one pending receipt."""

    id: str | None = None
    """Id of the receipt."""
    status: str | None = None
    """Outcome, for example `failed`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "status": STRING,
        }
