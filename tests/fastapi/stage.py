"""Runs the apps of users: in this process with their lifespan, or on a local port."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.fastapi import WebhookRouter, gigstack_lifespan, problem_handlers
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.http.server import listen, reached_at

from ..webhooks.bodies import body

__all__ = ["ADDRESS", "SECRET", "body", "client_of", "on_a_port", "shop", "up"]

SECRET = "of-the-receiver-0123"
ADDRESS = f"/webhooks/gigstack/{SECRET}"


def client_of(sandbox: Sandbox) -> Callable[[], Gigstack]:
    """A factory of clients on a sandbox, which retry without waiting."""
    return lambda: sandbox.client(retries=RetryPolicy(base_s=0, settle_s=0))


def shop(hooks: WebhookRouter, sandbox: Sandbox | None = None) -> FastAPI:
    """An app with a webhook router, whose handlers are already registered."""
    app = FastAPI(
        lifespan=gigstack_lifespan(client_of(sandbox or Sandbox())),
        exception_handlers=problem_handlers,
    )
    app.include_router(hooks)
    return app


@asynccontextmanager
async def up(app: Starlette, **options: Any) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client of an app in this process. Background work is finished at the end of the block."""
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, **options), base_url="http://shop"
        ) as http,
    ):
        yield http


@contextmanager
def on_a_port(app: Starlette) -> Generator[str, None, None]:
    """The origin of an app that is served over TCP by a thread, with its lifespan."""
    serving = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="on"))
    with listen("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield reached_at(listener)
        finally:
            serving.should_exit = True
            thread.join()
