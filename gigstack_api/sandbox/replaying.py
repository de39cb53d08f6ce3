"""Posts the events of the demo business to a receiver, in a sandbox that lives as long."""

from __future__ import annotations

from .call import Call
from .deliveries import SIGNING_SECRET, Deliveries
from .keys import Key
from .rules.accounts.webhooks import create_webhook
from .seeds import SEEDS, TEAM
from .state import State


async def replay_demo(url: str, *, signing_secret: str | None = None) -> int:
    """Posts the events in their order, signed, and returns how many there were.

    Args:
        url: Address of the receiver, on this machine.
        signing_secret: What they are signed with; by default that of the sandbox.
    """
    state = State()
    key = Key(TEAM, livemode=False)
    base_url = "http://127.0.0.1"
    body = {"url": url}
    create_webhook(Call(state=state, key=key, team=TEAM, base_url=base_url, body=body))
    deliveries = Deliveries(state, signing_secret=signing_secret or SIGNING_SECRET)
    SEEDS["demo"](state, base_url)
    pending = deliveries.pending()
    await deliveries.deliver(pending)
    return len(pending)
