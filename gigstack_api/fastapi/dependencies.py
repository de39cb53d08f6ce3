"""One client for the whole app, made when it starts and closed when it ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, TypeAlias

from fastapi import Depends
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from ..client import Gigstack
from ..errors import ConfigurationError
from ..loading import preload

Lifespan: TypeAlias = Callable[[Starlette], AbstractAsyncContextManager[None]]


def gigstack_lifespan(make: Callable[[], Gigstack] = Gigstack) -> Lifespan:
    """A lifespan that keeps one client on `app.state.gigstack`, for all requests and background
    work of the app.

    It can be entered in a lifespan of your own: `async with gigstack_lifespan()(app): yield`. A
        client that is there already,
    because a test put it there, is used and not closed.

    Args:
        make: Makes the client, inside the lifespan; by default with the key of GIGSTACK_API_KEY.

    Raises:
        ConfigurationError: when the app starts, for whatever `Gigstack(...)` refuses.
    """

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
    """The client of the app that a request or a WebSocket came to.

    Raises:
        ConfigurationError: the app has none.
    """
    app: Starlette = connection.app
    return client_of(app)


GigstackDep = Annotated[Gigstack, Depends(gigstack)]
"""The client of the app, as a parameter of a FastAPI endpoint: `async def pay(gig:
GigstackDep)`.
"""


def client_of(app: Starlette) -> Gigstack:
    """The client of an app.

    Raises:
        ConfigurationError: it has none.
    """
    found: object = getattr(app.state, "gigstack", None)
    if not isinstance(found, Gigstack):
        raise ConfigurationError(
            "this app has no client: make it with FastAPI(lifespan=gigstack_lifespan()); where nothing enters that"
            " (a mounted app, httpx.ASGITransport), put one on its state: app.state.gigstack = ..."
        )
    return found
