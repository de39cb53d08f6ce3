"""Promise 6: a bulk upsert under faults accounts for every row, in flat memory, with the rows of
one key in their order.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import anyio
import httpx

from gigstack_api import (
    DeliveryError,
    Gigstack,
    InvalidArgumentError,
    OutcomeUnknownError,
    RateLimitError,
    UpsertOutcome,
)
from scripts.bench.memory import peak_memory_mib

from ..harness.fault_plans import NONE, Plans
from ..harness.observed_state import Kept, Resource
from ..harness.result import Count, Result
from ..harness.sandbox_process import Server
from ..writes.perform import AT_ONCE
from .plan import faults_of, index_of, is_refused, key, owner, row

ROWS = 100_000
AT_A_TIME = 8
WARM = 10_000
"""After so many rows everything that is made once has been made: from here on memory must not
grow.
"""

MOST_GROWTH_MIB = 12.0
"""More than the noise of an allocator: a list of the outcomes would take ten times as much."""

MOST_EXAMPLES = 5


class End(IntEnum):
    """What a row's caller was told."""

    NOTHING = 0
    CREATED = 1
    FOUND = 2
    DONE = 3
    NOT_DONE = 4
    MAYBE_DONE = 5
    NOT_SENT = 6


VALUES = (End.CREATED, End.FOUND, End.DONE)


class Log:
    """What happened to each row, in as much memory as there are rows, taken before the first."""

    def __init__(self, seed: int, count: int) -> None:
        self._seed = seed
        self.count = count
        self.ends = bytearray(count)
        self.first = array("q", bytes(8 * count))
        self.last = array("q", bytes(8 * count))
        self.requests = 0
        self.taken = self.given = self.most_ahead = 0
        self.twice: list[int] = []
        self.words: Counter[str] = Counter()
        self._plans: dict[int, Iterator[str]] = {}

    def rows(self) -> Iterator[Mapping[str, str]]:
        """The rows, each made when it is asked for."""
        for index in range(self.count):
            self.taken = index + 1
            self.most_ahead = max(self.most_ahead, self.taken - self.given)
            yield row(index)

    def fault(self, request: httpx.Request) -> str:
        """The fault of a request, whose place in the order is noted."""
        index = index_of(json.loads(request.content)["name"])
        self.requests += 1
        self.first[index] = self.first[index] or self.requests
        self.last[index] = self.requests
        if index not in self._plans:
            self._plans[index] = iter(faults_of(self._seed, index))
        return next(self._plans[index], NONE)

    def note(self, outcome: UpsertOutcome[Mapping[str, str]]) -> None:
        """Takes an outcome in."""
        self.given += 1
        if self.ends[outcome.index] or outcome.row["name"] != f"row {outcome.index}":
            self.twice.append(outcome.index)
        self._plans.pop(outcome.index, None)
        self.ends[outcome.index] = end_of(outcome)
        self.words["value" if outcome.error is None else type(outcome.error).__name__] += 1


def end_of(outcome: UpsertOutcome[Any]) -> End:
    """What an outcome tells."""
    if outcome.value is not None and outcome.error is None:
        return {True: End.CREATED, False: End.FOUND, None: End.DONE}[outcome.value.created]
    if isinstance(outcome.error, InvalidArgumentError):
        return End.NOT_SENT
    undone = isinstance(outcome.error, (DeliveryError, RateLimitError)) and not isinstance(
        outcome.error, OutcomeUnknownError
    )
    return End.NOT_DONE if undone else End.MAYBE_DONE


def run(seed: int, scale: float) -> Result:
    """What became of the rows."""
    return anyio.run(_run, seed, int(ROWS * scale))


async def _run(seed: int, count: int) -> Result:
    log = Log(seed, count)
    plans = Plans(log.fault)
    with TemporaryDirectory() as folder:
        file = Path(folder, "state.json")
        async with Server(file) as server:
            grown_mib = await upserted(server.base_url, server.key, log, plans)
        clients = Kept.in_file(file).all("clients")
    return judged(log, plans, clients, grown_mib)


