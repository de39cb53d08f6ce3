"""Tells which of two states of a resource is the earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..errors import InvalidArgumentError
from .events import (
    DELETED,
    ClientEvent,
    Event,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    SatInvoiceEvent,
    ServiceEvent,
    TeamEvent,
)

GONE = 9
WITHOUT_STATUS: Mapping[str | None, int] = {None: 0, DELETED: GONE}

RANKS: Mapping[type[Event[Any]], Mapping[str | None, int]] = {
    PaymentEvent: {
        "requires_payment_method": 0,
        "pending": 0,
        "processing": 1,
        "failed": 1,  # the payer may try again
        "succeeded": 2,
        "succeeded_": 2,
        "canceled": 3,
        "cancelled": 3,
        "refunded": 3,
        DELETED: GONE,
    },
    InvoiceEvent: {
        "draft": 0,
        "created": 1,
        "pending": 1,
        "processing": 1,
        "failed": 1,  # it may still be stamped
        "valid": 2,
        "stamped": 2,
        "active": 2,
        "completed": 2,
        "unpaid": 2,
        "paid": 2,
        "canceled": 3,
        "cancelled": 3,
        DELETED: GONE,
    },
    ReceiptEvent: {
        "pending": 0,
        "open": 0,
        "expired": 1,  # it still goes into the global invoice
        "invoiced": 2,
        "completed": 2,
        "stamped": 2,
        "canceled": 3,
        "cancelled": 3,
        DELETED: GONE,
    },
    SatInvoiceEvent: {"Vigente": 0, "Cancelado": 1, DELETED: GONE},
    ClientEvent: WITHOUT_STATUS,
    ServiceEvent: WITHOUT_STATUS,
    TeamEvent: WITHOUT_STATUS,
}
"""How far along a resource is with each status.

Statuses between which a resource may go back and forth have the same rank.
"""


def is_behind(event: Event[Any], *, status: str | None, created: datetime | None = None) -> bool:
    """Whether an event arrived late: it shows an earlier state of its resource than the known one.

    The statuses decide; if they are equally far along or unknown, the times of the events do. False
    if neither is conclusive.

    The transitions are not documented; no status is taken to go back, so a receipt that is reopened
    looks late.

    Args:
        event: The event that arrived.
        status: `event.status` of the latest event that was applied, or the status of the resource
            as the API returned it.
        created: `event.created` of the latest event that was applied.

    Raises:
        InvalidArgumentError: `created` has no time zone. Many databases drop it.
    """
    if created is not None and created.tzinfo is None:
        raise InvalidArgumentError(
            "created needs a time zone, for example created.replace(tzinfo=UTC)"
        )
    ranks = RANKS.get(type(event), {})
    new, known = ranks.get(event.status), ranks.get(status)
    if new is not None and known is not None and new != known:
        return new < known
    return created is not None and event.created is not None and event.created < created
