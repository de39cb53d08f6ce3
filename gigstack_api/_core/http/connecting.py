"""How a host is reached: through which proxy, trusted by which certificates, at which address.

Addresses are raced (RFC 8305) by our own code: asyncio's race is unknown to uvloop, and fails on
Python 3.12.0 to 3.12.7 and 3.13.0 where tasks start eagerly.
"""

from __future__ import annotations

import asyncio
import os
import re
import select
import socket
import ssl
import sys
from collections.abc import Callable, Iterable
from functools import cache
from ipaddress import ip_address, ip_network
from itertools import zip_longest
from typing import TypeAlias, TypeVar

import anyio

from ...errors import ConfigurationError
from .connections import running_loop
from .urls import Origin

T = TypeVar("T")

TLS_VARIABLES = frozenset({"SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"})


def proxy_for(origin: Origin) -> str | None:
    """The proxy that the environment names for a host; None if there is none.

    Plain http goes to this machine only, and a proxy would see the key.
    """
    if not origin.is_tls or not may_have_proxies(os.environ, sys.platform):
        return None
    from urllib.request import getproxies  # 6 ms

    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if not proxy or _bypasses(proxies.get("no", ""), origin):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def may_have_proxies(environment: Iterable[str], platform: str) -> bool:
    """Whether there may be a proxy: in the environment, or in the settings of the system."""
    has_settings = platform in {"darwin", "win32"}
    return has_settings or any(name.lower().endswith("_proxy") for name in environment)


def _bypasses(no_proxy: str, origin: Origin) -> bool:
    """Whether NO_PROXY names a host. Entries that cannot be read are ignored."""
    for entry in re.split(r"[,\s]+", no_proxy.lower()):
        name = entry.partition("://")[2] or entry
        if name == "*":
            return True
        named, port = name, ""
        if found := re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(\d+))?", name):
            named, port = found[1].strip("[]"), found[2] or ""
        if named and port in {"", str(origin.port)} and _names(named, origin.host):
            return True
    return False


def _names(named: str, host: str) -> bool:
    domain = named.lstrip("*").lstrip(".")
    if host == domain or (domain and host.endswith(f".{domain}")):
        return True
    try:
        return ip_address(host) in ip_network(named, strict=False)
    except ValueError:
        return False


@cache
def tls() -> ssl.SSLContext:
    """The trusted certificates, as httpx has them. Reading them takes longer than most calls.

    Raises:
        ConfigurationError: the environment names files that cannot be used.
    """
    return by_environment(_trust, TLS_VARIABLES, "the trusted certificates cannot be loaded")


def _trust() -> ssl.SSLContext:
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file:
        trust = ssl.create_default_context(cafile=file)
    elif folder:
        trust = ssl.create_default_context(capath=folder)
    else:
        import certifi

        trust = ssl.create_default_context(cafile=certifi.where())
    trust.minimum_version = max(trust.minimum_version, ssl.TLSVersion.TLSv1_2)
    trust.set_alpn_protocols(["http/1.1"])
    return trust


def by_environment(make: Callable[[], T], variables: frozenset[str], problem: str) -> T:
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


HEAD_START_S = 0.25
"""How long an address is tried alone, before the next one is tried beside it (seconds)."""

Address: TypeAlias = tuple[socket.AddressFamily, str]


class Connected(asyncio.Protocol):
    """A protocol that keeps its transport."""

    transport: asyncio.Transport


P = TypeVar("P", bound=Connected)


async def connect(make: Callable[[], P], host: str, port: int) -> P:
    """A connection to the first address of a host that answers. `make` makes its protocol.

    Raises:
        OSError: the host has no address, or the reason why the first address failed.
    """
    loop = asyncio.get_running_loop()
    addresses = await _addresses_of(host, port)
    first: list[P] = []
    errors: list[Exception] = []

    async def attempt(address: Address, ended: anyio.Event) -> None:
        try:
            family, ip = address
            _, protocol = await loop.create_connection(make, ip, port, family=family)
        except Exception as error:  # noqa: BLE001 - raised below, where no group wraps it
            errors.append(error)
        else:
            if first:
                protocol.transport.abort()
            first.append(protocol)
            group.cancel_scope.cancel()
        finally:
            ended.set()

    try:
        async with anyio.create_task_group() as group:
            for address in addresses:
                ended = anyio.Event()
                group.start_soon(attempt, address, ended)
                with anyio.move_on_after(HEAD_START_S):
                    await ended.wait()
    # Cancelled at the moment an address answered.
    except BaseException:
        for protocol in first:
            protocol.transport.abort()
        raise
    if not first:
        raise errors.pop(0)
    return first[0]


async def _addresses_of(host: str, port: int) -> list[Address]:
    """The addresses of a host, families in turn: a family that leads nowhere delays one attempt."""
    # An address needs no resolver, and so no thread.
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    by_family: dict[socket.AddressFamily, list[Address]] = {}
    for family, _, _, _, address in found:
        by_family.setdefault(family, []).append((family, str(address[0])))
    turns = zip_longest(*by_family.values())
    return [address for turn in turns for address in turn if address is not None]


def has_arrived(number: int) -> bool:
    """Whether bytes, or the end, wait to be read from the socket of this number."""
    if not hasattr(select, "poll"):
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))


def check_clock() -> None:
    """Checks that the event loop and this package see the same time.

    freezegun leaves modules alone whose name begins with `gi`, for PyGObject. Deadlines that are
    counted in real time would end every call on a loop that counts in frozen time.

    Raises:
        ConfigurationError: they do not.
    """
    ignored: list[tuple[str, ...]] = getattr(sys.modules.get("freezegun.api"), "ignore_lists", [])
    if not ignored or not __name__.startswith(tuple(ignored[-1])):
        return
    # trio and uvloop have clocks of their own, and with real_asyncio=True asyncio gets one.
    if getattr(type(running_loop()), "time", None) is asyncio.BaseEventLoop.time:
        raise ConfigurationError(
            "freezegun has stopped the event loop, but not this client:"
            " use freeze_time(..., real_asyncio=True)"
        )
