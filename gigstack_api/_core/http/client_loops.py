"""Which event loop an httpx client belongs to: its connections work on that one only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from anyio.lowlevel import current_token

from ...errors import ConfigurationError

if TYPE_CHECKING:
    import httpx

_homes: WeakKeyDictionary[httpx.AsyncClient, tuple[object, int]] = WeakKeyDictionary()


def check_loop(client: httpx.AsyncClient) -> None:
    """Checks that a client may send on the running event loop.

    Raises:
        ConfigurationError: it has connections of another event loop, or of the parent process.
    """
    home = _homes.get(client)
    if home is not None and home != _here():
        raise ConfigurationError(
            "this http_client has connections of another event loop or process:"
            " make one for each, or leave http_client out"
        )


def bind_to_loop(client: httpx.AsyncClient) -> None:
    """Binds a client to the running event loop.

    It is called when httpcore is about to use a connection. A transport without connections, such
    as that of an ASGI app or a mock, works on every event loop.

    Raises:
        ConfigurationError: it was bound to another one meanwhile.
    """
    _homes.setdefault(client, _here())
    check_loop(client)


def _here() -> tuple[object, int]:
    return current_token().native_token, os.getpid()
