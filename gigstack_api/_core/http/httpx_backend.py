"""Requests over httpx: by the client of the user, or by our own for a proxy or a mock."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from io import BytesIO
from time import monotonic
from typing import Any, cast

import anyio
import anyio.lowlevel
import httpx

from .connecting import by_environment, tls
from .connection import CONNECT_S
from .failures import or_lost
from .httpx_requests import auth_of, build_request
from .httpx_trace import RequestTrace, check_loop
from .log_filters import suppress_http_logs
from .messages import BUSY_S, HEAD_BYTES, LATE, Lost, Progress, Reply, Request
from .urls import Origin

CONNECTING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NEVER_SENT = (*CONNECTING, httpx.UnsupportedProtocol, httpx.ProxyError)
PROXY_VARIABLES = frozenset({"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})


class ClientConnections:
    """The connections of an httpx client, as its owner configured it.

    `most` is the most bytes of an answer.
    """

    def __init__(self, client: httpx.AsyncClient, most: int) -> None:
        self._client = client
        self._most = most

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        return self._client.is_closed

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost.

        Raises:
            ConfigurationError: the client belongs to another event loop.
        """
        check_loop(self._client)

        async def exchange() -> Reply | Lost:
            with suppress_http_logs(progress), anyio.move_on_after(timeout_s):
                return await self._read(await self._send(request, progress, timeout_s))
            return Lost(LATE, sent=progress.sent, timed_out=True)

        return await or_lost(
            exchange, sent=lambda error: progress.sent and not isinstance(error, NEVER_SENT)
        )

    async def _send(self, request: Request, progress: Progress, timeout_s: float) -> httpx.Response:
        times = dict.fromkeys(("connect", "read", "write", "pool"), timeout_s)
        times["connect"] = min(CONNECT_S, timeout_s)
        extensions = {"timeout": times, "trace": RequestTrace(self._client, progress)}
        progress.handed_over = False
        built = build_request(self._client, request, extensions)
        built.stream = Body(request.content or b"")  # not a generator, as that of httpx is
        progress.handed_over = True
        return await self._client.send(
            built, follow_redirects=False, stream=True, **auth_of(request)
        )

    async def _read(self, response: httpx.Response) -> Reply:
        """The reply with its body, which ends past the limit."""
        try:
            # An event hook of the user has read it, or it came as a whole.
            if is_read := response.is_stream_consumed:
                content = response.content
            else:
                content = await self._content(response)
            if len(content) <= self._most:
                await drop_leftovers(response)
        finally:
            await response.aclose()
        reply = Reply.of(response.status_code, response.headers.raw, b"")
        is_cut = len(content) > self._most
        return Reply(
            reply.status,
            reply.headers,
            content[:HEAD_BYTES] if is_cut else content,
            is_encoded=not is_read and "content-encoding" in reply.headers,
            is_cut=is_cut,
        )

    async def _content(self, response: httpx.Response) -> bytes:
        """The raw body, up to a little past the limit."""
        content = BytesIO()
        parts = raw_parts(response)
        turn_at = monotonic() + BUSY_S
        async for part in parts:
            content.write(part)
            # httpcore gives thousands of small chunks without a turn of the event loop.
            if monotonic() > turn_at:
                await anyio.lowlevel.checkpoint()
                turn_at = monotonic() + BUSY_S
            if content.tell() > self._most:
                await end(parts)
                break
        return content.getvalue()

    async def aclose(self) -> None:
        """Closes the client."""
        await self._client.aclose()


def own_client(origin: Origin, proxy: str | None) -> httpx.AsyncClient:
    """An httpx client for a host that keeps no cookies and no connections.

    A connection that is used once can give no call the answer of another.

    Raises:
        ConfigurationError: the environment names a proxy, or certificates, that cannot be used.
    """
    # Plain http needs no certificates. Without any, nothing encrypted is trusted.
    trust = tls() if origin.is_tls else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    make = partial(
        httpx.AsyncClient,
        verify=trust,
        proxy=proxy,
        trust_env=False,
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        # A cookie that is kept would tie a call to the one of another team.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    )
    return by_environment(make, PROXY_VARIABLES, "the proxy settings cannot be used")


class Body(httpx.AsyncByteStream):
    """The bytes of a request, in one piece."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._content)


class _Once:
    """An iterator over one value."""

    def __init__(self, value: bytes) -> None:
        self._left = [value]

    def __aiter__(self) -> _Once:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        return self._left.pop()


def raw_parts(response: httpx.Response) -> AsyncIterator[bytes]:
    """The raw bytes of an answer.

    Unlike httpx's `aiter_raw` it leaves the answer open at its end, so that `drop_leftovers` runs
    before another call gets the connection.
    """
    return aiter(cast(httpx.AsyncByteStream, response.stream))


async def end(parts: AsyncIterator[bytes]) -> None:
    """Ends generators of httpx: cancelling the innermost, which waits for the network, ends all."""
    with suppress(Exception), anyio.CancelScope() as scope:
        scope.cancel()
        async for _ in parts:
            pass


async def drop_leftovers(response: httpx.Response) -> None:
    """Makes httpcore close the connection of an answer if more than the answer arrived.

    httpcore would keep the rest in its parser, and the next call on the connection would read it as
    its own answer. A connection whose parser has failed is not kept.
    """
    connection = _connection_of(response)
    if connection is None or not _has_leftovers(connection, response):
        return
    if not response.is_closed:
        connection._h11_state.send_failed()
    # Read by an event hook of the user, and kept already.
    elif connection.is_idle():
        await connection.aclose()


def _connection_of(response: httpx.Response) -> Any:
    """The HTTP/1.1 connection of httpcore under the wrappers of a stream, None if there is none."""
    link: Any = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection"):
        link = getattr(link, name, link)
    return link if hasattr(link, "_h11_state") else None


def _has_leftovers(connection: Any, response: httpx.Response) -> bool:
    if connection._h11_state.trailing_data[0]:
        return True
    stream = response.extensions.get("network_stream")
    encrypted = stream and stream.get_extra_info("ssl_object")
    if encrypted is None:
        return False
    try:
        encrypted.read(1)  # what is there, but still encrypted: it does not wait for more
    except ssl.SSLWantReadError:
        return False
    except (OSError, ValueError):
        pass
    return True
