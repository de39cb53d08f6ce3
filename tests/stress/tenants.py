"""Runs the promise on tenants: every request carries its own team and no other, however the calls
of many views are interleaved.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any, TypeAlias
from urllib.parse import parse_qs

import anyio
import anyio.lowlevel
import httpx
from attrs import define, field

from gigstack_api import Gigstack, GigstackError, Match, RetryPolicy

from .harness.calls import BACKENDS
from .harness.result import Count, Result

CALLS, VIEWS, CONCURRENCY = 20_000, 200, 64
PAGES = 4
QUICK = RetryPolicy(max_attempts=6, base_s=0, settle_s=0)
NO_TEAM = "none"
"""The marker of a call that must carry no team."""

TeamCall: TypeAlias = Callable[[Gigstack, str, dict[str, Any]], Awaitable[object]]
"""Makes a call marked with a team, given the arguments that set the team."""


@define
class MarkedApi:
    """Compares the team that a request carries with the marker in its path, query or body."""

    random: Random
    requests: int = 0
    faults: Counter[str] = field(factory=Counter[str])
    calls: Counter[str] = field(factory=Counter[str])
    teams: set[str] = field(factory=set[str])
    wrong: list[str] = field(factory=list[str])

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """A reply or a fault, after other tasks had their turn."""
        self.requests += 1
        for _ in range(self.random.randrange(4)):
            await anyio.lowlevel.checkpoint()
        carried = parse_qs(request.url.query.decode()).get("team", [])
        expected = marker_of(request)
        self.teams.update(carried)
        if carried != ([] if expected == NO_TEAM else [expected]):
            self.wrong.append(
                f"{request.method} {request.url.path} of {expected} carried {carried or 'no team'}"
            )
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        chance = self.random.random()
        if chance < 0.05:
            self.faults["lost"] += 1
            raise httpx.ReadError("lost")
        if chance < 0.1:
            self.faults["not sent"] += 1
            raise httpx.ConnectError("no")
        if chance < 0.2:
            status = self.random.choice([429, 500, 502, 503, 504, 520])
            self.faults[f"status {status}"] += 1
            return httpx.Response(
                status,
                json={"error": "some_code"},
                headers={"Retry-After": "0"} if status == 429 else {},
            )
        if request.method == "GET" and request.url.path == "/v2/clients":
            page = int(request.url.params.get("page") or request.url.params.get("next") or 1)
            more = page < PAGES
            return httpx.Response(
                200,
                json={
                    "data": [{"id": f"{page}"}],
                    "has_more": more,
                    "next": f"{page + 1}" if more else None,
                },
            )
        return httpx.Response(200, json={"data": {"id": "x"}})


def marker_of(request: httpx.Request) -> str:
    """The team that a request is marked with: in its body, its filters, or the end of its path."""
    if request.content:
        body = json.loads(request.content)
        return str(
            body.get("metadata", body.get("client", {}).get("metadata", {})).get("of")
            or body.get("partner_ref")
        )
    params = request.url.params
    return str(params.get("metadata.of") or params.get("of") or request.url.path.rsplit("/", 1)[1])


async def _get_client(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.get(of, **team)


async def _create_client(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.create(name="A", metadata={"of": of}, **team)


async def _register_payment(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    match = Match("tax_id", f"RFC of {of}", metadata={"of": of})
    return await gig.payments.register(
        client=match,
        items=[],
        payment_form="03",
        automation_type="none",
        metadata={"of": of},
        **team,
    )


async def _upsert_client(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.upsert(
        on="tax_id", tax_id=f"RFC of {of}", metadata={"of": of}, **_extra(team)
    )


async def _upsert_rows(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    rows = [
        {"tax_id": f"RFC {number} of {of}", "metadata": {"of": of}, **_extra(team)}
        for number in range(3)
    ]
    return [outcome async for outcome in gig.clients.upsert_many(rows, on="tax_id", concurrency=3)]


async def _list_by_cursor(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(extra_query={"of": of}, **team).collect()


async def _list_with_prefetch(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(extra_query={"of": of}, **team).prefetch(3).collect()


async def _list_by_number(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(metadata={"of": of}, **team).prefetch(3).collect(3)


async def _resume_list(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    pager = gig.clients.list(extra_query={"of": of}, **team)
    await pager.collect(1)
    return await gig.clients.list(extra_query={"of": of}, resume=pager.checkpoint, **team).collect()


async def _call_without_team(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    """Calls a route that takes no team: no view may add one."""
    return await gig.auth.signup(
        email="a@ejemplo.com", name=of, plan_id="free", partner_ref=NO_TEAM
    )


def _extra(team: dict[str, Any]) -> dict[str, Any]:
    return {"extra_query": team} if team else {}


TEAM_CALLS: tuple[TeamCall, ...] = (
    _get_client,
    _create_client,
    _register_payment,
    _upsert_client,
    _upsert_rows,
    _list_by_cursor,
    _list_with_prefetch,
    _list_by_number,
    _resume_list,
    _call_without_team,
)


def run(seed: int, scale: float) -> Result:
    """Runs the promise, half of the calls on asyncio and half on trio."""
    random = Random(seed)
    count = max(len(TEAM_CALLS) * 4, round(CALLS * scale / len(BACKENDS)))
    api = MarkedApi(random)
    for backend in BACKENDS:
        anyio.run(_run_interleaved, api, count, backend=backend)
    seen = len(api.teams)
    broken = list(dict.fromkeys(api.wrong))[:10]
    broken += ["few teams were used"] * (seen < min(VIEWS, count) * 0.7)
    broken += ["no fault occurred"] * (not api.faults)
    broken += [
        f"no call succeeded: {name}"
        for name in (call.__name__ for call in TEAM_CALLS)
        if not api.calls[name]
    ]
    counts: dict[str, Count] = {
        "calls": count * len(BACKENDS),
        "calls that ended well": sum(api.calls.values()),
        "requests": api.requests,
        "teams": seen,
        **{f"faults: {name}": times for name, times in sorted(api.faults.items())},
        "requests with another team": len(api.wrong),
    }
    return Result(promise="Tenants", counts=counts, broken=tuple(broken))


async def _run_interleaved(api: MarkedApi, count: int) -> None:
    """Makes the calls, many at once, each over the view of a team or with an explicit team."""
    async with httpx.AsyncClient(transport=httpx.MockTransport(api)) as http_client:
        gig = Gigstack(
            "key",
            base_url="https://api.test/v2",
            retries=QUICK,
            http_client=http_client,
            max_in_flight=CONCURRENCY,
        )
        views = [gig.for_team(f"team_{number}") for number in range(VIEWS)]
        waiting = iter(range(count))

        async def work() -> None:
            for number in waiting:
                await _make_call(api, gig, views, TEAM_CALLS[number % len(TEAM_CALLS)])

        async with anyio.create_task_group() as group:
            for _ in range(CONCURRENCY):
                group.start_soon(work)


async def _make_call(api: MarkedApi, gig: Gigstack, views: list[Gigstack], call: TeamCall) -> None:
    view, of, team = _choose(api.random, gig, views)
    try:
        await call(view, of, team)
    except GigstackError:
        return
    api.calls[call.__name__] += 1


def _choose(
    random: Random, gig: Gigstack, views: list[Gigstack]
) -> tuple[Gigstack, str, dict[str, Any]]:
    """A view, the team to expect, and the arguments that set it unless the view does."""
    number, other = random.randrange(VIEWS), random.randrange(VIEWS)
    view, of = views[number], f"team_{number}"
    mode = random.randrange(7)
    if mode == 0:
        return gig, NO_TEAM, {}
    if mode == 1:
        return gig, of, {"team": of}
    if mode == 2:
        return view, f"team_{other}", {"team": f"team_{other}"}
    if mode == 3:
        return view.with_options(timeout_s=20), of, {}
    if mode == 4:
        return view.for_team(f"team_{other}"), f"team_{other}", {}
    if mode == 5:
        return (
            gig.with_options(retries=QUICK).for_team(f"team_{other}").with_options(timeout_s=None),
            f"team_{other}",
            {},
        )
    return view, of, {}
