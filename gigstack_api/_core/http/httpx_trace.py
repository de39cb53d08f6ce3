"""What httpcore reports of a request that httpx sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anyio
import httpx

from .client_loops import bind_to_loop
from .messages import Progress


class RequestTrace:
    """Takes the events of one request, for `extensions={"trace": ...}` of httpx.

    A transport without connections reports nothing.
    """

    def __init__(self, client: httpx.AsyncClient, progress: Progress) -> None:
        self._client = client
        self._progress = progress
        self._to_proxy: Any = None

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
        elif event == "socks.setup_socks5_connection.started":
            self._to_proxy = info["stream"]
        # httpcore leaves a connection open that a SOCKS proxy has refused.
        elif event == "socks.setup_socks5_connection.failed":
            with anyio.CancelScope(shield=True):
                await self._to_proxy.aclose()
