"""Sends a request within a time, gives the reply or says how it was lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from ipaddress import ip_address
from typing import Any

import anyio
import httpx

from ..errors import ConfigurationError
from .files import Upload
from .lanes import Lanes
from .quiet import reason_of, unlogged
from .reply import Reply
from .wires import ClientConnections, Connections, Request, connections

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)
CONNECT_S = 10.0
MOST_URL_CHARS = 65_536  # httpx refuses longer ones


class Lost(Exception):
    """No reply came. `sent` tells whether a byte of the request may have been read; `reason` holds nothing personal."""

    def __init__(self, reason: str, *, sent: bool, timed_out: bool = False) -> None:
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out
        super().__init__(reason)


class Held(Exception):
    """Not sent: before its turn came, it was told to wait."""


def _always() -> bool:
    return True


class Transport:
    """Sends requests over connections that belong to the running event loop, made when first needed there."""

    def __init__(self, *, max_in_flight: int, http_client: httpx.AsyncClient | None) -> None:
        if max_in_flight < 1:
            raise ConfigurationError(f"max_in_flight must be at least 1, not {max_in_flight}")
        make = partial(connections, max_in_flight) if http_client is None else partial(ClientConnections, http_client)
        self._lanes: Lanes[Connections] = Lanes(make, most=max_in_flight, ours=http_client is None)

    async def send(self, request: Request, *, timeout_s: float, may_go: Callable[[], bool] = _always) -> Reply:
        """The reply to a request, within `timeout_s` seconds. `may_go` is asked when its turn comes.

        Raises:
            Lost: none came.
            Held: it may not go.
            ConfigurationError: the client is closed.
        """
        progress = _Progress()
        with anyio.move_on_after(timeout_s):
            return await self._send(request, progress, timeout_s, may_go)
        raise Lost("the deadline of the call passed", sent=progress.sent, timed_out=True)

    async def _send(self, request: Request, progress: _Progress, timeout_s: float, may_go: Callable[[], bool]) -> Reply:
        lane = self._lanes.running()
        async with lane.limiter:
            lane.check_open()
            if not may_go():
                raise Held
            narrowed = lane.narrowed
            progress.handed_over = True
            outcome = await _exchanged(lane.client, request, progress, timeout_s)
            if isinstance(outcome, Lost):  # raised out here: with a cause, it would keep the request, its key and bytes in reach
                raise outcome
            lane.learn(outcome.status, narrowed=narrowed)
            return outcome

    def reopen(self) -> None:
        """Lets a client that was closed be used again on the running event loop."""
        self._lanes.reopen()

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, but never a client that was given."""
        await self._lanes.running().aclose()


class _Progress:
    """How far a request got, as httpcore tells; a transport that tells nothing counts as sent once it has the request."""

    def __init__(self) -> None:
        self.handed_over = False
        self._told = False
        self._writing = False

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        self._told = True
        self._writing = self._writing or "send_request" in event

    @property
    def sent(self) -> bool:
        """Whether a byte may have been read."""
        return self.handed_over and (self._writing or not self._told)


async def _exchanged(wires: Connections, request: Request, progress: _Progress, timeout_s: float) -> Reply | Lost:
    """The reply to a request, or how it was lost."""
    times = {"connect": min(CONNECT_S, timeout_s), "read": timeout_s, "write": timeout_s, "pool": timeout_s}
    try:
        with unlogged():
            return await wires.exchange(request, {"timeout": times, "trace": progress.trace})
    except (httpx.HTTPError, httpx.InvalidURL) as error:  # the latter: a redirect to an address that is none
        sent = progress.sent and not isinstance(error, NEVER_SENT)
        return Lost(reason_of(error), sent=sent, timed_out=isinstance(error, httpx.TimeoutException))


def encode_multipart(fields: Mapping[str, str], files: Sequence[tuple[str, Upload]]) -> tuple[str, bytes]:
    """Content type and bytes of a form, with a boundary of its own."""
    parts = [(name, (upload.name, upload.content, upload.media_type)) for name, upload in files]
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files=parts)
    return request.headers["Content-Type"], request.read()


def check_base_url(base_url: str) -> str:
    """A base URL without its trailing slash.

    Raises:
        ConfigurationError: it is not https, and not http to this machine.
    """
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from error
    if url.userinfo or "?" in base_url or "#" in base_url:
        raise ConfigurationError("base_url takes no user, query or fragment")
    if url.scheme == "https" and url.host:
        return base_url.rstrip("/")
    if url.scheme == "http" and is_loopback(url.host):
        return base_url.rstrip("/")
    raise ConfigurationError("base_url must begin with https:// (http:// only for this machine: localhost, 127.0.0.1, [::1])")


def is_local(base_url: str) -> bool:
    """Whether the API of a base URL is on this machine."""
    return is_loopback(httpx.URL(base_url).host)


def is_loopback(host: str) -> bool:
    """Whether a host name stands for this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def file_host(url: str) -> str | None:
    """The host a file may be fetched from: over https, or over http from this machine; None for any other address."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        return None
    allowed = parsed.scheme == "https" or (parsed.scheme == "http" and is_loopback(parsed.host))
    return parsed.host or None if allowed else None
