"""The one module that knows httpx: sends a request, gives the reply or says how it was lost."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from itertools import count
from typing import Any

import anyio
import httpx
from anyio.lowlevel import RunVar
from attrs import field, frozen

from ..errors import ConfigurationError
from .files import Upload
from .reply import Reply

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


@frozen
class Request:
    """A request with the bytes that every attempt sends."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)


@frozen
class _Lane:
    """The connections of one event loop, and how many calls may use them at once."""

    client: httpx.AsyncClient
    limiter: anyio.CapacityLimiter


_NUMBERS = count()


class Transport:
    """Sends requests over connections that belong to the running event loop, made when first needed there."""

    def __init__(self, *, max_in_flight: int, http_client: httpx.AsyncClient | None) -> None:
        if max_in_flight < 1:
            raise ConfigurationError(f"max_in_flight must be at least 1, not {max_in_flight}")
        self._max_in_flight = max_in_flight
        self._given = http_client
        self._lanes: RunVar[_Lane] = RunVar(f"gigstack_api lane {next(_NUMBERS)}")  # anyio 4.9 tells RunVars apart by name only

    async def send(self, request: Request, *, timeout_s: float) -> Reply:
        """The reply to a request, within `timeout_s` seconds.

        Raises:
            Lost: none came.
        """
        progress = _Progress()
        with anyio.move_on_after(timeout_s):
            return await self._send(request, progress, timeout_s)
        raise Lost("the deadline of the call passed", sent=progress.sent, timed_out=True)

    async def _send(self, request: Request, progress: _Progress, timeout_s: float) -> Reply:
        lane = self._lane()
        async with lane.limiter:
            progress.handed_over = True
            built = lane.client.build_request(
                request.method,
                request.url,
                headers=request.headers,
                content=request.content,
                timeout=httpx.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s)),
                extensions={"trace": progress.trace},
            )
            quiet = _sending.set(True)
            try:
                response = await lane.client.send(built, follow_redirects=False)
            except httpx.HTTPError as error:
                sent = progress.sent and not isinstance(error, NEVER_SENT)
                raise Lost(_reason(error), sent=sent, timed_out=isinstance(error, httpx.TimeoutException)) from error
            finally:
                _sending.reset(quiet)
            return Reply(response.status_code, {k.lower(): v for k, v in response.headers.items()}, response.content)

    def _lane(self) -> _Lane:
        lane = self._lanes.get(None)
        if lane is None or (lane.client.is_closed and self._given is None):
            client = self._given or httpx.AsyncClient(
                limits=httpx.Limits(max_connections=self._max_in_flight, max_keepalive_connections=self._max_in_flight),
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # kept, a cookie would tie a call to another team's
            )
            lane = _Lane(client, anyio.CapacityLimiter(self._max_in_flight))
            self._lanes.set(lane)
        return lane

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, but never a client that was given."""
        lane = self._lanes.get(None)
        if lane is not None and self._given is None:
            await lane.client.aclose()


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


_sending: ContextVar[bool] = ContextVar("gigstack_api sending", default=False)


class _HideOurs(logging.Filter):
    """Drops httpx's own line about our requests: it holds the whole URL, and with it personal data."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not _sending.get()


logging.getLogger("httpx").addFilter(_HideOurs())


def _reason(error: httpx.HTTPError) -> str:
    """Why no reply came, in words that hold no URL."""
    words: dict[type[httpx.HTTPError], str] = {
        httpx.ConnectTimeout: "connecting took too long",
        httpx.PoolTimeout: "no connection became free",
        httpx.ConnectError: "cannot connect",
        httpx.ReadTimeout: "no answer came in time",
        httpx.WriteTimeout: "sending took too long",
        httpx.ReadError: "the connection broke while waiting for the answer",
        httpx.WriteError: "the connection broke while sending",
        httpx.RemoteProtocolError: "the connection ended before the answer was complete",
        httpx.DecodingError: "the answer could not be decompressed",
    }
    return words.get(type(error), f"the request failed ({type(error).__name__})")


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
