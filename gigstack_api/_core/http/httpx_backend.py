"""The httpx back end: a pool of our own connections, or the client of the user."""

from __future__ import annotations

import os
import ssl
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import Any, TypeVar
from urllib.request import getproxies

import httpx

from ...errors import ConfigurationError
from .bodies import Body, read_content, with_body
from .log_filters import or_lost, suppress_http_logs
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

PROXY_VARIABLES = frozenset({"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
TLS_VARIABLES = frozenset({"SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"})
OURS = {"Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}

T = TypeVar("T")


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
        connection = self._idle.pop()[1] if self._idle else self._make()
        try:
            return await _exchange(partial(_send_by, connection, request), progress, timeout_s)
        finally:
            if self.is_closed:
                await _close(connection)
            else:
                self._idle.append((self._now(), connection))

    async def _close_unused(self) -> None:
        """Closes connections that have been idle too long."""
        while self._idle and self._now() - self._idle[0][0] > KEPT_S:
            await _close(self._idle.popleft()[1])

    async def aclose(self) -> None:
        """Closes the idle connections; the others are closed by the calls that use them."""
        self.is_closed = True
        while self._idle:
            await _close(self._idle.popleft()[1])


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
        return await _exchange(partial(self._send, request), progress, timeout_s)

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
    """An httpx client that goes through the proxy of the environment, if any, and keeps no cookies.

    Raises:
        ConfigurationError: the environment names a proxy, or certificates, that cannot be used.
    """
    limits = httpx.Limits(max_connections=most, max_keepalive_connections=most)
    # Plain http goes to this machine only, and a proxy would see the key.
    mounts = {"http://": None}
    # A cookie that is kept would tie a call to the one of another team.
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    make = partial(httpx.AsyncClient, verify=tls(), limits=limits, mounts=mounts, cookies=cookies)
    return _by_environment(make, PROXY_VARIABLES, "the proxy settings cannot be used")


@cache
def tls() -> ssl.SSLContext:
    """The trusted certificates. Reading them takes longer than most calls, so it is done once.

    Raises:
        ConfigurationError: the environment names files that cannot be used.
    """
    return _by_environment(
        httpx.create_ssl_context, TLS_VARIABLES, "the trusted certificates cannot be loaded"
    )


def _by_environment(make: Callable[[], T], variables: frozenset[str], problem: str) -> T:
    """The object that is made from variables of the environment.

    Raises:
        ConfigurationError: they cannot be used. It has no cause, since a proxy URL may hold a
            password.
    """
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - ImportError, InvalidURL, OSError and more
        kind = type(error).__name__
    names = sorted(name for name in os.environ if name.upper() in variables)
    hint = "; a SOCKS proxy needs: pip install 'httpx[socks]'" if kind == "ImportError" else ""
    raise ConfigurationError(
        f"{problem} ({kind}): check {', '.join(names or sorted(variables))}{hint}"
    )


async def _close(connection: httpx.AsyncBaseTransport) -> None:
    """Closes a connection. It is not used again, so a failure concerns no call."""
    with suppress(Exception):
        await connection.aclose()


async def _exchange(
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

    async def exchange() -> Reply:
        with suppress_http_logs(progress):
            return await _read(await send({"timeout": times, "trace": trace}))

    return await or_lost(
        exchange, sent=lambda error: progress.sent and not isinstance(error, NEVER_SENT)
    )


async def _send_by(
    connection: httpx.AsyncBaseTransport, request: Request, extensions: dict[str, Any]
) -> httpx.Response:
    return await connection.handle_async_request(_build(request, extensions))


def _build(request: Request, extensions: dict[str, Any]) -> httpx.Request:
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
