"""The orders, kept in memory; a real shop uses a database."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from attrs import frozen

from .buyers import Buyer
from .products import Line


def order_id(form_id: str, buyer: Buyer, lines: tuple[Line, ...]) -> str:
    """The id of the order of a form.

    The same form sent twice gives the same id, a changed form another one. It cannot be guessed,
    since `form_id` is random.
    """
    return sha256(repr((form_id, buyer, lines)).encode()).hexdigest()[:32]


@frozen(kw_only=True)
class Order:
    """An order, with the statuses of its payment and invoice at gigstack."""

    id: str
    lines: tuple[Line, ...]
    buyer: Buyer
    pay_url: str
    payment_status: str | None
    invoice: str | None = None
    invoice_status: str | None = None

    @property
    def step(self) -> str:
        """The step shown to the buyer: waiting, paid, invoiced or ended."""
        if self.payment_status == "succeeded":
            return "invoiced" if self.invoice else "paid"
        return (
            "ended" if self.payment_status in {"canceled", "cancelled", "refunded"} else "waiting"
        )


class Orders:
    """All orders, by id."""

    def __init__(self) -> None:
        self._orders: dict[str, Order] = {}

    def get(self, order_id: str) -> Order | None:
        """The order with that id, if there is one."""
        return self._orders.get(order_id)

    def named_in(self, metadata: Mapping[str, Any] | None) -> Order | None:
        """The order named by the metadata of a payment or an invoice, if there is one."""
        return self.get(str((metadata or {}).get("order_id")))

    def add(self, order: Order) -> None:
        """Adds a new order; an existing one is left unchanged."""
        self._orders.setdefault(order.id, order)

    def save(self, order: Order) -> None:
        """Replaces the stored order."""
        self._orders[order.id] = order
