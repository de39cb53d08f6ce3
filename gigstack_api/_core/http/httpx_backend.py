"""The httpx back end: a pool of our own connections, or the client of the user."""

from __future__ import annotations

import ssl
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from functools import cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import Any
from urllib.request import getproxies

import httpx

from .bodies import Body, read_content, with_body
from .log_filters import describe_failure, suppress_http_logs
from .messages import Lost, Progress, Reply, Request

KEPT_S = 5.0
"""How long an idle connection is kept, in seconds."""

CONNECT_S = 10.0

NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
)

OURS = {"Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}


class ConnectionPool:
    """Our own connections, each used by one call at a time; the last used is used first.

    httpx scans its whole pool on every request: with fifty in flight that takes longer than the
    calls.
    """

    def __init__(
        self, make: Callable[[], httpx.AsyncBaseTransport], *, now: Callable[[], float] = monotonic
    ) -> None:
        self.is_closed = False
        self._make = make
        self._now = now
        self._idle: deque[tuple[float, httpx.AsyncBaseTransport]] = deque()

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost."""
        await self._close_unused()
        wire = self._idle.pop()[1] if self._idle else self._make()
        try:
            return await _exchanged(partial(_send_by, wire, request), progress, timeout_s)
        finally:
            if self.is_closed:
                await wire.aclose()
            else:
                self._idle.append((self._now(), wire))

    async def _close_unused(self) -> None:
        """Closes connections that have been idle too long."""
        while self._idle and self._now() - self._idle[0][0] > KEPT_S:
            await self._idle.popleft()[1].aclose()

    async def aclose(self) -> None:
        """Closes the idle connections; the others are closed by the calls that use them."""
        self.is_closed = True
        while self._idle:
            await self._idle.popleft()[1].aclose()


class ClientConnections:
    """The connections of an httpx client, as its owner configured it."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        return self._client.is_closed

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost."""
        return await _exchanged(partial(self._send, request), progress, timeout_s)

    async def _send(self, request: Request, extensions: dict[str, Any]) -> httpx.Response:
        built = self._client.build_request(
            request.method,
            request.url,
            headers=request.headers,
            content=request.content,
            extensions=extensions,
        )
        return await self._client.send(
            with_body(built, request.content or b""), follow_redirects=False, stream=True
        )

    async def aclose(self) -> None:
        """Closes the client."""
        await self._client.aclose()


def has_proxy() -> bool:
    """Whether the environment names a proxy for https."""
    return not {"https", "all"}.isdisjoint(getproxies())


def own_client(most: int) -> httpx.AsyncClient:
    """An httpx client without cookies, which uses the proxy that the environment names, if any."""
    limits = httpx.Limits(max_connections=most, max_keepalive_connections=most)
    # Plain HTTP is for this machine only. A proxy of the environment would see the key.
    in_the_clear = {"http://": None}
    # Cookies would tie the calls of different teams together.
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return httpx.AsyncClient(verify=tls(), limits=limits, mounts=in_the_clear, cookies=cookies)


@cache
def tls() -> ssl.SSLContext:
    """The TLS settings, read from disk only once, since that takes longer than most calls."""
    return httpx.create_ssl_context()


async def _exchanged(
    send: Callable[[dict[str, Any]], Awaitable[httpx.Response]],
    progress: Progress,
    timeout_s: float,
) -> Reply | Lost:
    """The reply, or how it was lost; `send` takes the extensions of the request."""

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        progress.reported = True
        progress.writing = progress.writing or "send_request" in event

    times = {
        "connect": min(CONNECT_S, timeout_s),
        "read": timeout_s,
        "write": timeout_s,
        "pool": timeout_s,
    }
    try:
        with suppress_http_logs(progress):
            return await _read(await send({"timeout": times, "trace": trace}))
    except (httpx.HTTPError, httpx.InvalidURL) as error:  # the latter for an invalid redirect
        sent = progress.sent and not isinstance(error, NEVER_SENT)
        return Lost(
            describe_failure(error), sent=sent, timed_out=isinstance(error, httpx.TimeoutException)
        )


async def _send_by(
    wire: httpx.AsyncBaseTransport, request: Request, extensions: dict[str, Any]
) -> httpx.Response:
    return await wire.handle_async_request(_built(request, extensions))


def _built(request: Request, extensions: dict[str, Any]) -> httpx.Request:
    url = httpx.URL(request.url)
    content = request.content or b""
    headers = {"Host": url.netloc.decode("ascii"), **OURS, **request.headers}
    if content or request.method != "GET":
        headers["Content-Length"] = str(len(content))
    return httpx.Request(
        request.method, url, headers=headers, stream=Body(content), extensions=extensions
    )


async def _read(response: httpx.Response) -> Reply:
    content = await read_content(response)
    return Reply.of(response.status_code, response.headers.raw, content)
