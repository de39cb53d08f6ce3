"""The orders, kept in memory: a shop of yours has a database here."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from attrs import frozen

from .buyers import Buyer
from .goods import Line


def order_id(form_id: str, buyer: Buyer, lines: tuple[Line, ...]) -> str:
    """The id of what one form asks for: sent twice it is the same order, changed in between
    another. None can be guessed.
    """
    return sha256(repr((form_id, buyer, lines)).encode()).hexdigest()[:32]


@frozen(kw_only=True)
class Order:
    """An order, and how far its payment and its invoice are. The statuses are those of gigstack."""

    id: str
    lines: tuple[Line, ...]
    buyer: Buyer
    pay_url: str
    payment_status: str | None
    invoice: str | None = None
    invoice_status: str | None = None

    @property
    def step(self) -> str:
        """What the buyer is told: waiting, paid, invoiced, ended."""
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
        """The order of an id, if there is one."""
        return self._orders.get(order_id)

    def named_in(self, metadata: Mapping[str, Any] | None) -> Order | None:
        """The order that the metadata of a payment or an invoice name, if it is one of ours."""
        return self.get(str((metadata or {}).get("order_id")))

    def add(self, order: Order) -> None:
        """Keeps a new order; one that is there stays as it is."""
        self._orders.setdefault(order.id, order)

    def keep(self, order: Order) -> None:
        """Keeps an order as it is now."""
        self._orders[order.id] = order
