"""The measurements of one peer, which run in its process. Each function returns plain figures."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any, TypeAlias

Fetch: TypeAlias = Callable[[], Awaitable[object]]
Row: TypeAlias = Mapping[str, Any]
Figures: TypeAlias = dict[str, float]

FetcherFactory: TypeAlias = Callable[[str, int], AbstractAsyncContextManager[Fetch]]
"""Opens, for a base URL and the most calls in flight, a function that fetches one client."""
UpserterFactory: TypeAlias = Callable[
    [str, int], AbstractAsyncContextManager[Callable[[Sequence[Row]], Awaitable[int]]]
]
"""Opens, likewise, a function that upserts rows and returns how many are done."""
DecoderFactory: TypeAlias = Callable[[bytes], Callable[[], Sequence[object]]]
"""Makes, for the bytes of a page, a function that reads them into models."""
EncoderFactory: TypeAlias = Callable[[dict[str, Any]], Callable[[], bytes]]
"""Makes, for the fields of an invoice, a function that serializes the models of the peer."""

WARM_CALLS = 30


async def rate(open_fetcher: FetcherFactory, *, url: str, in_flight: int, for_s: float) -> Figures:
    """Calls per second and their times in milliseconds, on connections that are already open."""
    took: list[float] = []
    clock = time.perf_counter

    async with open_fetcher(url, in_flight) as call:
        await at_once(call, in_flight)
        gc.collect()
        started = clock()

        async def work() -> None:
            while (began := clock()) < started + for_s:
                await call()
                took.append(clock() - began)

        await at_once(work, in_flight)
        elapsed = clock() - started
    return {
        "per_s": len(took) / elapsed,
        "p50_ms": median(took) * 1000,
        "p99_ms": quantiles(took, n=100)[98] * 1000,
    }


async def at_once(call: Fetch, count: int) -> None:
    """Makes calls at the same time, on the running event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        import trio

        async with trio.open_nursery() as nursery:
            for _ in range(count):
                nursery.start_soon(call)
    else:
        await asyncio.gather(*(call() for _ in range(count)))


async def one_by_one(open_fetcher: FetcherFactory, *, url: str, calls: int) -> Figures:
    """Processor microseconds per call, one after the other."""
    async with open_fetcher(url, 1) as call:
        for _ in range(WARM_CALLS):
            await call()
        gc.collect()
        began = time.process_time()
        for _ in range(calls):
            await call()
        return {"us": (time.process_time() - began) / calls * 1e6}


async def upserts(
    open_upserter: UpserterFactory, *, url: str, in_flight: int, rows: int, seed: int
) -> Figures:
    """Rows per second."""
    made = clients(rows, seed)
    async with open_upserter(url, in_flight) as post:
        assert await post(made[:in_flight]) == in_flight
        gc.collect()
        began = time.perf_counter()
        done = await post(made)
        assert done == rows, f"{done} of {rows} rows were done"
        return {"per_s": rows / (time.perf_counter() - began)}


def decode(make_decoder: DecoderFactory, *, file: str, for_s: float) -> Figures:
    """Microseconds from the bytes of a page to its models."""
    body = Path(file).read_bytes()
    read = make_decoder(body)
    wanted = len(json.loads(body)["data"])
    assert len(read()) == wanted, "the whole page was read"
    return {"us": _repeated_us(read, for_s)}


def encode(make_encoder: EncoderFactory, *, file: str, for_s: float) -> Figures:
    """Microseconds from an invoice in models to its bytes."""
    fields = json.loads(Path(file).read_bytes())
    write = make_encoder(fields)
    assert _without_nulls(json.loads(write())) == fields, "the body has the expected content"
    return {"us": _repeated_us(write, for_s)}


def _without_nulls(node: dict[str, Any] | list[Any] | str | float | None) -> Any:
    """A document without null fields: OpenAPI Generator also sends fields that were not set."""
    if isinstance(node, dict):
        return {name: _without_nulls(inner) for name, inner in node.items() if inner is not None}
    return [_without_nulls(item) for item in node] if isinstance(node, list) else node


def _repeated_us(work: Callable[[], object], for_s: float) -> float:
    """Processor microseconds per repetition, including the garbage collection it causes."""
    gc.collect()
    count, began = 0, time.process_time()
    while (elapsed := time.process_time() - began) < for_s:
        work()
        count += 1
    return elapsed / count * 1e6


def clients(count: int, seed: int) -> list[Row]:
    """The fields of clients, each with a different `tax_id`."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    return [
        {
            "name": f"Cliente {number}",
            "legal_name": f"CLIENTE {number}",
            "tax_id": f"CLI{number:06}AB1",
            "tax_system": chance.choice(["601", "612", "626"]),
            "email": f"cliente{number}@ejemplo.com",
            "address": {"country": "MEX", "zip": f"{chance.randrange(1000, 99999):05}"},
            "metadata": {"external_id": f"EXT-{number}"},
        }
        for number in range(count)
    ]
