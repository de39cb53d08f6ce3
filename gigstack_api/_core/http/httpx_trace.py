"""Events of a request, as httpcore reports them, and the event loop of an httpx client."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

import anyio
import anyio.lowlevel
import httpx

from ...errors import ConfigurationError
from .connecting import check_clock
from .connections import running_loop
from .messages import Progress

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
        ConfigurationError: it was bound to another one meanwhile, or time stands still there.
    """
    check_clock()
    _homes.setdefault(client, _here())
    check_loop(client)


def _here() -> tuple[object, int]:
    return running_loop(), os.getpid()


class RequestTrace:
    """Takes the events of one request, for `extensions={"trace": ...}` of httpx.

    A transport without connections reports nothing.
    """

    def __init__(self, client: httpx.AsyncClient, progress: Progress) -> None:
        self._client = client
        self._progress = progress
        self._connected: Any = None

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        """Takes an event, before anything that it announces is done.

        Raises:
            ConfigurationError: the client belongs to another event loop.
        """
        bind_to_loop(self._client)
        self._progress.reported = True
        # What asks a proxy for a tunnel is not the request.
        if "send_request" in event and event.endswith(".started"):
            is_ours = getattr(info.get("request"), "method", b"") != b"CONNECT"
            self._progress.writing = self._progress.writing or is_ours
        # Headers that cannot be written are refused before a byte is.
        elif event.endswith("send_request_headers.failed"):
            refused = type(info.get("exception")).__name__ == "LocalProtocolError"
            self._progress.writing = self._progress.writing and not refused
        elif event.endswith(("connect_tcp.complete", "connect_unix_socket.complete")):
            self._connected = info["return_value"]
            await self._end_if_cancelled()
        elif event.endswith("start_tls.complete"):
            await self._end_if_cancelled()
        # httpcore leaves a connection open that a SOCKS proxy has refused, or whose TLS handshake
        # was cancelled.
        elif event.endswith(("setup_socks5_connection.failed", "start_tls.failed")):
            await self._close()

    async def _end_if_cancelled(self) -> None:
        """Closes a new connection if the call was cancelled: httpcore would keep it, unused."""
        try:
            await anyio.lowlevel.checkpoint_if_cancelled()
        except BaseException:
            await self._close()
            raise

    async def _close(self) -> None:
        with anyio.CancelScope(shield=True):
            await self._connected.aclose()
