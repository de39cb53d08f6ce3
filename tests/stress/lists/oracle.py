"""Judges whether the lists gave their items, each once and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..harness.result import Count, Result
from .plan import ReadPlan
from .reader import ReadResult

MOST_REASONS = 20


def judge(
    plans: Sequence[ReadPlan],
    results: Sequence[ReadResult],
    resumed: Sequence[ReadResult],
    left_over: Sequence[str],
) -> Result:
    """The figures of the lists, and the promises they broke."""
    broken: list[str] = [*left_over]
    lost = doubled = 0
    for plan, result in zip(plans, results, strict=True):
        fixture = plan.fixture
        name = f"list {plan.index} ({fixture.kind} {fixture.selection}, limit {plan.limit})"
        broken += [f"{name}: {wrong}" for wrong in result.wrong]
        if result.ids != fixture.ids:
            lost += len(set(fixture.ids) - set(result.ids))
            doubled += len(result.ids) - len(set(result.ids))
            broken.append(f"{name}: not its items in their order")

    return Result(
        promise="Lists",
        counts={
            "lists": len(results),
            **_by_style(plans),
            "lists that met a fault": sum(bool(result.faults) for result in results),
            "lists with prefetch": sum(
                any(segment.prefetch for segment in plan.segments) for plan in plans
            ),
            "resumptions from a checkpoint": sum(result.segments - 1 for result in results),
            "lists resumed in a new process": len(resumed),
            "items expected": sum(len(plan.fixture.ids) for plan in plans),
            "items given": sum(len(result.ids) for result in results),
            "items lost": lost,
            "items doubled": doubled,
            "requests": sum(result.requests for result in results),
            **_by_fault(results),
            "tasks left over": len(left_over),
        },
        broken=tuple(broken[:MOST_REASONS]),
    )


def _by_style(plans: Iterable[ReadPlan]) -> Mapping[str, Count]:
    styles = Counter(f"lists by {plan.fixture.parameter or 'single page'}" for plan in plans)
    return dict(sorted(styles.items()))


def _by_fault(results: Iterable[ReadResult]) -> Mapping[str, Count]:
    faults = sum((Counter(result.faults) for result in results), Counter[str]())
    return {f"faults: {kind}": count for kind, count in sorted(faults.items())}
