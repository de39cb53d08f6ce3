"""Webhook events: parsing, confirmation, deduplication and ordering."""

from __future__ import annotations

from .deduplication import Deduplicator, MemoryDeduplicator
from .events import (
    ClientEvent,
    Event,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    ResourceEvent,
    SatInvoiceEvent,
    ServiceEvent,
    TeamEvent,
)
from .ordering import is_behind
from .parsing import parse

__all__ = [
    "ClientEvent",
    "Deduplicator",
    "Event",
    "InvoiceEvent",
    "MemoryDeduplicator",
    "PaymentEvent",
    "ReceiptEvent",
    "ResourceEvent",
    "SatInvoiceEvent",
    "ServiceEvent",
    "TeamEvent",
    "is_behind",
    "parse",
]
