"""Fetches the pages of a site, politely: few at once, with waits, and only what has changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite
from urllib.parse import urljoin, urlsplit

import anyio
import httpx
from attrs import field, frozen
from attrs.validators import ge, le

from gigstack_api._core.http.urls import is_loopback
from gigstack_api._core.sending.request import USER_AGENT

from .cache import Cache, Kept

NAME = f"{USER_AGENT} spec-sync (+https://pypi.org/project/gigstack-api/)"
MOST_BYTES = 2 * 2**20
"""Of one page."""

MOST_REDIRECTS = 3
MOST_IN_FLIGHT = 4
TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
GONE = frozenset({404, 410})


@frozen(kw_only=True)
class Manners:
    """How a host is treated. Times are in seconds.

    `pause_s` is between the starts of two requests, `base_s` the first wait before a request is
    repeated, which doubles each time. A host that asks for more than `most_wait_s` is left alone.
    """

    in_flight: int = field(default=3, validator=[ge(1), le(MOST_IN_FLIGHT)])
    pause_s: float = 0.2
    attempts: int = 5
    base_s: float = 1.0
    most_wait_s: float = 120.0
    timeout_s: float = 30.0
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep


class Unfetchable(Exception):
    """A page that cannot be fetched. `is_gone` says that the host has no such page."""

    def __init__(self, reason: str, *, is_gone: bool = False) -> None:
        self.is_gone = is_gone
        super().__init__(reason)


class Overloaded(Exception):
    """The host asks for a longer wait than a run may take."""


class Fetcher:
    """Fetches pages of one host through a cache. Callers hold one of its `slots` meanwhile."""

    def __init__(self, http: httpx.AsyncClient, cache: Cache, manners: Manners) -> None:
        self._http = http
        self._cache = cache
        self._manners = manners
        self._turn = anyio.Lock()
        self.slots = anyio.CapacityLimiter(manners.in_flight)
        self.unchanged = 0

    async def fetch(self, url: str) -> Kept:
        """A page as it is now.

        Raises:
            Unfetchable: the host does not give it.
            Overloaded: the host asks for a long wait.
            OSError: it cannot be kept.
        """
        known = self._cache.load(url)
        for attempt in range(1, self._manners.attempts + 1):
            last = attempt == self._manners.attempts
            try:
                reply, body = await self._get(url, known)
            except httpx.HTTPError as error:
                reason = type(error).__name__
                if last:
                    raise Unfetchable(f"the connection failed: {reason}") from error
                await self._manners.sleep(self._manners.base_s * 2 ** (attempt - 1))
                continue
            if reply.status_code not in TRANSIENT:
                return self._kept(url, reply, body, known)
            if last:
                raise Unfetchable(f"the host answers {reply.status_code}")
            await self._wait(reply, attempt)
        raise AssertionError("unreachable")

    async def _get(self, url: str, known: Kept | None) -> tuple[httpx.Response, bytes]:
        """The answer to a request, after redirects within the host.

        Raises:
            Unfetchable: the address or a redirect leads elsewhere, or the page is too large.
            httpx.HTTPError: the connection failed.
        """
        headers = {"User-Agent": NAME, "Accept": "text/markdown, text/plain;q=0.9"}
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        place = check_address(url)
        for _ in range(MOST_REDIRECTS + 1):
            async with self._turn:
                await self._manners.sleep(self._manners.pause_s)
            async with self._http.stream("GET", place, headers=headers) as reply:
                if not reply.has_redirect_location:
                    return reply, await _read(reply)
                place = urljoin(place, reply.headers.get("location", ""))
            if _host(place) != _host(url):
                raise Unfetchable(f"it redirects to another host, {urlsplit(place).netloc}")
        raise Unfetchable(f"it redirects more than {MOST_REDIRECTS} times")

    def _kept(self, url: str, reply: httpx.Response, body: bytes, known: Kept | None) -> Kept:
        """The page of an answer that is final."""
        if reply.status_code == 304 and known is not None:
            self.unchanged += 1
            return known
        if reply.status_code in GONE:
            raise Unfetchable(f"the host has no such page ({reply.status_code})", is_gone=True)
        if reply.status_code != 200:
            raise Unfetchable(f"the host answers {reply.status_code}")
        etag, changed = reply.headers.get("etag", ""), reply.headers.get("last-modified", "")
        kept = Kept(body, etag, changed)
        self._cache.store(url, kept)
        return kept

    async def _wait(self, reply: httpx.Response, attempt: int) -> None:
        """Waits before a repetition. Where the host says how long, no other request starts."""
        asked = retry_after_s(reply)
        if asked is None:
            await self._manners.sleep(self._manners.base_s * 2 ** (attempt - 1))
            return
        if asked > self._manners.most_wait_s:
            raise Overloaded(f"the host asks to wait {asked:.0f} seconds")
        async with self._turn:
            await self._manners.sleep(asked)


async def _read(reply: httpx.Response) -> bytes:
    """The body of an answer.

    Raises:
        Unfetchable: it is too large.
    """
    body = bytearray()
    async for chunk in reply.aiter_bytes():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Unfetchable(f"it is larger than {MOST_BYTES // 2**20} MiB")
    return bytes(body)


def check_address(url: str) -> str:
    """An address that may be fetched: https, or http of this machine.

    Raises:
        Unfetchable: it is another one.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" and host:
        return url
    if parts.scheme == "http" and is_loopback(host):
        return url
    raise Unfetchable("it is not an https address")


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def retry_after_s(reply: httpx.Response) -> float | None:
    """How long an answer asks to wait, in seconds; None if it does not say."""
    text = reply.headers.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
        return max(0.0, seconds) if isfinite(seconds) else None
    except ValueError:
        until = _date(text)
    now = _date(reply.headers.get("date", "")) or datetime.now(UTC)
    return None if until is None else max(0.0, (until - now).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
