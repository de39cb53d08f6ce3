"""The lifespan and the dependency: one client for the whole app."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI, WebSocket
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gigstack_api import ConfigurationError, Gigstack, InvalidArgumentError
from gigstack_api.fastapi import GigstackDep, gigstack, gigstack_lifespan
from gigstack_api.sandbox import Sandbox

from ..support.asgi import client_of_app, serving
from .apps import client_factory

pytestmark = pytest.mark.anyio
REQUESTS = 500


class Counted:
    """An ASGI app that counts the connections its requests came on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.connections: set[tuple[str, int]] = set()
        self.requests = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.connections.add(tuple(scope["client"]))
        self.requests += 1
        await self._app(scope, receive, send)


async def test_500_concurrent_requests_share_one_client(gigstack_sandbox: Sandbox) -> None:
    counted = Counted(gigstack_sandbox.app)
    created: list[Gigstack] = []
    used: set[int] = set()
    with serving(counted) as origin:

        def make() -> Gigstack:
            created.append(
                Gigstack(gigstack_sandbox.key(), base_url=f"{origin}/v2", max_in_flight=20)
            )
            return created[-1]

        app = FastAPI(lifespan=gigstack_lifespan(make))

        @app.post("/clients/{number}")
        async def create(number: int, gig: GigstackDep) -> dict[str, Any]:
            used.add(id(gig))
            return {"name": (await gig.clients.create(name=f"Client {number}")).name}

        names: set[str] = set()
        async with client_of_app(app) as http:

            async def ask(number: int) -> None:
                answer = await http.post(f"/clients/{number}", timeout=60)
                assert answer.status_code == 200
                names.add(answer.json()["name"])

            async with anyio.create_task_group() as group:
                for number in range(REQUESTS):
                    group.start_soon(ask, number)
    assert len(created) == 1
    assert used == {id(created[0])}
    assert len(names) == counted.requests == REQUESTS
    assert len(gigstack_sandbox.state.collection("team_sandbox", "clients")) == REQUESTS
    assert len(counted.connections) <= 20


async def test_the_client_opens_and_closes_with_the_app(
    gigstack_sandbox: Sandbox,
) -> None:
    created: list[Gigstack] = []

    def make() -> Gigstack:
        created.append(Gigstack(gigstack_sandbox.key(), base_url="http://127.0.0.1:1"))
        return created[-1]

    app = FastAPI(lifespan=gigstack_lifespan(make))
    assert not created
    async with client_of_app(app):
        assert app.state.gigstack is created[0]
    with pytest.raises(ConfigurationError, match="closed"):
        await created[0].clients.list()


async def test_without_a_key_the_app_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIGSTACK_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="GIGSTACK_API_KEY"):
        async with client_of_app(FastAPI(lifespan=gigstack_lifespan())):
            pytest.fail("it must not start")


async def test_the_key_comes_from_the_environment_by_default(
    monkeypatch: pytest.MonkeyPatch, gigstack_sandbox: Sandbox
) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", gigstack_sandbox.key())
    app = FastAPI(lifespan=gigstack_lifespan())
    async with client_of_app(app):
        assert app.state.gigstack.key_team == "team_sandbox"


async def test_a_client_in_the_place_of_a_function_is_refused() -> None:
    given: Any = Gigstack("key")
    with pytest.raises(InvalidArgumentError, match="a function that makes the client"):
        gigstack_lifespan(given)


async def test_the_lifespan_nests_in_another_lifespan(gigstack_sandbox: Sandbox) -> None:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None, None]:
        async with gigstack_lifespan(client_factory(gigstack_sandbox))(app):
            app.state.own = "resource"
            yield

    async def show(request: Request) -> JSONResponse:
        gig = await gigstack(request)
        return JSONResponse([request.app.state.own, len(await gig.clients.list())])

    async with client_of_app(Starlette(routes=[Route("/", show)], lifespan=lifespan)) as http:
        assert (await http.get("/")).json() == ["resource", 0]


async def test_a_websocket_gets_the_client(gigstack: Gigstack) -> None:
    app = FastAPI()
    app.state.gigstack = gigstack
    sent: list[Message] = []

    @app.websocket("/")
    async def count(socket: WebSocket, gig: GigstackDep) -> None:
        await socket.accept()
        await socket.send_json(len(await gig.clients.list()))

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app({"type": "websocket", "path": "/", "query_string": b"", "headers": []}, receive, send)
    assert sent[1]["text"] == "0"


async def test_an_app_without_a_client_names_the_missing_lifespan() -> None:
    app = FastAPI()

    @app.get("/")
    async def show(gig: GigstackDep) -> None:
        pytest.fail("there is no client")

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        with pytest.raises(ConfigurationError, match=r"FastAPI\(lifespan=gigstack_lifespan\(\)\)"):
            await http.get("/")


async def test_a_client_already_on_the_state_is_kept_open(
    gigstack: Gigstack,
) -> None:
    app = FastAPI(lifespan=gigstack_lifespan(lambda: pytest.fail("it must not be created")))

    @app.get("/")
    async def count(gig: GigstackDep) -> int:
        return len(await gig.clients.list())

    app.state.gigstack = gigstack
    for _ in range(2):
        async with client_of_app(app) as http:
            assert (await http.get("/")).json() == 0
    assert app.state.gigstack is gigstack
    assert len(await gigstack.clients.list()) == 0


async def test_every_start_of_an_app_makes_a_new_client(gigstack_sandbox: Sandbox) -> None:
    app = FastAPI(lifespan=gigstack_lifespan(client_factory(gigstack_sandbox)))
    used: list[Gigstack] = []
    for _ in range(2):
        async with client_of_app(app):
            used.append(app.state.gigstack)
            assert len(await used[-1].clients.list()) == 0
    assert used[0] is not used[1]


async def test_a_mounted_app_uses_the_client_of_the_outer_app(
    gigstack_sandbox: Sandbox,
) -> None:
    inner = FastAPI()

    @inner.get("/")
    async def count(gig: GigstackDep) -> int:
        return len(await gig.clients.list())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None, None]:
        async with gigstack_lifespan(client_factory(gigstack_sandbox))(app):
            inner.state.gigstack = app.state.gigstack
            yield

    outer = FastAPI(lifespan=lifespan)
    outer.mount("/v2", inner)
    async with client_of_app(outer) as http:
        assert (await http.get("/v2/")).json() == 0


async def test_the_dependency_can_be_overridden(gigstack: Gigstack) -> None:
    app = FastAPI()

    @app.get("/")
    async def show(gig: GigstackDep) -> bool:
        return gig is gigstack

    app.state.gigstack = gigstack
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        assert (await http.get("/")).json() is True
