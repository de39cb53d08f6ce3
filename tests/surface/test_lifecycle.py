"""Opening and closing, on one event loop after another."""

from __future__ import annotations

import asyncio

import anyio
import httpx
import pytest
import respx

from gigstack_api import ConfigurationError, Gigstack

from .stage import KEY, gigstack


@pytest.mark.anyio
async def test_a_client_of_the_user_is_not_closed() -> None:
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(lambda request: httpx.Response(200, json={"data": {}}))
    ) as http:
        async with gigstack(http_client=http) as gig:
            await gig.clients.get("c")
        assert not http.is_closed


def test_one_client_serves_one_loop_after_another(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = Gigstack(KEY)

    async def once() -> str | None:
        async with gig:
            return (await gig.clients.get("c")).id

    assert [asyncio.run(once()), asyncio.run(once()), anyio.run(once, backend="trio")] == [
        "c",
        "c",
        "c",
    ]


@pytest.mark.anyio
async def test_a_closed_client_says_so_and_opens_anew_where_it_is_entered(
    api: respx.MockRouter,
) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = Gigstack(KEY)
    await gig.aclose()
    await gig.aclose()
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.clients.get("c")
    async with gig:
        assert (await gig.clients.get("c")).id == "c"
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.for_team("team_1").clients.get("c")


@pytest.mark.anyio
async def test_a_view_is_closed_with_its_client(api: respx.MockRouter) -> None:
    gig = Gigstack(KEY)
    await gig.for_team("team_1").aclose()
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.clients.get("c")
