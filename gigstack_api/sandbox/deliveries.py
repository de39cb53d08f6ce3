"""Posts events to webhooks, with retries, and logs every delivery.

Hosts other than this machine must be allowed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

import anyio
import httpx
from attrs import frozen

from .hosts import is_this_machine
from .rules.accounts.webhooks import Target, find_targets, payload
from .state import Event, State

ANSWER_TIMEOUT_S = 5.0
"""How long a receiver may take to answer, as documented (seconds)."""

WAITS_S = (0.2, 1.0)
"""Waits before the second and the third attempt (seconds). gigstack does not publish its own."""

MAX_LOG = 1000
"""How many outcomes are kept."""


@frozen(kw_only=True)
class Delivery:
    """The outcome of one event at one webhook.

    `status`: succeeded, failed, or refused (the host is not this machine).
    """

    event: Event
    webhook_id: str
    url: str
    status: str
    attempts: int
    response_code: int | None = None


class Deliveries:
    """Delivers the events of a state in their order. `log` holds the last outcomes.

    `allowed_hosts` are hosts other than this machine that may be posted to.
    """

    def __init__(
        self,
        state: State,
        *,
        allowed_hosts: Collection[str] = (),
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._state = state
        self._allowed = frozenset(allowed_hosts)
        self._sleep = sleep
        self._taken = 0
        self.log = deque[Delivery](maxlen=MAX_LOG)

    def pending(self) -> list[tuple[Event, Target]]:
        """The deliveries to make for events since the last call."""
        count = min(self._state.event_count - self._taken, len(self._state.events))
        fresh = list(self._state.events)[len(self._state.events) - count :]
        self._taken = self._state.event_count
        return [(event, target) for event in fresh for target in find_targets(self._state, event)]

    async def deliver(self, pending: list[tuple[Event, Target]]) -> None:
        """Posts each event to its webhook and logs the outcome."""
        try:
            # A transport, not a client, which would log the URL; it may be secret.
            http = httpx.AsyncHTTPTransport(trust_env=False)
        except OSError:  # it reads certificates, and there may be no free file descriptor
            self.log += [_delivery(event, target, "failed") for event, target in pending]
            return
        async with http:
            for event, target in pending:
                self.log.append(await self._deliver_one(http, event, target))

    async def _deliver_one(
        self, http: httpx.AsyncHTTPTransport, event: Event, target: Target
    ) -> Delivery:
        url: str = target.webhook["url"]
        attempts, code = 0, None
        status = "failed"

        if not self._may_reach(url):
            status = "refused"
        else:
            for wait in (*WAITS_S, None):
                attempts += 1
                code = await _post(http, url, event, target)
                if code is not None and 200 <= code < 300:
                    status = "succeeded"
                    break
                if wait is not None:
                    await self._sleep(wait)

        return _delivery(event, target, status, attempts, code)

    def _may_reach(self, url: str) -> bool:
        host = urlsplit(url).hostname or ""
        return host in self._allowed or is_this_machine(host)


def _delivery(
    event: Event, target: Target, status: str, attempts: int = 0, code: int | None = None
) -> Delivery:
    return Delivery(
        event=event,
        webhook_id=target.webhook["id"],
        url=target.webhook["url"],
        status=status,
        attempts=attempts,
        response_code=code,
    )


async def _post(
    http: httpx.AsyncHTTPTransport, url: str, event: Event, target: Target
) -> int | None:
    """The status of the answer; None if there was no answer."""
    try:
        timeout = httpx.Timeout(ANSWER_TIMEOUT_S).as_dict()
        request = httpx.Request(
            "POST",
            url,
            json=payload(event),
            headers=target.headers,
            extensions={"timeout": timeout},
        )
        response = await http.handle_async_request(request)
        await response.aclose()
        return response.status_code
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
        return None
