"""An event that shows an earlier state than the known one arrived late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, webhooks
from gigstack_api.models import InvoiceStatus, PaymentStatus, ReceiptStatus, SatInvoiceStatus
from gigstack_api.webhooks import (
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    SatInvoiceEvent,
    is_behind,
)
from gigstack_api.webhooks.ordering import RANKS

from .bodies import body

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
EARLIER, LATER = AT - timedelta(seconds=1), AT + timedelta(seconds=1)


def event(event_type: str, status: str | None) -> webhooks.Event[Any]:
    return webhooks.parse(body(event_type, object={"id": "1", "status": status}))


@pytest.mark.parametrize(
    ("event_type", "status", "known", "behind"),
    [
        ("payment.created", "requires_payment_method", "succeeded", True),
        ("payment.updated", "processing", "succeeded", True),
        ("payment.updated", "failed", "succeeded", True),
        ("payment.succeeded", "succeeded", "refunded", True),
        ("payment.succeeded", "succeeded", "requires_payment_method", False),
        ("payment.canceled", "cancelled", "succeeded", False),
        ("payment.updated", "succeeded_", "succeeded", False),
        ("payment.updated", "succeeded", "deleted", True),
        ("payment.deleted", "succeeded", "refunded", False),
        ("invoice.created", "stamped", "canceled", True),
        ("invoice.created", "valid", "stamped", False),
        ("invoice.failed", "failed", "stamped", True),
        ("invoice.canceled", "cancelled", "valid", False),
        ("receipt.created", "pending", "completed", True),
        ("receipt.completed", "completed", "expired", False),
        ("receipt.updated", "expired", "canceled", True),
        ("sat.invoice.synced", "Vigente", "Cancelado", True),
        ("sat.invoice.synced", "Cancelado", "Vigente", False),
        ("customer.updated", None, "deleted", True),
        ("customer.deleted", None, None, False),
        ("service.created", None, "deleted", True),
        ("teams.created", None, None, False),
    ],
)
@pytest.mark.parametrize("created", [None, EARLIER])
def test_the_status_decides(
    event_type: str, status: str | None, known: str | None, behind: bool, created: datetime
) -> None:
    assert is_behind(event(event_type, status), status=known, created=created) is behind


@pytest.mark.parametrize(
    ("event_type", "status", "known"),
    [
        ("payment.updated", "succeeded", "succeeded"),
        ("payment.updated", "failed", "processing"),
        ("payment.updated", "requires_payment_method", "pending"),
        ("payment.updated", "a new one", "succeeded"),
        ("payment.updated", "succeeded", "a new one"),
        ("payment.updated", None, None),
        ("customer.updated", None, None),
        ("invoice_batch.completed", "completed", "pending"),
    ],
)
def test_the_time_decides_if_the_status_does_not(
    event_type: str, status: str | None, known: str | None
) -> None:
    arrived = event(event_type, status)
    assert is_behind(arrived, status=known, created=LATER)
    assert not is_behind(arrived, status=known, created=AT)
    assert not is_behind(arrived, status=known, created=EARLIER)
    assert not is_behind(arrived, status=known)
    assert not is_behind(
        webhooks.parse({**arrived.document, "created": None}), status=known, created=LATER
    )


@pytest.mark.parametrize("known", ["requires_payment_method", "succeeded"])
def test_a_time_without_a_zone_is_refused(known: str) -> None:
    with pytest.raises(InvalidArgumentError, match="time zone"):
        is_behind(
            event("payment.updated", "succeeded"), status=known, created=AT.replace(tzinfo=None)
        )


@pytest.mark.parametrize(
    ("kind", "statuses"),
    [
        (PaymentEvent, PaymentStatus),
        (InvoiceEvent, InvoiceStatus),
        (ReceiptEvent, ReceiptStatus),
        (SatInvoiceEvent, SatInvoiceStatus),
    ],
)
def test_every_documented_status_has_a_rank(
    kind: type[webhooks.Event[Any]], statuses: type[StrEnum]
) -> None:
    assert set(RANKS[kind]) == {*statuses, "deleted"}
