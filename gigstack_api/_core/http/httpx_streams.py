"""Replies of httpx read piece by piece."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import httpx

from .httpx_backend import Body, drop_leftovers, end, raw_parts
from .httpx_requests import bare_request
from .httpx_trace import RequestTrace, check_loop
from .log_filters import suppress_http_logs
from .messages import Lost, Progress, Reply
from .streams import StreamingReply, timely


class HttpxFileClient:
    """Fetches with an httpx client: that of the user, or one for a proxy or a mock."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def get(
        self, url: str, headers: Mapping[str, str], *, silence_s: float
    ) -> StreamingReply | Lost:
        """The answer to a GET, or how it was lost.

        Raises:
            ConfigurationError: the client belongs to another event loop.
        """
        check_loop(self._client)
        trace = RequestTrace(self._client, Progress())
        never = dict.fromkeys(("connect", "read", "write", "pool"))
        request = bare_request(url, headers, {"timeout": never, "trace": trace})

        async def send() -> StreamingReply:
            response = await self._client.send(
                request, auth=None, follow_redirects=False, stream=True
            )
            reply = Reply.of(response.status_code, response.headers.raw, b"")
            return StreamingReply(reply, _HttpxBody(response), silence_s)

        return await timely(send, silence_s)


class _HttpxBody:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        # The body was read before if an event hook of the user did so, or it came as a whole.
        self._pieces = (
            aiter(Body(response.content)) if response.is_stream_consumed else raw_parts(response)
        )

    async def piece(self) -> bytes | Lost:
        async for piece in self._pieces:
            if piece:
                return piece
        await drop_leftovers(self._response)
        return b""

    async def aclose(self) -> None:
        try:
            with suppress_http_logs():
                await end(self._pieces)
        finally:
            with suppress(Exception):
                await self._response.aclose()
