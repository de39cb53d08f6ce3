"""Judges a bulk upsert: one outcome for each row, in flat memory and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..harness.fault_plans import FaultInjector
from ..harness.observed_state import Resource
from ..harness.result import Count, Result
from .plan import index_of, is_refused, key, owner
from .row_log import VALUES, RowEnd, RowLog

CONCURRENCY = 8
MOST_GROWTH_MIB = 12.0
"""More than the noise of an allocator. A list of the outcomes would take ten times as much."""

MOST_EXAMPLES = 5


def judge(
    log: RowLog, injector: FaultInjector, clients: Iterable[Resource], grown_mib: float
) -> Result:
    """The figures of the rows, and the promises they broke."""
    broken, examples = Counter[str](), list[str]()
    by_key: dict[str, list[str]] = {}
    for client in clients:
        by_key.setdefault(str(client.get("tax_id")), []).append(str(client["name"]))
    for index, reason in [*_find_broken_rows(log), *_find_broken_keys(log, by_key)]:
        broken[reason] += 1
        examples.append(
            f"{reason}: row {index}, {RowEnd(log.ends[index]).name}, {by_key.get(key(index), [])}"
        )
    if log.most_ahead > CONCURRENCY:
        broken[f"{log.most_ahead} rows were taken and not given back, more than {CONCURRENCY}"] += 1
    if grown_mib > MOST_GROWTH_MIB:
        broken[f"memory grew by {grown_mib:.1f} MiB after the first rows"] += 1

    counts: dict[str, Count] = {
        "rows": log.count,
        "rows that share a key": sum(owner(index) != index for index in range(log.count)),
        "requests": injector.requests,
        **{f"faults: {name}": count for name, count in sorted(injector.injected.items())},
        **{f"rows: ended in {name}": count for name, count in sorted(log.names.items())},
        "clients found": sum(map(len, by_key.values())),
        "rows without an outcome, or with two": broken["without an outcome"]
        + broken["two outcomes"],
        "lost": broken["lost"],
        "doubled": broken["doubled"],
        "out of order": broken["out of order"] + broken["an older row won"],
        "most rows taken ahead": log.most_ahead,
        "memory growth after the first rows, MiB": grown_mib,
    }
    reasons = [f"{count} x {reason}" for reason, count in broken.items()] + examples[:MOST_EXAMPLES]
    return Result(promise="Bulk", counts=counts, broken=tuple(reasons))


def _find_broken_rows(log: RowLog) -> Iterator[tuple[int, str]]:
    """Rows that are not accounted for."""
    yield from ((index, "two outcomes") for index in log.twice)
    for index in range(log.count):
        end = log.ends[index]
        if end == RowEnd.NOTHING:
            yield index, "without an outcome"
        not_sent = end == RowEnd.NOT_SENT
        if not_sent != is_refused(index) or (not_sent and log.first[index]):
            yield index, "a bad row that was sent, or a good one that was not"


def _find_broken_keys(
    log: RowLog, by_key: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, str]]:
    """Keys whose client or order is wrong, named by their first row."""
    rows_of: dict[int, list[int]] = {}
    for index in range(log.count):
        if not is_refused(index):
            rows_of.setdefault(owner(index), []).append(index)
    for first, rows in rows_of.items():
        names = by_key.get(key(first), ())
        for reason in (*_find_wrong_clients(log, rows, names), *_find_wrong_order(log, rows)):
            yield first, reason


def _find_wrong_clients(log: RowLog, rows: Sequence[int], names: Sequence[str]) -> Iterator[str]:
    """How the clients of a key contradict what the callers of its rows got."""
    values = [index for index in rows if log.ends[index] in VALUES]
    may_be_done = [index for index in rows if log.ends[index] == RowEnd.MAYBE_DONE]
    if len(names) > 1:
        yield "doubled"
    if values and not names:
        yield "lost"
    if names and not values and not may_be_done:
        yield "done, though reported as not done"
    last = max(values, default=-1)
    if names and index_of(names[-1]) not in {
        *values[-1:],
        *(index for index in may_be_done if index > last),
    }:
        yield "an older row won"


def _find_wrong_order(log: RowLog, rows: Sequence[int]) -> Iterator[str]:
    """Rows of a key that overlapped, or that saw its client in another order."""
    if any(log.last[earlier] >= log.first[later] for earlier, later in pairwise(rows)):
        yield "out of order"
    values = [index for index in rows if log.ends[index] in VALUES]
    if any(log.ends[index] == RowEnd.CREATED for index in values[1:]):
        yield "created twice"
    if len(rows) == 1 and log.ends[rows[0]] == RowEnd.FOUND:
        yield "found, though it did not exist before"
