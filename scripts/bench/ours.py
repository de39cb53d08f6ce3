"""gigstack_api as a peer of the bench."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any

from gigstack_api import Gigstack, RetryPolicy

from .measure import Fetch, Figures, Row, at_once
from .memory import peak_memory_mib

KEY = "key_of_the_bench"


def gigstack(url: str, in_flight: int = 50) -> Gigstack:
    """A client with default settings."""
    return Gigstack(KEY, base_url=url, max_in_flight=in_flight)


@asynccontextmanager
async def open_fetcher(url: str, in_flight: int) -> AsyncGenerator[Fetch, None]:
    """Fetches one client, as a model."""
    async with gigstack(url, in_flight) as gig:
        yield lambda: gig.clients.get("client_1234567890")


@asynccontextmanager
async def open_upserter(
    url: str, in_flight: int
) -> AsyncGenerator[Callable[[Sequence[Row]], Awaitable[int]], None]:
    """Upserts rows."""
    async with gigstack(url, in_flight) as gig:

        async def post(rows: Sequence[Row]) -> int:
            done = 0
            async for outcome in gig.clients.upsert_many(
                rows, on="tax_id", update=True, concurrency=in_flight
            ):
                done += outcome.error is None
            return done

        yield post


def make_decoder(body: bytes) -> Callable[[], Sequence[object]]:
    """Reads a page of invoices the way the client reads a reply."""
    from gigstack_api._core.http.messages import Reply
    from gigstack_api._core.responses.reading import ReplyReader
    from gigstack_api.operations.income_invoices import list_income_invoices

    operation = list_income_invoices.build(limit=100)
    reader = ReplyReader()

    def read() -> Sequence[object]:
        reply = Reply(200, {"content-type": "application/json; charset=utf-8"}, body)
        page: Any = reader.read_plain(operation, reply) or reader.read(operation, reply)
        data: Sequence[object] = page.data
        return data

    return read


def make_encoder(fields: dict[str, Any]) -> Callable[[], bytes]:
    """Writes an invoice whose items are models."""
    from gigstack_api.models import InlineClient, LineItemInput, Tax

    def item(*, taxes: Sequence[dict[str, Any]], **values: Any) -> LineItemInput:
        return LineItemInput(taxes=[Tax(**tax) for tax in taxes], **values)

    items = [item(**values) for values in fields["items"]]
    fields = {**fields, "client": InlineClient(**fields["client"]), "items": items}
    from gigstack_api._core.http.auth import ApiKey
    from gigstack_api._core.sending.request import build_request
    from gigstack_api.operations.income_invoices import create_income_invoice

    key = ApiKey(KEY)

    def write() -> bytes:
        operation = create_income_invoice.build(**fields)
        request = build_request(operation, "http://127.0.0.1/v2", key, {})
        assert request.content is not None
        return request.content

    return write


async def first_call(*, url: str, preload: Sequence[str]) -> dict[str, Any]:
    """Milliseconds of the first call of this process, and the modules it loaded. `preload` names
    modules to load before.
    """
    for name in preload:
        __import__(name)
    before = set(sys.modules)
    async with gigstack(url) as gig:
        began = time.perf_counter()
        await gig.clients.get("client_1234567890")
        took_ms = (time.perf_counter() - began) * 1000
    return {"ms": took_ms, "loaded": [name for name in sys.modules if name not in before]}


async def queue(*, url: str, calls: int) -> Figures:
    """Growth of peak memory in MiB: with calls made at once, and with as many again."""
    async with gigstack(url) as gig:
        peaks = [peak_memory_mib()]
        for _ in range(2):
            await at_once(lambda: gig.clients.get("client_1234567890"), calls)
            peaks.append(peak_memory_mib())
    return {"grown_mib": peaks[1] - peaks[0], "grown_again_mib": peaks[2] - peaks[1]}


async def walk(*, url: str, clients: int, first: int) -> Figures:
    """Walks a list: growth of peak memory after the `first` clients in MiB, and seconds in total.

    `first_s` and `last_s` are processor seconds of the best hundredth in the first and the last
    tenth, which excludes other load on the machine.
    """
    hundredth, seen, peak_mib = clients // 100, 0, 0.0
    began, marks = time.perf_counter(), [time.process_time()]
    async with gigstack(url) as gig:
        async for _ in gig.clients.list(limit=100):
            seen += 1
            if seen == first:
                peak_mib = peak_memory_mib()
            if seen % hundredth == 0:
                marks.append(time.process_time())
    assert seen == clients, f"{seen} of {clients} clients arrived"
    grown = peak_memory_mib() - peak_mib
    took = [after - before for before, after in pairwise(marks)]
    return {
        "grown_mib": grown,
        "first_s": min(took[:10]),
        "last_s": min(took[-10:]),
        "s": time.perf_counter() - began,
    }


async def pages(*, url: str, prefetch: int, count: int) -> Figures:
    """Seconds for `count` numbered pages."""
    async with Gigstack(KEY, base_url=url, retries=RetryPolicy.none()) as gig:
        await gig.clients.get("client_1234567890")
        pager = gig.clients.list(limit=10, metadata={"segment": "7"})
        began = time.perf_counter()
        source = pager.prefetch(prefetch) if prefetch else pager
        arrived = [page async for page in source.pages()]
        assert len(arrived) == count, f"{len(arrived)} of {count} pages arrived"
        return {"s": time.perf_counter() - began}
