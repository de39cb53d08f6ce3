"""Promise 8: every request carries its own team and no other, however the calls of many views are
interleaved.
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

from .harness.result import Result

BACKENDS = ("asyncio", "trio")
CALLS, VIEWS, TOGETHER = 20_000, 200, 64
PAGES = 4
OWN = "none"
"""The marker of a call that is to carry no team."""

Kind: TypeAlias = Callable[[Gigstack, str, dict[str, Any]], Awaitable[object]]


@define
class Api:
    """Takes requests whose path, query or body says which team they are of, and compares it with
    the team they carry.
    """

    random: Random
    requests: int = 0
    faults: Counter[str] = field(factory=Counter[str])
    calls: Counter[str] = field(factory=Counter[str])
    teams: set[str] = field(factory=set[str])
    wrong: list[str] = field(factory=list[str])

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """An answer, or a fault, after others had their turn."""
        self.requests += 1
        for _ in range(self.random.randrange(4)):
            await anyio.lowlevel.checkpoint()
        carried = parse_qs(request.url.query.decode()).get("team", [])
        meant = marker(request)
        self.teams.update(carried)
        if carried != ([] if meant == OWN else [meant]):
            self.wrong.append(
                f"{request.method} {request.url.path} of {meant} carried {carried or 'no team'}"
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


def marker(request: httpx.Request) -> str:
    """The team that a request says it is of: in its body, its filters, or at the end of its
    path.
    """
    if request.content:
        body = json.loads(request.content)
        return str(
            body.get("metadata", body.get("client", {}).get("metadata", {})).get("of")
            or body.get("partner_ref")
        )
    params = request.url.params
    return str(params.get("metadata.of") or params.get("of") or request.url.path.rsplit("/", 1)[1])


async def _get(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.get(of, **team)


async def _create(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.create(name="A", metadata={"of": of}, **team)


async def _register(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    match = Match("tax_id", f"RFC of {of}", metadata={"of": of})
    return await gig.payments.register(
        client=match,
        items=[],
        payment_form="03",
        automation_type="none",
        metadata={"of": of},
        **team,
    )


async def _upsert(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.upsert(
        on="tax_id", tax_id=f"RFC of {of}", metadata={"of": of}, **_extra(team)
    )


async def _upsert_many(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    rows = [
        {"tax_id": f"RFC {number} of {of}", "metadata": {"of": of}, **_extra(team)}
        for number in range(3)
    ]
    return [done async for done in gig.clients.upsert_many(rows, on="tax_id", concurrency=3)]


async def _cursor(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(extra_query={"of": of}, **team).collect()


async def _ahead(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(extra_query={"of": of}, **team).prefetch(3).collect()


async def _numbered(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    return await gig.clients.list(metadata={"of": of}, **team).prefetch(3).collect(3)


async def _resumed(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    pager = gig.clients.list(extra_query={"of": of}, **team)
    await pager.collect(1)
    return await gig.clients.list(extra_query={"of": of}, resume=pager.checkpoint, **team).collect()


async def _teamless(gig: Gigstack, of: str, team: dict[str, Any]) -> object:
    """A call whose route takes no team: no view may add one."""
    return await gig.auth.signup(email="a@ejemplo.com", name=of, plan_id="free", partner_ref=OWN)


def _extra(team: dict[str, Any]) -> dict[str, Any]:
    return {"extra_query": team} if team else {}


KINDS: tuple[Kind, ...] = (
    _get, _create, _register, _upsert, _upsert_many, _cursor, _ahead, _numbered, _resumed, _teamless,
)  # fmt: skip


def run(seed: int, scale: float) -> Result:
    """The promise, tried out on asyncio and on trio, one half of the calls each."""
    random = Random(seed)
    count = max(len(KINDS) * 4, round(CALLS * scale / len(BACKENDS)))
    api = Api(random)
    for backend in BACKENDS:
        anyio.run(_interleaved, api, count, backend=backend)
    seen = len(api.teams)
    broken = list(dict.fromkeys(api.wrong))[:10]
    broken += ["few teams were seen"] * (seen < min(VIEWS, count) * 0.8)
    broken += ["no fault was met"] * (not api.faults)
    broken += [
        f"no call was answered: {name}"
        for name in (kind.__name__ for kind in KINDS)
        if not api.calls[name]
    ]
    counts: dict[str, int | float | str] = {
        "calls": count * len(BACKENDS),
        "calls that ended well": sum(api.calls.values()),
        "requests": api.requests,
        "teams": seen,
        **{f"faults: {name}": times for name, times in sorted(api.faults.items())},
        "requests with another team": len(api.wrong),
    }
    return Result(promise="Tenants", counts=counts, broken=tuple(broken))


async def _interleaved(api: Api, count: int) -> None:
    """So many calls, many at once, each over the view of a team or with a team of its own."""
    async with httpx.AsyncClient(transport=httpx.MockTransport(api)) as http_client:
        gig = Gigstack(
            "key",
            base_url="https://api.test/v2",
            retries=QUICK,
            http_client=http_client,
            max_in_flight=TOGETHER,
        )
        views = [gig.for_team(f"team_{number}") for number in range(VIEWS)]
        waiting = iter(range(count))

        async def work() -> None:
            for number in waiting:
                await _one(api, gig, views, KINDS[number % len(KINDS)])

        async with anyio.create_task_group() as group:
            for _ in range(TOGETHER):
                group.start_soon(work)


QUICK = RetryPolicy(max_attempts=6, base_s=0, settle_s=0)


async def _one(api: Api, gig: Gigstack, views: list[Gigstack], kind: Kind) -> None:
    view, of, team = _chosen(api.random, gig, views)
    try:
        await kind(view, of, team)
    except GigstackError:
        return
    api.calls[kind.__name__] += 1


def _chosen(
    random: Random, gig: Gigstack, views: list[Gigstack]
) -> tuple[Gigstack, str, dict[str, Any]]:
    """A view, the team that its calls are of, and the arguments that say so, if the view does
    not.
    """
    number, other = random.randrange(VIEWS), random.randrange(VIEWS)
    view, of = views[number], f"team_{number}"
    way = random.randrange(7)
    if way == 0:
        return gig, OWN, {}
    if way == 1:
        return gig, of, {"team": of}
    if way == 2:
        return view, f"team_{other}", {"team": f"team_{other}"}
    if way == 3:
        return view.with_options(timeout_s=20), of, {}
    if way == 4:
        return view.for_team(f"team_{other}"), f"team_{other}", {}
    if way == 5:
        return (
            gig.with_options(retries=QUICK).for_team(f"team_{other}").with_options(timeout_s=None),
            f"team_{other}",
            {},
        )
    return view, of, {}
