"""Checks of the way to the API: address, proxy, TLS, one call, the clock."""

from __future__ import annotations

import socket
import ssl
import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import anyio
import anyio.to_thread

from ..._core.http.connecting import tls
from ..._core.http.urls import Origin, check_base_url, is_loopback, parse_url
from ..._core.schema.data import Data
from ...errors import AuthenticationError, ConfigurationError
from ..connecting import PUBLIC, Access, connect
from ..sentences import sentence_of
from ..texts import counted, text
from .check import Check

WITHIN_S = 10.0
"""How long one check may take (seconds)."""

SECONDS_OFF = 5.0
"""How far the clock may differ; answers take a while, and their time has whole seconds."""


class Base(Data, frozen=True):
    """The base URL, and where it leads."""

    check: Check
    url: str
    origin: Origin | None


def check_base(access: Access | None) -> Base:
    """Whether the base URL can be used."""
    url = (access and access.profile.base_url) or PUBLIC
    try:
        origin = parse_url(check_base_url(url)).origin
    except ConfigurationError as error:
        return Base(Check("base_url", "fail", sentence_of(error)), url, None)
    return Base(Check("base_url", "ok", url), url, origin)


def check_proxy(url: str) -> Check:
    """The host of the proxy for a URL."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or is_loopback(host) or proxy_bypass(host):
        return Check("proxy", "ok", text("doctor.no_proxy"))
    found = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    port = "" if found.port is None else f":{found.port}"
    return Check("proxy", "ok", f"{found.hostname}{port}", found=True)


async def check_dns(origin: Origin, *, is_proxied: bool) -> Check:
    """Whether the host has an address. Behind a proxy that is up to the proxy."""
    try:
        with anyio.fail_after(WITHIN_S):
            found = await anyio.to_thread.run_sync(
                socket.getaddrinfo, origin.host, origin.port, abandon_on_cancel=True
            )
    except (OSError, TimeoutError, UnicodeError):
        detail = text("doctor.dns_failed", host=origin.host)
        return Check("dns", "warn" if is_proxied else "fail", detail)
    addresses = dict.fromkeys(str(entry[4][0]) for entry in found)
    return Check("dns", "ok", ", ".join(list(addresses)[:3]))


async def check_tls(origin: Origin, *, is_proxied: bool) -> Check:
    """Whether the host can be reached over TLS."""
    if not origin.is_tls:
        return Check("tls", "ok", text("doctor.tls_plain"))
    if is_proxied:
        return Check("tls", "ok", text("doctor.tls_proxy"))
    try:
        with anyio.fail_after(WITHIN_S):
            return await anyio.to_thread.run_sync(_handshake, origin, abandon_on_cancel=True)
    except (OSError, TimeoutError) as error:
        problem = getattr(error, "verify_message", None) or str(error) or type(error).__name__
        detail = text("doctor.tls_failed", host=origin.host, problem=problem)
        return Check("tls", "fail", detail)


def _handshake(origin: Origin) -> Check:
    address = (origin.host, origin.port)
    with (
        socket.create_connection(address, timeout=WITHIN_S) as plain,
        tls().wrap_socket(plain, server_hostname=origin.host) as encrypted,
    ):
        ends = (encrypted.getpeercert() or {}).get("notAfter")
        version = encrypted.version()
    left = counted("days", _days_until(ends)) if isinstance(ends, str) else "?"
    return Check("tls", "ok", text("doctor.tls_detail", version=version, days=left))


def _days_until(ends: str) -> int:
    return int((ssl.cert_time_to_seconds(ends) - time.time()) // 86_400)


async def check_call(access: Access) -> list[Check]:
    """Whether the API answers a read with this key, and whether the clocks agree.

    Raises:
        ConfigurationError: the key cannot be used.
        GigstackError: the API did not answer, or refused the call.
    """
    from ...operations.clients.list_clients import build
    from ..commands.common import first_page
    from ..commands.whoami import mode_text

    async with connect(access) as gig:
        mode = mode_text(livemode=gig.livemode)
        detail = text(
            "doctor.key_detail", source=access.source, mode=mode, team=gig.key_team or "?"
        )
        began = time.monotonic()
        try:
            response = await gig.with_options(timeout_s=WITHIN_S).request(first_page(build()))
        except AuthenticationError as error:
            return [Check("key", "fail", sentence_of(error))]
        except Exception as error:  # noqa: BLE001 - any failure is the outcome of this check
            return [Check("key", "ok", detail), Check("call", "fail", sentence_of(error))]
        took = time.monotonic() - began
    call = Check("call", "ok", text("doctor.call_detail", seconds=f"{took:.2f}"))
    return [Check("key", "ok", detail), call, check_clock(response.headers.get("date"))]


def check_clock(date: str | None) -> Check:
    """Whether the clock of this machine agrees with the time of an answer."""
    try:
        there = parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return Check("clock", "warn", text("doctor.clock_unknown"))
    off = abs(time.time() - there)
    key = "doctor.clock_far" if off > SECONDS_OFF else "doctor.clock_detail"
    return Check("clock", "warn" if off > SECONDS_OFF else "ok", text(key, seconds=f"{off:,.0f}"))
