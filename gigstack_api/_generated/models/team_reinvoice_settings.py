# Written by `make generate` from openapi.yaml; never edited.
"""TeamReinvoiceSettings: What happens to an invoice that is issued anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import INTEGER, Kind, enum, number
from ..._core.model import Model

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


@define(kw_only=True, repr=False)
class TeamReinvoiceSettings(Model):
    """What happens to an invoice that is issued anew."""

    window_days: int | None = None
    """How many days it can be issued anew, 0 or more."""
    handler: RefundHandler | str | None = None
    """What is done with the former invoice."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .refund_handler import RefundHandler

        return {
            "window_days": number(INTEGER, low=0.0),
            "handler": enum(RefundHandler),
        }
