"""Judges an import that was killed: each row once, nothing twice, the end as without kills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from gigstack_api.bulk import RowResult

from ..harness.observed_state import Resource
from .kinds import Kind

UNREPORTED = "rows without a report, or with two"


def judge(
    kind: Kind,
    rows: int,
    results: Sequence[RowResult],
    found: Collection[Resource],
    undisturbed: Collection[Resource],
) -> Counter[str]:
    """How often each promise was broken."""
    broken = Counter[str]()
    broken[UNREPORTED] += _deviation(
        Counter(result.row for result in results), Counter(kind.numbers(rows))
    )
    keys = Counter(kind.key_of(one) for one in found)
    broken[twice(kind)] += sum(count - 1 for count in keys.values())
    broken[f"{kind.resource} not as without kills"] += _deviation(
        _ends(kind, found), _ends(kind, undisturbed)
    )
    for reason in _wrong_results(kind, results, {kind.id_of(one): one for one in found}):
        broken[reason] += 1
    return +broken


def twice(kind: Kind) -> str:
    """The promise that nothing is done twice."""
    return f"{kind.resource} twice"


def _deviation(found: Counter[object], wanted: Counter[object]) -> int:
    return (found - wanted).total() + (wanted - found).total()


def _ends(kind: Kind, found: Collection[Resource]) -> Counter[object]:
    return Counter(str([one.get(name) for name in kind.shown]) for one in found)


def _wrong_results(
    kind: Kind, results: Sequence[RowResult], found: Mapping[str, Resource]
) -> Iterator[str]:
    created = Counter[int]()
    for result in results:
        one = found.get(result.id or "")
        if kind.is_bad(result.row):
            if result.outcome != "failed" or not result.error or not result.code:
                yield "bad rows not reported as failed"
        elif result.outcome not in kind.good:
            yield f"good rows reported as {result.outcome}"
        elif one is None or kind.key_of(one) != kind.key(result.row):
            yield "reports with the id of something else"
        created[kind.owner(result.row)] += result.outcome == "created"
    yield from ("keys created twice" for count in created.values() if count > 1)
