"""ASGI apps for tests: on a port, or called in this process."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from gigstack_api.sandbox.http.server import listen, reached_at, server


@contextmanager
def serving(app: ASGIApp, *, lifespan: bool = False) -> Generator[str, None, None]:
    """The origin of an app that a thread serves on a port, as the sandbox is served.

    With `lifespan`, uvicorn serves it by its defaults, and runs its lifespan.
    """
    running = (
        uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="on"))
        if lifespan
        else server(app)
    )
    with listen("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield reached_at(listener)
        finally:
            running.should_exit = True
            thread.join()


@asynccontextmanager
async def client_of_app(app: Starlette, **options: Any) -> AsyncGenerator[httpx.AsyncClient, None]:
    """An HTTP client of an app in this process, with its lifespan.

    Background work is finished at the end of the block. `options` are those of
    `httpx.ASGITransport`.
    """
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, **options), base_url="http://shop"
        ) as http,
    ):
        yield http
