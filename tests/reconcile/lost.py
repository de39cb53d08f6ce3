"""What a lost call was sent with."""

from __future__ import annotations

from typing import Any

from gigstack_api import Sent

NOW_S = 1_700_000_000.0


def sent(
    operation: str = "clients.create",
    *,
    ids: dict[str, str] | None = None,
    key: str | None = None,
    **body: Any,
) -> Sent:
    """What a call was sent with, at NOW_S."""
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
