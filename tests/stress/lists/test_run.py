"""A small run of the promise on lists over a sandbox in this process; planted violations are
found.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence

import pytest

from gigstack_api.sandbox import Sandbox

from .list_fixtures import ListFixture
from .oracle import judge
from .plan import MOST_PAGES, Interruption, ReadMode, ReadPlan, draw_plan
from .reader import ReadResult
from .run import run_lists

FIXTURES = (
    ListFixture("clients", "asc", tuple("abcdefgh")),
    ListFixture("search", "eco", tuple("abc")),
    ListFixture("documents", "client_1", ("a",)),
    ListFixture("webhooks", "", ()),
)


def test_no_item_of_a_faulted_list_is_lost_or_doubled() -> None:
    async def run() -> None:
        sandbox = Sandbox()
        async with sandbox.serve() as base_url:
            result = await run_lists(base_url, sandbox.key(), seed=2, lists=100)
        counts = result.counts
        assert result.broken == ()
        assert counts["items lost"] == counts["items doubled"] == counts["tasks left over"] == 0
        assert counts["lists that met a fault"] == 100
        assert counts["items given"] == counts["items expected"]
        assert int(counts["lists resumed in a new process"]) > 3
        assert int(counts["resumptions from a checkpoint"]) > 40

    asyncio.run(run())


def test_plans_are_repeatable_and_of_every_kind() -> None:
    plans = [draw_plan(5, index, FIXTURES) for index in range(1000)]
    assert plans == [draw_plan(5, index, FIXTURES) for index in range(1000)]
    assert plans != [draw_plan(6, index, FIXTURES) for index in range(1000)]
    segments = [segment for plan in plans for segment in plan.segments]
    assert {segment.mode for segment in segments} == set(ReadMode)
    assert {segment.interruption for segment in segments} == set(Interruption)
    assert {plan.fixture for plan in plans} == set(FIXTURES)
    assert max(plan.pages for plan in plans) <= 2 * MOST_PAGES
    assert Counter(plan.moves is not None for plan in plans)[True] > 100


def _first(kind: str) -> ReadPlan:
    plans = (draw_plan(1, index, FIXTURES) for index in range(100))
    return next(plan for plan in plans if plan.fixture.kind == kind)


@pytest.mark.parametrize(
    ("ids", "lost", "doubled"),
    [
        ("abcdefgh", 0, 0),
        ("abcdefg", 1, 0),
        ("abcdefghh", 0, 1),
        ("bacdefgh", 0, 0),
        ("", 8, 0),
        ("aabcdefg", 1, 1),
    ],
)
def test_wrong_items_break_the_promise(ids: Sequence[str], lost: int, doubled: int) -> None:
    plan = _first("clients")
    result = judge([plan], [ReadResult(index=plan.index, ids=tuple(ids))], [], [])
    assert (result.counts["items lost"], result.counts["items doubled"]) == (lost, doubled)
    assert bool(result.broken) is (tuple(ids) != plan.fixture.ids)


def test_reader_findings_and_leftover_tasks_break_the_promise() -> None:
    plan = _first("clients")
    whole = ReadResult(index=plan.index, ids=plan.fixture.ids)
    assert judge([plan], [whole], [], []).broken == ()
    assert judge([plan], [whole], [], ["a task is left over"]).broken == ("a task is left over",)
    wrong = "9 requests, where 3 are enough"
    bad = ReadResult(index=plan.index, ids=plan.fixture.ids, wrong=(wrong,))
    assert judge([plan], [bad], [], []).broken[0].endswith(wrong)
