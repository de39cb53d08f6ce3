"""Runs the promise on replies: none makes the client crash. Mutated replies go through the public
methods, hand-written ones over TCP.
"""

from __future__ import annotations

import logging
from collections import Counter
from random import Random
from typing import Any, cast

import anyio
import httpx
from attrs import define, field

from gigstack_api import Gigstack, GigstackError, Pager, RetryPolicy

from ..harness.result import Result
from .kinds import ReplyExample, load_examples
from .oracle import CallResult, find_violations
from .plan import ReplyCase, draw_case
from .raw_replies import run_raw_replies
from .usage import use

REPLIES, RAW_REPLIES = 200_000, 6_000
MOST_SHOWN = 20
HOST = "api.test"


@define
class Figures:
    """The counts so far, and the violations."""

    counts: Counter[str] = field(factory=Counter[str])
    kinds: Counter[str] = field(factory=Counter[str])
    operations: set[str] = field(factory=set[str])
    broken: list[str] = field(factory=list[str])

    def add(self, case: ReplyCase, violations: list[str]) -> None:
        """Counts a case and its violations."""
        reply, name = case.reply, case.example.call.id
        self.counts["replies"] += 1
        self.kinds.update(reply.kinds)
        self.operations.add(name)
        self.counts["broken"] += len(violations)
        if violations and len(self.broken) < MOST_SHOWN:
            kinds, path = ", ".join(reply.kinds), str(case.json.path)[:80]
            where = f"({name}, {kinds} at {path}, status {reply.status})"
            self.broken += [f"{violation} {where}" for violation in violations]


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    # gigstack_api warns of callbacks that fail, and some fail here on purpose.
    logging.getLogger("gigstack_api").setLevel(logging.CRITICAL)
    figures = Figures()
    anyio.run(run_mutated_replies, seed, max(round(REPLIES * scale), 1), figures)
    raw, broken = anyio.run(run_raw_replies, seed, max(round(RAW_REPLIES * scale), 1))
    counts = figures.counts
    return Result(
        promise="Reads",
        counts={
            "operations": len(figures.operations),
            "mutated responses": counts["replies"],
            "... kinds of mutation": len(figures.kinds),
            "... values": counts["values"],
            "... API errors": counts["api errors"],
            "... unreadable": counts["unreadable"],
            "... lost on the way": counts["lost"],
            "... broken pagination": counts["pagination"],
            "... values compared field by field": counts["compared"],
            "... drift that had to be reported, and was": counts["reported"],
            "hand-written responses over TCP": raw,
            "crashes and other violations": counts["broken"] + len(broken),
        },
        broken=(*figures.broken, *broken[:MOST_SHOWN]),
    )


async def run_mutated_replies(seed: int, count: int, figures: Figures) -> None:
    """Sends mutated replies to the client and judges the result of each call."""
    random = Random(seed)
    examples, transport = load_examples(), CaseTransport()
    async with httpx.AsyncClient(transport=httpx.MockTransport(transport)) as http_client:
        for number in range(count):
            case = draw_case(random, examples.draw(random, number))
            result = await run_case(case, transport, http_client)
            figures.add(case, find_violations(case, result, figures.counts))


@define
class CaseTransport:
    """Sends the reply of the current case to the first URL. Later pages are empty and last; other
    hosts serve a file.
    """

    case: ReplyCase | None = None
    first: httpx.URL | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The reply to a request."""
        case = self.case
        if case is None:
            raise AssertionError("no case is running")
        self.first = self.first or request.url
        if request.url.host != HOST:
            headers = {"Content-Type": "application/pdf"}
            return httpx.Response(200, content=b"%PDF-1.7", headers=headers)
        if request.url != self.first:
            data: object = [] if len(case.example.unwrap) == 1 else {"history": []}
            return httpx.Response(200, json={"data": data, "has_more": False})
        return httpx.Response(
            case.reply.status,
            headers=list(case.reply.headers),
            stream=httpx.ByteStream(case.reply.body),
        )


async def run_case(
    case: ReplyCase, transport: CaseTransport, http_client: httpx.AsyncClient
) -> CallResult:
    """Makes the call of a case and uses its value."""
    transport.case, transport.first = case, None
    gig = Gigstack(
        "key",
        base_url=f"https://{HOST}/v2",
        timeout_s=25,
        retries=RetryPolicy(base_s=0, settle_s=0),
        http_client=http_client,
        on_drift=case.on_drift,
        strict=case.strict,
    )
    try:
        return CallResult(value=await _call_and_use(case.example, gig))
    except GigstackError as error:
        return CallResult(error=error)
    except Exception as crash:  # noqa: BLE001 - any other exception is a violation
        return CallResult(crash=f"{type(crash).__name__}: {str(crash)[:100]}")
    finally:
        await gig.aclose()


async def _call_and_use(example: ReplyExample, gig: Gigstack) -> Any:
    """The JSON of the value. Reads a list to its end and returns its first page."""
    method = getattr(getattr(gig, example.call.tag), example.call.facts["method"])
    called: Any = method(*example.arguments.path.values(), **example.arguments.keywords)
    if not isinstance(called, Pager):
        return use(await called)
    first, *_ = [use(page) async for page in cast(Any, called).pages()]
    return first
