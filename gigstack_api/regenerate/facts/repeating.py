"""Facts of repeats: replay class and idempotency key. Pure."""

from __future__ import annotations

from .operation import Operation

CLASSES = {
    "get": "safe",
    "head": "safe",
    "options": "safe",
    "trace": "safe",
    "put": "idempotent",
    "delete": "idempotent",
}
"""By HTTP method (RFC 9110, 9.2). Of PATCH and POST it promises nothing."""


def idempotency_key(operation: Operation) -> str | None:
    """Where an operation takes an idempotency key; None if nowhere, or if its method needs none."""
    if operation.call.method in CLASSES:
        return None
    if "idempotency_key" in operation.fields:
        return "body.idempotency_key"
    headers = {name.lower() for name in operation.named("header")}
    return "header.Idempotency-Key" if "idempotency-key" in headers else None


def replay_class(operation: Operation) -> str:
    """The replay class of an operation."""
    default = "keyed" if idempotency_key(operation) else "once"
    return CLASSES.get(operation.call.method, default)


def replay_guess(operation: Operation) -> tuple[str, str] | None:
    """The guess about repeats, and what to do if it is wrong; None where the method decides."""
    if operation.call.method in CLASSES:
        return None
    if idempotency_key(operation):
        return (
            "It is repeated with the same idempotency key when its answer is lost.",
            "If the server ignores the key, set replay to once.",
        )
    return (
        "It is not repeated when its answer is lost: a repeat might do it twice.",
        "If a repeat does no harm, set replay to idempotent.",
    )
