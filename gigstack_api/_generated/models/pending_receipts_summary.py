# Written by `make generate` from openapi.yaml; never edited.
"""The model `PendingReceiptsSummary`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class PendingReceiptsSummary(Model, kw_only=True):
    """Outcome of the pending receipts of a client."""

    stamped: int | None = None
    """How many were stamped."""
    failed: int | None = None
    """How many could not be stamped."""
    remaining: int | None = None
    """How many wait for another call."""
    results: list[PendingReceiptResult] | None = None
    """One entry a receipt."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "stamped": INTEGER,
            "failed": INTEGER,
            "remaining": INTEGER,
            "results": array(model(PendingReceiptResult)),
        }


# Below the class, since two models may refer to each other.
from .pending_receipt_result import PendingReceiptResult
