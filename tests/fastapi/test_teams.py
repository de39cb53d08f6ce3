"""The client of a request acts for the team that the request names."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

import httpx
import pytest
from fastapi import Depends, FastAPI, Header, HTTPException

from gigstack_api import Gigstack
from gigstack_api.fastapi import (
    GigstackDep,
    gigstack_lifespan,
    problem_handlers,
    team_from,
    team_from_header,
    team_from_path,
)
from gigstack_api.sandbox import Sandbox

from ..support.asgi import client_of_app
from .apps import client_factory

pytestmark = pytest.mark.anyio
USERS = {"ana": "team_norte", "eva": "team_sur", "new": None, "odd": " "}


async def team_of_the_user(authorization: Annotated[str, Header()]) -> str | None:
    if authorization not in USERS:
        raise HTTPException(401)
    return USERS[authorization]


def app_of(sandbox: Sandbox) -> FastAPI:
    app = FastAPI(
        lifespan=gigstack_lifespan(client_factory(sandbox)), exception_handlers=problem_handlers
    )

    @app.get("/teams/{team_id}/clients")
    async def by_path(
        gig: Annotated[Gigstack, Depends(team_from_path("team_id"))],
    ) -> list[str | None]:
        return [client.name async for client in gig.clients.list()]

    @app.get("/by-header")
    async def by_header(
        gig: Annotated[Gigstack, Depends(team_from_header("X-Team"))],
    ) -> list[str | None]:
        return [client.name async for client in gig.clients.list()]

    @app.get("/by-user")
    async def by_user(
        gig: Annotated[Gigstack, Depends(team_from(team_of_the_user))],
    ) -> list[str | None]:
        return [client.name async for client in gig.clients.list()]

    @app.get("/all-use-one")
    async def same(
        gig: GigstackDep, theirs: Annotated[Gigstack, Depends(team_from_header("X-Team"))]
    ) -> list[str]:
        return [repr(gig), repr(theirs)]

    return app


@pytest.fixture
async def http(gigstack_sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    gig = gigstack_sandbox.client()
    for team in ("team_norte", "team_sur"):
        await gig.for_team(team).clients.create(name=f"of {team}")
    app = app_of(gigstack_sandbox)
    app.state.gigstack = gig
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        yield http


@pytest.mark.parametrize("team", ["team_norte", "team_sur"])
async def test_the_team_comes_from_path_header_or_function(
    http: httpx.AsyncClient, team: str
) -> None:
    user = next(name for name, theirs in USERS.items() if theirs == team)
    for answer in (
        await http.get(f"/teams/{team}/clients"),
        await http.get("/by-header", headers={"X-Team": team}),
        await http.get("/by-user", headers={"Authorization": user}),
    ):
        assert (answer.status_code, answer.json()) == (200, [f"of {team}"])


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/teams/%20/clients", {}),
        ("/by-header", {}),
        ("/by-header", {"X-Team": ""}),
        ("/by-user", {"Authorization": "new"}),
        ("/by-user", {"Authorization": "odd"}),
    ],
)
async def test_a_request_without_a_team_is_refused(
    http: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    answer = await http.get(path, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["type"] == "urn:gigstack-api:missing-team"


async def test_a_missing_team_is_400_without_problem_handlers(gigstack: Gigstack) -> None:
    app = FastAPI()

    @app.get("/")
    async def show(gig: Annotated[Gigstack, Depends(team_from_header("X-Team"))]) -> None:
        pytest.fail("there is no team")

    app.state.gigstack = gigstack
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        answer = await http.get("/")
    assert (answer.status_code, answer.json()) == (
        400,
        {"detail": "The request does not name a team."},
    )


async def test_an_error_of_the_find_function_is_kept(http: httpx.AsyncClient) -> None:
    assert (await http.get("/by-user", headers={"Authorization": "stranger"})).status_code == 401


async def test_the_team_of_a_request_does_not_change_the_client(gigstack_sandbox: Sandbox) -> None:
    async with client_of_app(app_of(gigstack_sandbox)) as http:
        shared, theirs = (await http.get("/all-use-one", headers={"X-Team": "team_norte"})).json()
    assert "team=None" in shared
    assert "team='team_norte'" in theirs


async def test_path_and_header_are_documented(http: httpx.AsyncClient) -> None:
    paths = (await http.get("/openapi.json")).json()["paths"]
    (in_path,) = paths["/teams/{team_id}/clients"]["get"]["parameters"]
    (in_header,) = paths["/by-header"]["get"]["parameters"]
    assert (in_path["name"], in_path["in"], in_path["required"]) == ("team_id", "path", True)
    assert (in_header["name"], in_header["in"]) == ("X-Team", "header")
