"""Serves the sandbox over a real socket."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.config import LOGGING_CONFIG
from uvicorn.protocols.http.h11_impl import H11Protocol

from .access_log import log, with_access_log

if TYPE_CHECKING:
    from starlette.types import ASGIApp

CUT = "gigstack_api.cut"
"""The key of a connection's state that holds the function to cut it."""


class CuttableProtocol(H11Protocol):
    """HTTP/1.1 over connections that a fault can cut."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in its base
        """Lets the app cut this connection."""
        super().connection_made(transport)
        cut: Callable[[], None] = transport.abort
        self.app_state: dict[str, Any] = {**self.app_state, CUT: cut}


class ExhaustionHandler:
    """Handles the errors of an event loop: tells once, in words, that no connection can be taken.

    asyncio would log a traceback for each of its attempts.
    """

    def __init__(self) -> None:
        self._told = False

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Logs an error."""
        error = context.get("exception")
        if not (isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}):
            loop.default_exception_handler(context)
        elif not self._told:
            self._told = True
            log.error(
                "no free file descriptors: new connections wait until others are closed "
                "(see ulimit -n)"
            )


class LoopOwner(uvicorn.Server):
    """A server on an event loop of its own."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes over the errors of the loop."""
        asyncio.get_running_loop().set_exception_handler(ExhaustionHandler())
        await super().startup(sockets)


def server(app: ASGIApp, *, log_level: str = "critical", owns_loop: bool = False) -> uvicorn.Server:
    """A server of the app, to be run on a listening socket."""
    loggers = {
        **LOGGING_CONFIG["loggers"],
        log.name: {"handlers": ["default"], "level": log_level.upper(), "propagate": False},
    }
    config = uvicorn.Config(
        with_access_log(app),
        http=CuttableProtocol,
        log_config={**LOGGING_CONFIG, "loggers": loggers},
        log_level=log_level,
        access_log=False,  # uvicorn's log would show whole URLs, with ids and queries
        lifespan="off",
    )
    return (LoopOwner if owns_loop else uvicorn.Server)(config)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    It accepts connections at once, so its address can be handed out before the server runs.

    Raises:
        OSError: the port is taken, or the address does not belong to this machine.
    """
    listener = socket.create_server(
        (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET
    )
    listener.setsockopt(
        socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
    )  # asyncio sets it for its own listeners only; without it each answer waits 40 ms
    return listener


def reached_at(listener: socket.socket) -> str:
    """The origin of a socket, for a URL. For a wildcard address it is the loopback address."""
    name: tuple[str, int] = listener.getsockname()[:2]
    host, port = name
    host = "127.0.0.1" if host == "0.0.0.0" else "::1" if host == "::" else host  # noqa: S104 - compared, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