async def upserted(base_url: str, api_key: str, log: Log, plans: Plans) -> float:
    """By how many MiB the process grew after the first rows while all were upserted."""
    warm_mib = 0.0
    async with plans.http_client(most=AT_A_TIME) as http:
        gig = Gigstack(api_key, base_url=base_url, http_client=http, retries=AT_ONCE)
        async for outcome in gig.clients.upsert_many(
            log.rows(), on="tax_id", update=True, concurrency=AT_A_TIME
        ):
            log.note(outcome)
            if log.given == min(WARM, log.count // 2):
                warm_mib = peak_memory_mib()
    return peak_memory_mib() - warm_mib


def judged(log: Log, plans: Plans, clients: Iterable[Resource], grown_mib: float) -> Result:
    """The figures of the rows, and which promises they broke."""
    broken, examples = Counter[str](), list[str]()
    by_key: dict[str, list[str]] = {}
    for client in clients:
        by_key.setdefault(str(client.get("tax_id")), []).append(str(client["name"]))
    for index, reason in [*_broken_rows(log), *_broken_keys(log, by_key)]:
        broken[reason] += 1
        examples.append(
            f"{reason}: row {index}, {End(log.ends[index]).name}, {by_key.get(key(index), [])}"
        )
    if log.most_ahead > AT_A_TIME:
        broken[f"{log.most_ahead} rows were taken and not given back, more than {AT_A_TIME}"] += 1
    if grown_mib > MOST_GROWTH_MIB:
        broken[f"memory grew by {grown_mib:.1f} MiB after the first rows"] += 1
    counts: dict[str, Count] = {
        "rows": log.count,
        "rows that share a key": sum(owner(index) != index for index in range(log.count)),
        "requests": plans.requests,
        **{f"faults: {name}": count for name, count in sorted(plans.befell.items())},
        **{f"rows: ended in {word}": count for word, count in sorted(log.words.items())},
        "clients found": sum(map(len, by_key.values())),
        "rows without an outcome, or with two": broken["without an outcome"]
        + broken["two outcomes"],
        "lost": broken["lost"],
        "doubled": broken["doubled"],
        "out of order": broken["out of order"] + broken["an older row won"],
        "most rows taken ahead": log.most_ahead,
        "memory grown after the first rows, MiB": grown_mib,
    }
    reasons = [f"{count} x {reason}" for reason, count in broken.items()] + examples[:MOST_EXAMPLES]
    return Result(promise="Bulk", counts=counts, broken=tuple(reasons))


def _broken_rows(log: Log) -> Iterator[tuple[int, str]]:
    """Rows that were not accounted for as they should be."""
    yield from ((index, "two outcomes") for index in log.twice)
    for index in range(log.count):
        end = log.ends[index]
        if end == End.NOTHING:
            yield index, "without an outcome"
        if (end == End.NOT_SENT) != is_refused(index) or (end == End.NOT_SENT and log.first[index]):
            yield index, "a bad row that was sent, or a good one that was not"


def _broken_keys(log: Log, by_key: Mapping[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Rows whose client is not what it should be, or that were sent before one of the same key was
    done.
    """
    rows_of: dict[int, list[int]] = {}
    for index in range(log.count):
        if not is_refused(index):
            rows_of.setdefault(owner(index), []).append(index)
    for first, rows in rows_of.items():
        names = by_key.get(key(first), [])
        values = [index for index in rows if log.ends[index] in VALUES]
        may_be = [index for index in rows if log.ends[index] == End.MAYBE_DONE]
        if len(names) > 1:
            yield first, "doubled"
        if values and not names:
            yield first, "lost"
        if names and not values and not may_be:
            yield first, "done, though its caller was told that it was not"
        if names and index_of(names[-1]) not in {
            *values[-1:],
            *(index for index in may_be if index > max(values, default=-1)),
        }:
            yield first, "an older row won"
        if any(log.last[one] >= log.first[later] for one, later in pairwise(rows)):
            yield first, "out of order"
        if any(log.ends[index] == End.CREATED for index in values[1:]):
            yield first, "created twice"
        if len(rows) == 1 and log.ends[first] == End.FOUND:
            yield first, "found, though it was not there before"
