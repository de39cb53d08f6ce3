"""What is measured of one peer, in its own process: each function gives plain figures."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any, TypeAlias

Call: TypeAlias = Callable[[], Awaitable[object]]
Row: TypeAlias = Mapping[str, Any]
Figures: TypeAlias = dict[str, float]

Getting: TypeAlias = Callable[[str, int], AbstractAsyncContextManager[Call]]
"""From a base URL and the most calls in flight to what fetches one client."""
Posting: TypeAlias = Callable[
    [str, int], AbstractAsyncContextManager[Callable[[Sequence[Row]], Awaitable[int]]]
]
"""From a base URL and the most calls in flight to what upserts rows, and says how many are done."""
Decoding: TypeAlias = Callable[[bytes], Callable[[], Sequence[object]]]
"""From the bytes of a page to what reads them into models."""
Encoding: TypeAlias = Callable[[dict[str, Any]], Callable[[], bytes]]
"""From the fields of an invoice, made into the models of the peer, to what writes its bytes."""

WARM_CALLS = 30


async def rate(getting: Getting, *, url: str, in_flight: int, for_s: float) -> Figures:
    """Calls a second, and their times in milliseconds, with so many in flight on connections that
    are open already.
    """
    took: list[float] = []
    clock = time.perf_counter

    async def work(call: Call, until: float) -> None:
        while (began := clock()) < until:
            await call()
            took.append(clock() - began)

    async with getting(url, in_flight) as call:
        await asyncio.gather(*(call() for _ in range(in_flight)))
        gc.collect()
        started = clock()
        await asyncio.gather(*(work(call, started + for_s) for _ in range(in_flight)))
        elapsed = clock() - started
    return {
        "per_s": len(took) / elapsed,
        "p50_ms": median(took) * 1000,
        "p99_ms": quantiles(took, n=100)[98] * 1000,
    }


async def each(getting: Getting, *, url: str, calls: int) -> Figures:
    """Microseconds a call, one after the other."""
    async with getting(url, 1) as call:
        for _ in range(WARM_CALLS):
            await call()
        gc.collect()
        began = time.perf_counter()
        for _ in range(calls):
            await call()
        return {"us": (time.perf_counter() - began) / calls * 1e6}


async def upserts(posting: Posting, *, url: str, in_flight: int, rows: int, seed: int) -> Figures:
    """Rows a second."""
    told = clients(rows, seed)
    async with posting(url, in_flight) as post:
        assert await post(told[:in_flight]) == in_flight
        gc.collect()
        began = time.perf_counter()
        done = await post(told)
        assert done == rows, f"{done} of {rows} rows were done"
        return {"per_s": rows / (time.perf_counter() - began)}


def decode(decoding: Decoding, *, file: str, for_s: float) -> Figures:
    """Microseconds from the bytes of a page to its models."""
    body = Path(file).read_bytes()
    read = decoding(body)
    wanted = len(json.loads(body)["data"])
    assert len(read()) == wanted, "the page was not read whole"
    return {"us": _repeated_us(read, for_s)}


def encode(encoding: Encoding, *, file: str, for_s: float) -> Figures:
    """Microseconds from an invoice in models to its bytes."""
    fields = json.loads(Path(file).read_bytes())
    write = encoding(fields)
    assert _without_nulls(json.loads(write())) == fields, "the body is not what was to be sent"
    return {"us": _repeated_us(write, for_s)}


def _without_nulls(node: dict[str, Any] | list[Any] | str | float | None) -> Any:
    """A document without the fields that are null: OpenAPI Generator sends those that nobody
    set.
    """
    if isinstance(node, dict):
        return {name: _without_nulls(each) for name, each in node.items() if each is not None}
    return [_without_nulls(each) for each in node] if isinstance(node, list) else node


def _repeated_us(work: Callable[[], object], for_s: float) -> float:
    """Microseconds of the processor for one time, the garbage collection it causes included."""
    gc.collect()
    count, began = 0, time.process_time()
    while (elapsed := time.process_time() - began) < for_s:
        work()
        count += 1
    return elapsed / count * 1e6


def clients(count: int, seed: int) -> list[Row]:
    """The fields of clients, each with a `tax_id` of its own."""
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


async def taken(source: AsyncIterator[object], *, pause_s: float) -> int:
    """How many things came, each followed by a pause of the consumer."""
    count = 0
    async for _ in source:
        count += 1
        if pause_s:
            await asyncio.sleep(pause_s)
    return count
