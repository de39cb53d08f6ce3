# Written by `make generate` from openapi.yaml; never edited.
"""PendingReceiptsSummary: What became of the pending receipts of a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import INTEGER, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .pending_receipt_result import PendingReceiptResult


@define(kw_only=True, repr=False)
class PendingReceiptsSummary(Model):
    """What became of the pending receipts of a client."""

    stamped: int | None = None
    """How many were stamped."""
    failed: int | None = None
    """How many could not be stamped."""
    remaining: int | None = None
    """How many wait for another call."""
    results: list[PendingReceiptResult] | None = None
    """One entry a receipt."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .pending_receipt_result import PendingReceiptResult

        return {
            "stamped": INTEGER,
            "failed": INTEGER,
            "remaining": INTEGER,
            "results": array(model(PendingReceiptResult)),
        }
