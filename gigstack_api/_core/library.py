"""Which library makes our own connections: httpx, or aiohttp where the environment asks for it."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec

from sniffio import current_async_library

from ..errors import ConfigurationError
from .exchange import Connections
from .wires import ClientConnections, Wires, needs_proxy, own_client

VARIABLE = "GIGSTACK_API_HTTP"
MODULES = {"httpx": ".wire", "aiohttp": ".aiohttp_connections"}


def load_library() -> None:
    """Returns once the library that the environment asks for is loaded, so that the first call need
    not do it.

    Raises:
        ConfigurationError: there is none of that name, or it is not installed.
    """
    name = os.environ.get(VARIABLE) or "httpx"
    if name not in MODULES:
        raise ConfigurationError(f"{VARIABLE} is httpx or aiohttp, not {name!r}")
    if find_spec(name) is None:
        raise ConfigurationError(
            f"{VARIABLE}=aiohttp needs an extra: pip install 'gigstack-api[aiohttp]'"
        )
    import_module(MODULES[name], __package__)


def own_connections(most: int) -> Connections:
    """Connections of our own on the running event loop, at most so many at once; through a proxy
    that the environment names.

    aiohttp knows asyncio only, and not how to reach a proxy as we do.
    """
    if needs_proxy():
        return ClientConnections(own_client(most))
    if os.environ.get(VARIABLE) == "aiohttp" and current_async_library() == "asyncio":
        from .aiohttp_connections import AiohttpConnections

        return AiohttpConnections(most)
    from .wire import Wire

    return Wires(Wire)
