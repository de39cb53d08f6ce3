"""A slice of the torture of lists: the same run, small, over a sandbox in this process, and a
checker that can fail.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence

import pytest

from gigstack_api.sandbox import Sandbox

from .fixtures import Shelf
from .plan import MOST_PAGES, Ending, Story, Way, story
from .reader import Reading
from .run import judged, tortured

SHELVES = (
    Shelf("clients", "asc", tuple("abcdefgh")),
    Shelf("search", "eco", tuple("abc")),
    Shelf("documents", "client_1", ("a",)),
    Shelf("webhooks", "", ()),
)


def test_no_item_of_a_faulted_list_is_lost_or_doubled() -> None:
    async def run() -> None:
        sandbox = Sandbox()
        async with sandbox.serve() as base_url:
            result = await tortured(base_url, sandbox.key(), seed=2, lists=100)
        assert result.broken == ()
        assert (
            result.counts["items lost"]
            == result.counts["items doubled"]
            == result.counts["tasks left over"]
            == 0
        )
        assert result.counts["lists that met a fault"] == 100
        assert result.counts["items given"] == result.counts["items expected"]
        assert int(result.counts["lists gone on with in a new process"]) > 3
        assert int(result.counts["times gone on from a checkpoint"]) > 40

    asyncio.run(run())


def test_stories_are_repeatable_and_of_every_kind() -> None:
    stories = [story(5, index, SHELVES) for index in range(1000)]
    assert stories == [story(5, index, SHELVES) for index in range(1000)]
    assert stories != [story(6, index, SHELVES) for index in range(1000)]
    stretches = [each for told in stories for each in told.stretches]
    assert {each.way for each in stretches} == set(Way)
    assert {each.ending for each in stretches} == set(Ending)
    assert {told.shelf for told in stories} == set(SHELVES)
    assert max(told.pages for told in stories) <= 2 * MOST_PAGES
    assert Counter(told.moves is not None for told in stories)[True] > 100


def _first(kind: str) -> Story:
    return next(
        told
        for told in (story(1, index, SHELVES) for index in range(100))
        if told.shelf.kind == kind
    )


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
def test_items_that_are_not_those_of_the_list_break_the_promise(
    ids: Sequence[str], lost: int, doubled: int
) -> None:
    told = _first("clients")
    result = judged([told], [Reading(index=told.index, ids=tuple(ids))], [], [])
    assert (result.counts["items lost"], result.counts["items doubled"]) == (lost, doubled)
    assert bool(result.broken) is (tuple(ids) != told.shelf.ids)


def test_what_a_reader_or_the_event_loop_found_breaks_the_promise() -> None:
    told = _first("clients")
    whole = Reading(index=told.index, ids=told.shelf.ids)
    assert judged([told], [whole], [], []).broken == ()
    assert judged([told], [whole], [], ["a task is left over"]).broken == ("a task is left over",)
    wrong = Reading(index=told.index, ids=told.shelf.ids, wrong=("9 requests, where 3 are enough",))
    assert judged([told], [wrong], [], []).broken[0].endswith("9 requests, where 3 are enough")
