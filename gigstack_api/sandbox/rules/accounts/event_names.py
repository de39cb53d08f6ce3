"""The names of events: which there are, and which of them the sandbox delivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ...spec import load

DELIVERED = frozenset(
    {
        *("payment.created", "payment.updated", "payment.succeeded", "payment.canceled"),
        *("invoice.created", "invoice.canceled", "invoice.failed"),
        *("receipt.created", "receipt.updated", "receipt.completed", "receipt.deleted"),
        *("customer.created", "customer.updated", "customer.deleted"),
        *("service.created", "service.updated", "service.deleted"),
    }
)
"""The events that the sandbox delivers."""

INSTEAD: Mapping[str, str] = {
    "payment.cancelled": "payment.canceled",
    "payment.refunded": "payment.updated",
    "payment.completed": "payment.succeeded",
    "invoice.stamped": "invoice.created",
    "invoice.cancelled": "invoice.canceled",
    "receipt.stamped": "receipt.completed",
    "receipt.cancelled": "receipt.deleted",
    "client.created": "customer.created",
}
"""The documented names of events that official material also calls otherwise."""


@cache
def all_events() -> tuple[str, ...]:
    """The names that the docs or the newest official client have."""
    meanings: Mapping[str, str] = load()["components"]["schemas"]["WebhookEventType"]["x-values"]
    return tuple(name for name in meanings if not meanings[name].startswith("contradicted"))


def warnings(names: Iterable[str]) -> Iterator[str]:
    """A sentence on each of the names that the sandbox does not deliver."""
    for name in names:
        if name in DELIVERED:
            continue
        if name in INSTEAD:
            yield f"nothing delivers {name}; subscribe to {INSTEAD[name]}"
        elif name in all_events():
            yield f"the sandbox never delivers {name}"
        else:
            yield f"nothing is known to deliver {name}"
