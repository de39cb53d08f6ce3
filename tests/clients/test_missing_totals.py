"""Payments from Stripe came without totals: they are read, and their items still add up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gigstack_api import fiscal, webhooks
from gigstack_api.models import Payment
from gigstack_api.reconcile.matching import amount_differs

IVA = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "withholding": False}
ITEM = {"description": "Consulta", "quantity": 2, "unit_price": 100, "taxes": [IVA]}
STRIPE = {
    "id": "payment_1",
    "status": "succeeded",
    "currency": "MXN",
    "payment_processor": "stripe",
    "items": [ITEM],
}


@pytest.mark.parametrize("fields", [STRIPE, {**STRIPE, "total": None, "subtotal": None}])
def test_a_payment_without_totals_is_read(fields: dict[str, object]) -> None:
    payment = Payment.from_dict(fields)
    assert (payment.id, payment.total, payment.subtotal) == ("payment_1", None, None)
    items = [item.to_dict() for item in payment.items or ()]
    assert fiscal.totals(items).total == Decimal(232)
    event = webhooks.parse({"type": "payment.succeeded", "data": {"object": fields}})
    assert (event.object_id, event.status) == ("payment_1", "succeeded")


def test_a_lost_payment_is_not_ruled_out_for_want_of_totals() -> None:
    assert not amount_differs([ITEM], STRIPE)
