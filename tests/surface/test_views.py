"""Views on the same connections: each with its own team and options."""

from __future__ import annotations

import pytest
import respx

from gigstack_api import (
    InvalidArgumentError,
    RetryPolicy,
)

from .stage import gigstack, requests


@pytest.mark.anyio
async def test_each_view_sends_its_own_team_and_the_first_client_none(
    api: respx.MockRouter,
) -> None:
    route = api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = gigstack()
    north, south = gig.for_team("north"), gig.for_team("south")
    for each in (north, south, gig, north.with_options(timeout_s=3)):
        await each.clients.get("c")
    await north.clients.get("c", team="east")
    assert [dict(request.url.params).get("team") for request in requests(route)] == [
        "north",
        "south",
        None,
        "north",
        "east",
    ]


def test_views_refuse_what_cannot_work() -> None:
    gig = gigstack()
    with pytest.raises(InvalidArgumentError):
        gig.for_team("")
    with pytest.raises(InvalidArgumentError):
        gig.with_options(timeout_s=-1)
    assert "north" in repr(gig.for_team("north").with_options(retries=RetryPolicy.none()))
