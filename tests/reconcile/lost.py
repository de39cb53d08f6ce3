"""A write whose answer was lost, and its error."""

from __future__ import annotations

from typing import Any

from gigstack_api import OutcomeUnknownError, Sent

NOW_S = 1_700_000_000.0


def sent(
    operation: str = "clients.create",
    *,
    ids: dict[str, str] | None = None,
    key: str | None = None,
    **body: Any,
) -> Sent:
    """The data of a call that was sent at NOW_S."""
    return Sent(
        operation=operation,
        ids=ids or {"id": "it"},
        names=tuple(body),
        body=body,
        idempotency_key=key,
        first_at=NOW_S,
        last_at=NOW_S,
        deadline_s=30,
    )


def unknown(message: str = "lost", *, sent: Sent | None = None) -> OutcomeUnknownError:
    return OutcomeUnknownError(
        message, operation="clients.create", method="POST", path="/clients", sent=sent
    )
