"""Connecting to the first address of a host that answers (RFC 8305), on any asyncio loop.

asyncio's own race is unknown to uvloop, and fails on Python 3.12.0 to 3.12.7 and 3.13.0 where tasks
start eagerly.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from itertools import zip_longest
from typing import TypeAlias, TypeVar

import anyio

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
