"""Of each event, one delivery is taken."""

from __future__ import annotations

from typing import Any

import anyio
import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api.webhooks import Deduplicator, MemoryDeduplicator

pytestmark = pytest.mark.anyio


async def test_an_event_is_new_once() -> None:
    seen: Deduplicator = MemoryDeduplicator()
    assert await seen.claim("evt_1")
    assert not await seen.claim("evt_1")
    assert await seen.claim("evt_2")


async def test_a_released_event_is_new_again() -> None:
    seen = MemoryDeduplicator()
    await seen.claim("evt_1")
    await seen.release("evt_1")
    await seen.release("evt_1")
    assert await seen.claim("evt_1")


async def test_of_many_at_once_one_is_told_that_it_is_new() -> None:
    seen = MemoryDeduplicator()
    told: list[bool] = []

    async def ask() -> None:
        told.append(await seen.claim("evt_1"))

    async with anyio.create_task_group() as group:
        for _ in range(100):
            group.start_soon(ask)
    assert sum(told) == 1


async def test_the_oldest_is_forgotten_where_there_are_too_many() -> None:
    seen = MemoryDeduplicator(max_events=2)
    assert [await seen.claim(key) for key in ("a", "b", "c")] == [True] * 3
    assert not await seen.claim("b")
    assert not await seen.claim("c")
    assert await seen.claim("a")


async def test_an_event_is_forgotten_after_its_time() -> None:
    now = 0.0
    seen = MemoryDeduplicator(keep_s=10, now=lambda: now)
    await seen.claim("a")
    now = 5.0
    await seen.claim("b")
    now = 9.9
    assert not await seen.claim("a")
    now = 10.0
    assert await seen.claim("a")
    assert not await seen.claim("b")


@pytest.mark.parametrize("options", [{"max_events": 0}, {"keep_s": 0}, {"keep_s": float("nan")}])
async def test_a_memory_that_keeps_nothing_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        MemoryDeduplicator(**options)
