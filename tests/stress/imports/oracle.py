"""Judges an import that was killed: each row once, no client twice, the end as without kills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from gigstack_api.bulk import RowResult

from ..harness.observed_state import Resource
from .plan import is_bad, key, owner

SHOWN = ("tax_id", "name", "address")


def judge(
    rows: int,
    results: Sequence[RowResult],
    clients: Collection[Resource],
    undisturbed: Collection[Resource],
) -> Counter[str]:
    """How often each promise was broken."""
    broken = Counter[str]()
    broken["rows without a report, or with two"] += _deviation(
        Counter(result.row for result in results), Counter(range(1, rows + 1))
    )
    keys = Counter(str(client["tax_id"]) for client in clients)
    broken["clients twice"] += sum(count - 1 for count in keys.values())
    broken["clients not as without kills"] += _deviation(_ends(clients), _ends(undisturbed))
    for reason in _wrong_results(results, {str(one["id"]): one for one in clients}):
        broken[reason] += 1
    return +broken


def _deviation(found: Counter[object], wanted: Counter[object]) -> int:
    return (found - wanted).total() + (wanted - found).total()


def _ends(clients: Collection[Resource]) -> Counter[object]:
    return Counter(str([client.get(name) for name in SHOWN]) for client in clients)


def _wrong_results(results: Sequence[RowResult], clients: Mapping[str, Resource]) -> Iterator[str]:
    created = Counter[int]()
    for result in results:
        if is_bad(result.row):
            if result.outcome != "failed" or not result.error or not result.code:
                yield "bad rows not reported as failed"
        elif result.outcome not in {"created", "updated"}:
            yield f"good rows reported as {result.outcome}"
        elif clients.get(result.id or "", {}).get("tax_id") != key(result.row):
            yield "reports with the id of another client"
        created[owner(result.row)] += result.outcome == "created"
    yield from ("keys created twice" for count in created.values() if count > 1)
