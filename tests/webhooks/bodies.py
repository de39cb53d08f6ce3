"""Bodies of webhooks."""

from __future__ import annotations

from typing import Any


def body(event_type: str = "payment.succeeded", **fields: Any) -> dict[str, Any]:
    """A body in the documented form, by default of a payment; `object` is its object."""
    about = fields.pop("object", {"id": "payment_1", "status": "succeeded", "team": "team_sandbox"})
    documented = {
        "id": "evt_1",
        "type": event_type,
        "created": 1_700_000_000_000,
        "livemode": False,
        "data": {"object": about},
    }
    return {**documented, **fields}
