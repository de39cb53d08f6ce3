# Written by `make generate` from openapi.yaml; never edited.
"""Refund: Money given back. Unverified: the only example is cut right after the id, within a key that begins with "it";
the other fields are inferred from that and from the request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import NUMBER, STRING, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .payment_item import PaymentItem


@define(kw_only=True, repr=False)
class Refund(Model):
    """Money given back. Unverified: the only example is cut right after the id, within a key that begins with
    "it"; the other fields are inferred from that and from the request."""

    id: str | None = None
    """Id (`refund_…`)."""
    items: list[PaymentItem] | None = None
    """What was given back. Unverified: inferred from the first letters of a key."""
    amount: float | None = None
    """How much in currency units. Unverified: inferred from the request."""
    reason: str | None = None
    """Why. Unverified: inferred from the request."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .payment_item import PaymentItem

        return {
            "id": STRING,
            "items": array(model(PaymentItem)),
            "amount": NUMBER,
            "reason": STRING,
        }
