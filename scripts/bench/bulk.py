"""Measures imports: their speed beside the ceiling, the cost of the journal, and their memory.

The ceiling is the speed of bare requests: the bytes of the same calls, made beforehand, sent
through the SDK's own socket transport, 50 in flight, to the same sandbox process, which answers
each one 20 ms late. A reply is read to its end there, and nothing is done with it. The client and
the sandbox need a core each: with other work on the machine the figures say little.

`make bench-bulk`. It takes about two minutes.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gigstack_api import Gigstack
from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.http.messages import Response
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.operations.operation import Operation
from gigstack_api._core.sending.request import build_request
from gigstack_api.bulk import open_rows, recognise
from gigstack_api.bulk.imports import import_clients
from gigstack_api.bulk.journal import Journal
from gigstack_api.models import Client
from gigstack_api.resources.clients import upsert_operation
from scripts.bench.goals import Check
from scripts.bench.memory import peak_memory_mib
from scripts.sandbox_process import running

T = TypeVar("T")

IN_FLIGHT = 50
LATENCY_S = 0.02
ROWS, TURNS = 2_000, 9
MANY, FIRST = 1_000_000, 10_000
DELAY = f"delay={LATENCY_S} operation=create_client times=always"
KEY = "BEN{:09}"


def main() -> int:
    """Prints the figures. Returns 1 if a goal was missed."""
    with TemporaryDirectory() as folder:
        checks = [*asyncio.run(measure_speed(Path(folder))), measure_memory(Path(folder))]
    for check in checks:
        goal = f"<= {check.at_most:g}" if check.at_least is None else f">= {check.at_least:g}"
        print(f"{check.text:<64} {check.shown:>12}  goal {goal}  {'' if check.met else 'MISSED'}")
    return 0 if all(check.met for check in checks) else 1


async def measure_speed(folder: Path) -> list[Check]:
    """The speed of an import beside bare calls, and with a journal beside without one."""
    numbers = iter(range(10**9))
    wire, calls, plain, kept = (list[float]() for _ in range(4))
    with running("--fault", DELAY, "--log-level", "critical") as environment:
        os.environ.update(environment)
        async with Gigstack(max_in_flight=IN_FLIGHT) as gig:
            await _import(gig, numbers, None)  # everything that is loaded once
            for turn in range(TURNS):
                wire.append(await _over_wire(environment, numbers))
                calls.append(await _by_calls(gig, numbers))
                plain.append(await _import(gig, numbers, None))
                with Journal.open(folder / f"{turn}.journal", fingerprint="bench") as journal:
                    kept.append(await _import(gig, numbers, journal))
    print(f"ceiling by latency: {IN_FLIGHT / LATENCY_S:,.0f} rows/s")
    measured = {"bare requests": wire, "bare calls": calls, "import": plain, "with journal": kept}
    for name, rates in measured.items():
        print(f"{name}: {max(rates):,.0f} rows/s ({', '.join(f'{rate:,.0f}' for rate in rates)})")
    # Other load on the machine only slows a turn down: the fastest turns are compared.
    ceiling = f"import with a journal, {IN_FLIGHT} in flight, beside bare requests"
    cost = "a journal, as a share of the rows per second"
    return [
        Check(text=ceiling, found=max(kept) / max(wire), at_least=0.85),
        Check(text=cost, found=100 * (1 - max(kept) / max(plain)), at_most=10.0, unit="%"),
    ]


def _rows(numbers: Iterator[int]) -> list[dict[str, Any]]:
    return [
        {"tax_id": KEY.format(number), "name": f"Cliente {number}", "address": {"zip": "03100"}}
        for number in islice(numbers, ROWS)
    ]


async def _import(gig: Gigstack, numbers: Iterator[int], journal: Journal | None) -> float:
    """Rows per second of an import."""
    rows, done = _rows(numbers), 0
    started = time.perf_counter()
    async for result in import_clients(gig, rows, concurrency=IN_FLIGHT, journal=journal):
        done += result.outcome == "created"
    if done != ROWS:
        raise RuntimeError(f"{done} of {ROWS} rows were created")
    return ROWS / (time.perf_counter() - started)


async def _by_calls(gig: Gigstack, numbers: Iterator[int]) -> float:
    """Rows per second of calls without an import around them."""
    rows = iter(_rows(numbers))

    async def call() -> None:
        for row in rows:
            await gig.clients.upsert(on="tax_id", **row)

    started = time.perf_counter()
    await asyncio.gather(*(call() for _ in range(IN_FLIGHT)))
    return ROWS / (time.perf_counter() - started)


async def _over_wire(environment: Mapping[str, str], numbers: Iterator[int]) -> float:
    """Rows per second of the ceiling."""
    key = ApiKey(environment["GIGSTACK_API_KEY"])
    operations = (
        upsert_operation(row, on="tax_id", value=None, update=False, team=None)
        for row in _rows(numbers)
    )
    made = [build_request(one, environment["GIGSTACK_API_BASE_URL"], key, {}) for one in operations]
    requests = iter(made)
    transport = Transport(max_in_flight=IN_FLIGHT, http_client=None)

    async def send() -> None:
        for request in requests:
            reply = await transport.send(request, timeout_s=30)
            if reply.status != 201:
                raise RuntimeError(f"status {reply.status}")

    started = time.perf_counter()
    await asyncio.gather(*(send() for _ in range(IN_FLIGHT)))
    took_s = time.perf_counter() - started
    await transport.aclose()
    return ROWS / took_s


class Instant(Gigstack):
    """A client whose calls are answered at once, without a network."""

    async def request(self, operation: Operation[T]) -> Response[T]:
        """An answer as that to a creation."""
        await asyncio.sleep(0)
        client = Client(id=f"client_{(operation.body or {})['tax_id']}")
        return Response(201, {}, b"", cast(T, client))


def measure_memory(folder: Path) -> Check:
    """By how much the memory grows after the first rows of a large file."""
    file = folder / "rows.csv"
    with file.open("w", encoding="utf-8") as lines:
        lines.write("RFC,Nombre,C.P.\n")
        lines.writelines(f"{KEY.format(number)},Cliente {number},03100\n" for number in range(MANY))
    grown = asyncio.run(_grown_mib(file, folder / "many.journal"))
    text = f"memory of {MANY:,} rows after the first {FIRST:,}"
    return Check(text=text, found=grown, at_most=20.0, unit="MiB")


async def _grown_mib(file: Path, journal: Path) -> float:
    rows = open_rows(file)
    columns = recognise(rows.columns, "clients")
    gig = Instant("key", base_url="http://127.0.0.1:9")
    count, first_mib, started = 0, 0.0, time.perf_counter()
    async for _ in import_clients(
        gig, rows, columns=columns, concurrency=IN_FLIGHT, journal=journal
    ):
        count += 1
        if count == FIRST:
            first_mib = peak_memory_mib()
    took_s = time.perf_counter() - started
    print(f"{count:,} rows without a network: {count / took_s:,.0f} rows/s")
    if count != MANY:
        raise RuntimeError(f"{count} of {MANY} rows have a result")
    return peak_memory_mib() - first_mib


if __name__ == "__main__":
    sys.exit(main())
