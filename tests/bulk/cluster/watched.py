"""A sandbox on a socket that is watched, and rows for it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

import anyio
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.local import TEAM

psutil: Any = import_module("psutil")  # without types

WORKER = "--multiprocessing-fork"
"""In the command line of a worker of this machine."""


class Watched:
    """A sandbox on a socket, with a hook before each request."""

    def __init__(self) -> None:
        self.sandbox = Sandbox()
        self.in_flight = self.most = self.count = 0
        self.caller = 0
        """The port that the latest request came from."""
        self.at: list[float] = []
        self.before: Callable[[int], JSONResponse | None] = lambda _: None
        self.takes_s = 0.0
        self._app, self.sandbox.app = self.sandbox.app, self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self.count = number = self.count + 1
        self.caller = scope["client"][1]
        self.at.append(time.monotonic())
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        ended = False

        async def watch(message: Message) -> None:
            nonlocal ended
            # The client may send the next request as soon as it has the end of this answer.
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                ended = True
                self.in_flight -= 1
            await send(message)

        try:
            await anyio.sleep(self.takes_s)
            await (self.before(number) or self._app)(scope, receive, watch)
        finally:
            self.in_flight -= not ended

    @asynccontextmanager
    async def serve(self) -> AsyncGenerator[Gigstack, None]:
        async with self.sandbox.serve() as url, Gigstack(self.sandbox.key(), base_url=url) as gig:
            yield gig

    def all(self, kind: str) -> list[Mapping[str, Any]]:
        """The resources of a kind."""
        return list(self.sandbox.state.collections().get((TEAM, kind), {}).values())

    def clients(self) -> dict[str, str]:
        """The name of each client by its key. No key is there twice."""
        found = self.all("clients")
        names = {str(client["tax_id"]): str(client["name"]) for client in found}
        assert len(names) == len(found)
        return names


def rows_of(count: int, *, keys: int) -> list[dict[str, Any]]:
    return [
        {"tax_id": f"AAA{number % keys:09}", "name": f"row {number}"} for number in range(count)
    ]


def latest(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["tax_id"]: row["name"] for row in rows}


def kill_one_at(number: int, killed: list[int]) -> Callable[[int], None]:
    """A hook that kills a worker at a request."""

    def kill(count: int) -> None:
        if count == number:
            workers = psutil.Process().children()
            one = next(one for one in workers if WORKER in " ".join(one.cmdline()))
            killed.append(one.pid)
            os.kill(one.pid, signal.SIGKILL)

    return kill
