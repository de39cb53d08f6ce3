"""Views of a client: each has its own team and options."""

from __future__ import annotations

import anyio
import httpx
import pytest
import respx

from gigstack_api import APIError, InvalidArgumentError, RateLimitError, RetryPolicy
from tests.support.scripted_api import (
    BASE,
    Answer,
    Api,
    answer,
    client,
    gigstack,
    refusal,
    requests_to,
    token,
)


@pytest.mark.anyio
async def test_a_view_sends_its_team_and_no_other_view_does() -> None:
    api = Api(*[answer({"id": "x"}) for _ in range(7)])
    gig = client(api)
    one, two = gig.for_team("team_1"), gig.for_team("team_2")
    await one.clients.get("a")
    await gig.clients.get("a")
    await two.clients.get("a")
    await one.with_options(timeout_s=5).clients.get("a")
    await one.for_team("team_3").clients.get("a")
    await one.clients.get("a", team="team_4")
    await one.clients.get("a")
    assert [query.get("team") for query in api.queries] == [
        "team_1",
        None,
        "team_2",
        "team_1",
        "team_3",
        "team_4",
        "team_1",
    ]


@pytest.mark.anyio
async def test_views_in_parallel_keep_their_teams() -> None:
    seen: list[tuple[str, str]] = []

    async def handler(request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        seen.append((request.url.path.rsplit("/", 1)[1], request.url.params["team"]))
        return answer({"id": "x"})

    gig = client(handler, team="team_own")

    async def one(number: int) -> None:
        view = gig.for_team(f"team_{number}") if number else gig
        await view.clients.get(f"{number}")

    async with anyio.create_task_group() as group:
        for number in range(10):
            group.start_soon(one, number)
    assert sorted(seen) == [
        ("0", "team_own"),
        *((str(number), f"team_{number}") for number in range(1, 10)),
    ]


@pytest.mark.anyio
async def test_a_list_of_a_view_keeps_its_team_on_every_page() -> None:
    api = Api(answer([], has_more=True, next="a"), answer([], has_more=False))
    await client(api).for_team("team_1").clients.list(limit=5).collect()
    assert api.queries == [
        {"limit": "5", "team": "team_1"},
        {"limit": "5", "next": "a", "team": "team_1"},
    ]


@pytest.mark.anyio
async def test_options_of_a_view_are_its_own() -> None:
    api = Api(refusal(500), refusal(500), answer({"id": "x"}))
    gig = client(api)
    with pytest.raises(APIError):
        await gig.with_options(retries=RetryPolicy.none()).clients.get("a")
    await gig.clients.get("a")
    assert len(api.requests) == 3


@pytest.mark.anyio
async def test_a_view_may_set_and_reset_the_deadline() -> None:
    def busy() -> Answer:
        return refusal(429, headers={"Retry-After": "20"})

    with pytest.raises(RateLimitError):
        await client(Api(busy())).with_options(timeout_s=10).clients.get("a")
    with pytest.raises(RateLimitError):
        await (
            client(Api(busy()))
            .with_options(timeout_s=None, retries=RetryPolicy.none())
            .clients.get("a")
        )


def test_a_view_shows_its_team_and_keeps_what_the_key_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGSTACK_ALLOW_LIVE_KEY", "1")
    view = client(Api(), api_key=token({"livemode": True, "team": "t"})).for_team("team_1")
    assert repr(view) == f"Gigstack(base_url={BASE!r}, mode='live', team='team_1')"
    assert (view.livemode, view.key_team) == (True, "t")


@pytest.mark.parametrize("team", ["", "  "])
def test_a_view_for_an_empty_team_is_refused(team: str) -> None:
    with pytest.raises(InvalidArgumentError):
        client(Api()).for_team(team)


@pytest.mark.anyio
@pytest.mark.parametrize("team", ["", " ", "\t\n", "\u00a0"])
async def test_a_call_for_a_blank_team_is_refused(team: str) -> None:
    api = Api()
    gig = client(api)
    text = "team must be the id of a team"
    for view in (gig, gig.for_team("team_1")):
        with pytest.raises(InvalidArgumentError, match=text):
            await view.clients.get("a", team=team)
        with pytest.raises(InvalidArgumentError, match=text):
            await view.clients.create(name="x", team=team)
        with pytest.raises(InvalidArgumentError, match=text):
            await view.clients.create(name="x", extra_query={"team": team})
        with pytest.raises(InvalidArgumentError, match=text):
            view.clients.list(team=team)
    assert api.requests == []


@pytest.mark.parametrize("timeout_s", [0, -1])
def test_a_view_with_a_timeout_below_zero_is_refused(timeout_s: float) -> None:
    with pytest.raises(InvalidArgumentError):
        client(Api()).with_options(timeout_s=timeout_s)


def test_a_checkpoint_of_one_team_is_refused_for_another() -> None:
    gig = client(Api())
    checkpoint = gig.for_team("north").clients.list().checkpoint
    gig.for_team("north").clients.list(resume=checkpoint)
    for other in (gig, gig.for_team("south")):
        with pytest.raises(InvalidArgumentError, match="another list"):
            other.clients.list(resume=checkpoint)


@pytest.mark.anyio
async def test_each_view_sends_its_own_team(api: respx.MockRouter) -> None:
    route = api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = gigstack()
    north, south = gig.for_team("north"), gig.for_team("south")
    for view in (north, south, gig, north.with_options(timeout_s=3)):
        await view.clients.get("c")
    await north.clients.get("c", team="east")
    assert [dict(request.url.params).get("team") for request in requests_to(route)] == [
        "north",
        "south",
        None,
        "north",
        "east",
    ]


def test_a_view_with_impossible_options_is_refused() -> None:
    gig = gigstack()
    with pytest.raises(InvalidArgumentError):
        gig.for_team("")
    with pytest.raises(InvalidArgumentError):
        gig.with_options(timeout_s=-1)
    assert "north" in repr(gig.for_team("north").with_options(retries=RetryPolicy.none()))
