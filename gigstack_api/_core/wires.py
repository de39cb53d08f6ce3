"""Connections as httpx offers them: many small ones of our own, or a client of the user."""

from __future__ import annotations

import ssl
from collections import deque
from collections.abc import Callable, Mapping
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import Any, Protocol
from urllib.request import getproxies

import httpx
from attrs import field, frozen

from .bodies import Body, content_of, with_body
from .reply import Reply

KEPT_S = 5.0
"""How long an idle connection is kept, in seconds."""

OURS = {"Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}


@frozen
class Request:
    """A request with the bytes that every attempt sends."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)


class Connections(Protocol):
    """What sends a request and gives its reply; raises as httpx does."""

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more requests."""
        ...

    async def exchange(self, request: Request, extensions: Mapping[str, Any]) -> Reply:
        """The reply to a request; `extensions` are httpx's, times and trace."""
        ...

    async def aclose(self) -> None:
        """Closes its connections."""
        ...


class Wires:
    """Connections of our own, each used by one call at a time, the last used first.

    httpx shares one pool among all calls, and searches it whole for each: with fifty in flight that takes longer than the calls.
    """

    def __init__(self, make: Callable[[], httpx.AsyncBaseTransport], *, now: Callable[[], float] = monotonic) -> None:
        self.is_closed = False
        self._make = make
        self._now = now
        self._idle: deque[tuple[float, httpx.AsyncBaseTransport]] = deque()

    async def exchange(self, request: Request, extensions: Mapping[str, Any]) -> Reply:
        """The reply to a request."""
        wire = await self._take()
        try:
            return await _read(await wire.handle_async_request(_built(request, extensions)))
        finally:
            if self.is_closed:
                await wire.aclose()
            else:
                self._idle.append((self._now(), wire))

    async def _take(self) -> httpx.AsyncBaseTransport:
        """A wire that nobody uses; those left idle too long are closed."""
        taken = self._idle.pop()[1] if self._idle else self._make()
        while self._idle and self._now() - self._idle[0][0] > KEPT_S:
            await self._idle.popleft()[1].aclose()
        return taken

    async def aclose(self) -> None:
        """Closes the idle wires; the others are closed by the calls that use them."""
        self.is_closed = True
        while self._idle:
            await self._idle.popleft()[1].aclose()


class ClientConnections:
    """The connections of an httpx client, with whatever its owner set up."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        return self._client.is_closed

    async def exchange(self, request: Request, extensions: Mapping[str, Any]) -> Reply:
        """The reply to a request."""
        built = self._client.build_request(
            request.method, request.url, headers=request.headers, content=request.content, extensions=dict(extensions)
        )
        return await _read(await self._client.send(with_body(built, request.content or b""), follow_redirects=False, stream=True))

    async def aclose(self) -> None:
        """Closes the client."""
        await self._client.aclose()


def connections(most: int) -> Connections:
    """Connections of our own, at most so many at once; through the proxy that the environment names, if it does."""
    if {"https", "all"} & getproxies().keys():
        limits = httpx.Limits(max_connections=most, max_keepalive_connections=most)
        in_the_clear = {"http://": None}  # goes to this machine only; a proxy of the environment would see the key
        cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))  # kept, a cookie would tie a call to another team's
        return ClientConnections(httpx.AsyncClient(verify=_tls(), limits=limits, mounts=in_the_clear, cookies=cookies))
    return Wires(_wire)


def _wire() -> httpx.AsyncBaseTransport:
    limits = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEPT_S)
    return httpx.AsyncHTTPTransport(verify=_tls(), limits=limits, trust_env=False)


@cache
def _tls() -> ssl.SSLContext:
    """Trust in certificates, read from disk once: that takes longer than most calls."""
    return httpx.create_ssl_context()


def _built(request: Request, extensions: Mapping[str, Any]) -> httpx.Request:
    url = httpx.URL(request.url)
    content = request.content or b""
    headers = {"Host": url.netloc.decode("ascii"), **OURS, **request.headers}
    if content or request.method != "GET":
        headers["Content-Length"] = str(len(content))
    return httpx.Request(request.method, url, headers=headers, stream=Body(content), extensions=dict(extensions))


async def _read(response: httpx.Response) -> Reply:
    content = await content_of(response)
    headers = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in response.headers.raw}
    return Reply(response.status_code, headers, content)
