"""How a host is reached: through which proxy, trusted by which certificates, at which address.

Addresses are raced (RFC 8305) by our own code: asyncio's race is unknown to uvloop, and fails on
Python 3.12.0 to 3.12.7 and 3.13.0 where tasks start eagerly.
"""

from __future__ import annotations

import asyncio
import os
import select
import socket
import ssl
import sys
from collections.abc import Callable, Sequence
from functools import cache
from itertools import zip_longest
from typing import TypeAlias, TypeVar

from ...errors import ConfigurationError
from ..limits import explain_limit
from .connections import running_loop

T = TypeVar("T")

TLS_VARIABLES = frozenset({"SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"})


@cache
def tls() -> ssl.SSLContext:
    """The trusted certificates, as httpx has them. Reading them takes longer than most calls.

    Raises:
        ConfigurationError: the environment names files that cannot be used.
    """
    return by_environment(_trust, TLS_VARIABLES, "the trusted certificates cannot be loaded")


def _trust() -> ssl.SSLContext:
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if not file and not folder:
        import certifi

        file = certifi.where()
    trust = ssl.create_default_context(cafile=file or None, capath=None if file else folder)
    trust.minimum_version = max(trust.minimum_version, ssl.TLSVersion.TLSv1_2)
    trust.set_alpn_protocols(["http/1.1"])
    return trust


def by_environment(make: Callable[[], T], variables: frozenset[str], problem: str) -> T:
    """The object that is made from variables of the environment.

    Raises:
        ConfigurationError: they cannot be used. It has no cause, since a proxy URL may hold a
            password.
        OSError: the process has no free file descriptor.
        MemoryError: there is not enough memory.
    """
    try:
        return make()
    except Exception as error:
        if explain_limit(error):
            raise
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

    async def attempt(family: socket.AddressFamily, ip: str) -> P:
        return (await loop.create_connection(make, ip, port, family=family))[1]

    if len(addresses) == 1:
        return await attempt(*addresses[0])
    attempts: list[asyncio.Task[P]] = []  # of asyncio, since anyio takes long to load
    winner: asyncio.Task[P] | None = None
    try:
        while winner is None:
            if addresses:
                attempts.append(loop.create_task(attempt(*addresses.pop(0))))
            running = [task for task in attempts if not task.done()]
            head_start_s = HEAD_START_S if addresses else None
            await asyncio.wait(running, timeout=head_start_s, return_when="FIRST_COMPLETED")
            ended = [task for task in attempts if task.done()]
            winner = next((task for task in ended if task.exception() is None), None)
            if not addresses and len(ended) == len(attempts) and winner is None:
                return attempts[0].result()
        await _give_up([task for task in attempts if task is not winner])
    except BaseException:
        await _give_up(attempts)
        raise
    return winner.result()


async def _give_up(attempts: Sequence[asyncio.Task[P]]) -> None:
    """Ends attempts to connect, and what they connected meanwhile."""

    def abort(attempt: asyncio.Task[P]) -> None:
        if not attempt.cancelled() and attempt.exception() is None:
            attempt.result().transport.abort()

    for task in attempts:
        task.add_done_callback(abort)
        task.cancel()
    if attempts:
        await asyncio.wait(attempts)


async def _addresses_of(host: str, port: int) -> list[Address]:
    """The addresses of a host, families in turn: a family that leads nowhere delays one attempt."""
    # An address needs no resolver, and so no thread.
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
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

    freezegun leaves modules alone whose name begins with `gi`: these see real time.

    Raises:
        ConfigurationError: they do not.
    """
    ignored: list[tuple[str, ...]] = getattr(sys.modules.get("freezegun.api"), "ignore_lists", [])
    if not ignored or not __name__.startswith(tuple(ignored[-1])):
        return
    # trio and uvloop have clocks of their own, and with real_asyncio=True asyncio gets one.
    loop: object = running_loop()
    if getattr(type(loop), "time", None) is asyncio.BaseEventLoop.time:
        raise ConfigurationError(
            "freezegun has stopped the event loop, but not this client:"
            " use freeze_time(..., real_asyncio=True)"
        )
