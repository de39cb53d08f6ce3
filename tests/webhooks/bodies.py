"""Bodies of webhooks, and the client and item that events of a sandbox are about."""

from __future__ import annotations

from typing import Any

LINE: Any = {"description": "Consultoría", "quantity": 1, "unit_price": 1000}
JUAN: Any = {
    "name": "Juan",
    "tax_id": "PEGJ800101AB6",
    "tax_system": "612",
    "use": "G03",
    "address": {"zip": "03100"},
}


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
