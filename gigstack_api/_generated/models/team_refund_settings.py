# Written by `make generate` from openapi.yaml; never edited.
"""TeamRefundSettings: What happens on refunds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


@define(kw_only=True, repr=False)
class TeamRefundSettings(Model):
    """What happens on refunds."""

    automatic_refunds: bool | None = None
    """Whether refunds are handled by themselves."""
    current_month_handler: RefundHandler | str | None = None
    """What is done with an invoice of the current month."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .refund_handler import RefundHandler

        return {
            "automatic_refunds": BOOLEAN,
            "current_month_handler": enum(RefundHandler),
        }
