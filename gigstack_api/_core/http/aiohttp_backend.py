"""The aiohttp back end, faster than httpx with hundreds of calls in flight; asyncio only."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
from aiohttp.http_exceptions import ContentEncodingError
from yarl import URL

from .httpx_backend import CONNECT_S, KEPT_S, OURS, tls
from .log_filters import describe_failure, or_lost, os_error_text, suppress_http_logs
from .messages import Lost, Progress, Reply, Request

WORDS: dict[type[Exception], str] = {
    aiohttp.ConnectionTimeoutError: "timed out connecting",
    aiohttp.ClientConnectorError: "cannot connect",
    aiohttp.ServerTimeoutError: "timed out waiting for a response",
    aiohttp.ServerDisconnectedError: "the connection ended before the response was complete",
    aiohttp.ClientPayloadError: "the connection ended before the response was complete",
    aiohttp.ClientOSError: "the connection broke while waiting for a response",
}

NEVER_SENT = (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError)


class _Connector(aiohttp.TCPConnector):
    """Reuses no connection on which something arrived while it was idle: the next request would
    take that for its answer.
    """

    async def _get(self, key: Any, traces: Any) -> Any:
        while (connection := await super()._get(key, traces)) is not None:
            if connection.protocol is not None and not connection.protocol.should_close:
                break
            connection.close()
        return connection


class AiohttpConnections:
    """The connections of our own aiohttp session: no cookies, no redirects, no proxy."""

    def __init__(self, most: int) -> None:
        connector = _Connector(limit=most, ssl=tls(), keepalive_timeout=KEPT_S)
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(_begun)
        trace.on_request_headers_sent.append(_writing)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trace_configs=[trace],
            trust_env=False,
        )

        # aiohttp would repeat reads by itself, and some cost money.
        self._session._retry_connection = False  # pyright: ignore[reportPrivateUsage]

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more requests."""
        return self._session.closed

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost."""
        return await or_lost(
            partial(self._exchange, request, progress, timeout_s),
            sent=lambda error: progress.sent and not isinstance(error, NEVER_SENT),
            reason=_reason_of,
        )

    async def _exchange(self, request: Request, progress: Progress, timeout_s: float) -> Reply:
        with suppress_http_logs(progress):
            return await self._read(request, progress, timeout_s)

    async def _read(self, request: Request, progress: Progress, timeout_s: float) -> Reply:
        async with self._session.request(
            request.method,
            URL(request.url, encoded=True),
            headers={**OURS, **request.headers},
            data=request.content,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(
                sock_connect=min(CONNECT_S, timeout_s), sock_read=timeout_s
            ),
            trace_request_ctx=progress,
        ) as response:
            return Reply.of(response.status, response.raw_headers, await response.read())

    async def aclose(self) -> None:
        """Closes its connections."""
        await self._session.close()


def _reason_of(error: Exception) -> str:
    """Why no reply came, in words that hold no address."""
    if isinstance(error.__cause__, ContentEncodingError):
        return "the response could not be decompressed"
    words = next((words for kind, words in WORDS.items() if isinstance(error, kind)), None)
    message = os_error_text(error) if isinstance(error, aiohttp.ClientConnectorError) else None
    return f"{words or describe_failure(error)}{f': {message}' if message else ''}"


async def _begun(
    session: aiohttp.ClientSession, context: SimpleNamespace, _: aiohttp.TraceRequestStartParams
) -> None:
    _progress(context).reported = True


async def _writing(
    session: aiohttp.ClientSession,
    context: SimpleNamespace,
    _: aiohttp.TraceRequestHeadersSentParams,
) -> None:
    _progress(context).writing = True


def _progress(context: SimpleNamespace) -> Progress:
    return cast(Progress, context.trace_request_ctx)
