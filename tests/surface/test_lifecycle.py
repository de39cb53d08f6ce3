"""Opening and closing, on one event loop after another."""

from __future__ import annotations

import asyncio

import anyio
import httpx
import pytest
import respx

from .stage import gigstack


@pytest.mark.anyio
async def test_a_client_of_the_user_is_not_closed() -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, json={"data": {}}))) as http:
        async with gigstack(http_client=http) as gig:
            await gig.clients.get("c")
        assert not http.is_closed


def test_one_client_serves_one_loop_after_another(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = gigstack()

    async def once() -> str | None:
        async with gig:
            return (await gig.clients.get("c")).id

    assert [asyncio.run(once()), asyncio.run(once()), anyio.run(once, backend="trio")] == ["c", "c", "c"]


@pytest.mark.asyncio
async def test_a_closed_client_opens_anew_when_it_is_used(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = gigstack()
    await gig.aclose()
    await gig.clients.get("c")
    await gig.aclose()
    assert (await gig.clients.get("c")).id == "c"
    await gig.aclose()
