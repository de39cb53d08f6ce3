"""Posts events to webhooks side by side, signed and with retries, and logs every delivery.

Hosts other than this machine must be allowed. Each webhook has `LANES` lanes, in which one delivery
follows the other: the events of a resource share a lane, so they arrive in order, and no webhook
waits for another.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit
from zlib import crc32

import anyio
import httpx
from anyio.lowlevel import current_token
from attrs import frozen

from .hosts import is_this_machine
from .rules.accounts.webhooks import Target, find_targets, payload
from .state import Event, State

ANSWER_TIMEOUT_S = 5.0
"""How long a receiver may take to answer, as documented (seconds)."""

WAITS_S = (0.2, 1.0)
"""Waits before the second and the third attempt (seconds). gigstack does not publish its own."""

LANES = 8
"""How many deliveries to one webhook may be under way at once."""

MAX_LOG = 1000
"""How many outcomes are kept."""

SIGNATURE = "x-gigstack-signature"
"""The header with the hexadecimal HMAC-SHA256 of the body.

Unverified: only posts of the vendor's blog say so.
"""

SIGNING_SECRET = "whsec_sandbox"  # noqa: S105 - signs nothing of value
"""The secret that webhooks are signed with by default."""

Lane: TypeAlias = tuple[object, str, int]
"""The event loop, the id of the webhook, and the number of the lane."""


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
    """Delivers the events of a state. `log` holds the last outcomes, in the order they ended.

    `allowed_hosts` are hosts other than this machine that may be posted to.
    """

    def __init__(
        self,
        state: State,
        *,
        allowed_hosts: Collection[str] = (),
        signing_secret: str = SIGNING_SECRET,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._state = state
        self._allowed = frozenset(allowed_hosts)
        self._secret = signing_secret
        self._sleep = sleep
        self._taken = 0
        self._last: dict[Lane, anyio.Event] = {}
        """The end of the last delivery of each lane in use."""
        self.log = deque[Delivery](maxlen=MAX_LOG)

    def pending(self) -> list[tuple[Event, Target]]:
        """The deliveries to make for events since the last call."""
        count = min(self._state.event_count - self._taken, len(self._state.events))
        fresh = list(self._state.events)[len(self._state.events) - count :]
        self._taken = self._state.event_count
        return [(event, target) for event in fresh for target in find_targets(self._state, event)]

    async def deliver(self, pending: list[tuple[Event, Target]]) -> None:
        """Posts each event to its webhook and logs the outcome. Returns when all are done."""
        try:
            # A transport, not a client, which would log the URL; it may be secret. The lanes limit
            # its connections.
            http = httpx.AsyncHTTPTransport(
                trust_env=False, limits=httpx.Limits(max_connections=None)
            )
        except OSError:  # it reads certificates, and there may be no free file descriptor
            self.log += [_delivery(event, target, "failed") for event, target in pending]
            return
        async with http, anyio.create_task_group() as group:
            for event, target in pending:
                lane = _lane(event, target)
                before, ended = self._last.get(lane), anyio.Event()
                self._last[lane] = ended
                group.start_soon(self._deliver_in, lane, before, ended, http, event, target)

    async def _deliver_in(
        self,
        lane: Lane,
        before: anyio.Event | None,
        ended: anyio.Event,
        http: httpx.AsyncHTTPTransport,
        event: Event,
        target: Target,
    ) -> None:
        """Delivers an event after the one before it in its lane."""
        try:
            if before is not None:
                await before.wait()
            self.log.append(await self._deliver_one(http, event, target))
        finally:
            ended.set()
            if self._last.get(lane) is ended:
                del self._last[lane]

    async def _deliver_one(
        self, http: httpx.AsyncHTTPTransport, event: Event, target: Target
    ) -> Delivery:
        url: str = target.webhook["url"]
        body = json.dumps(payload(event), ensure_ascii=False).encode()
        own = {
            "content-type": "application/json",
            SIGNATURE: hmac.digest(self._secret.encode(), body, hashlib.sha256).hex(),
        }
        headers = {name.lower(): value for name, value in target.headers.items()} | own
        attempts, code = 0, None
        status = "failed"

        if not self._may_reach(url):
            status = "refused"
        else:
            for wait in (*WAITS_S, None):
                attempts += 1
                code = await _post(http, url, headers, body)
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


def _lane(event: Event, target: Target) -> Lane:
    """The lane of a delivery. Those of one resource to one webhook have the same."""
    resource = str(event.object.get("id"))
    return current_token(), target.webhook["id"], crc32(resource.encode()) % LANES


async def _post(
    http: httpx.AsyncHTTPTransport, url: str, headers: Mapping[str, str], body: bytes
) -> int | None:
    """The status of the answer; None if there was no answer."""
    try:
        timeout = httpx.Timeout(ANSWER_TIMEOUT_S).as_dict()
        request = httpx.Request(
            "POST",
            url,
            content=body,
            headers=headers,
            extensions={"timeout": timeout},
        )
        response = await http.handle_async_request(request)
        await response.aclose()
        return response.status_code
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
        return None
