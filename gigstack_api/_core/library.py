"""Which library makes our own connections: httpx, or aiohttp where the environment asks for it."""

from __future__ import annotations

import asyncio
import os
from importlib.util import find_spec

from ..errors import ConfigurationError
from .exchange import Connections
from .wires import connections, needs_proxy

VARIABLE = "GIGSTACK_API_HTTP"


def check_library() -> None:
    """Returns if the library that the environment asks for is there.

    Raises:
        ConfigurationError: there is none of that name, or it is not installed.
    """
    name = os.environ.get(VARIABLE) or "httpx"
    if name not in {"httpx", "aiohttp"}:
        raise ConfigurationError(f"{VARIABLE} is httpx or aiohttp, not {name!r}")
    if find_spec(name) is None:
        raise ConfigurationError(f"{VARIABLE}=aiohttp needs an extra: pip install 'gigstack-api[aiohttp]'")


def own_connections(most: int) -> Connections:
    """Connections of our own on the running event loop. aiohttp knows asyncio only, and not how to reach a proxy as we do."""
    if os.environ.get(VARIABLE) == "aiohttp" and _on_asyncio() and not needs_proxy():
        from .aiohttp_connections import AiohttpConnections

        return AiohttpConnections(most)
    return connections(most)


def _on_asyncio() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
