"""The lifespan that opens one client for the whole app, and the dependency that hands it out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, TypeAlias

from fastapi import Depends
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from ..client import Gigstack
from ..errors import ConfigurationError, InvalidArgumentError
from ..loading import preload

Lifespan: TypeAlias = Callable[[Starlette], AbstractAsyncContextManager[None]]


def gigstack_lifespan(make: Callable[[], Gigstack] = Gigstack) -> Lifespan:
    """A lifespan that keeps one client on `app.state.gigstack` for all requests and tasks.

    To combine it with your own lifespan, enter it there:
    `async with gigstack_lifespan()(app): yield`. A client that is already on the state, put there
    by a test for example, is used and not closed.

    Args:
        make: Creates the client when the app starts; by default with the key of GIGSTACK_API_KEY.

    Raises:
        InvalidArgumentError: it is a client, not a function.
        ConfigurationError: when the app starts, if `Gigstack(...)` refuses its settings.
    """
    if not callable(make):
        raise InvalidArgumentError(
            "gigstack_lifespan takes a function that makes the client: pass `lambda: Gigstack(...)`"
        )

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None, None]:
        preload()
        if isinstance(getattr(app.state, "gigstack", None), Gigstack):
            yield
            return

        async with make() as gig:
            app.state.gigstack = gig
            try:
                yield
            finally:
                del app.state.gigstack

    return lifespan


async def gigstack(connection: HTTPConnection) -> Gigstack:
    """The client of the app that serves this request or WebSocket.

    Raises:
        ConfigurationError: the app has no client.
    """
    app: Starlette = connection.app
    return client_of(app)


GigstackDep = Annotated[Gigstack, Depends(gigstack)]
"""The client of the app as an endpoint parameter: `async def pay(gig: GigstackDep)`."""


def client_of(app: Starlette) -> Gigstack:
    """The client of an app.

    Raises:
        ConfigurationError: the app has no client.
    """
    found: object = getattr(app.state, "gigstack", None)
    if not isinstance(found, Gigstack):
        raise ConfigurationError(
            "this app has no client: create it with FastAPI(lifespan=gigstack_lifespan()), or set"
            " app.state.gigstack where no lifespan runs (a mounted app, httpx.ASGITransport)"
        )
    return found
