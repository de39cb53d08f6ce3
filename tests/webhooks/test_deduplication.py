"""The memory deduplicator: one of several deliveries is new."""

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


async def test_one_of_many_concurrent_claims_succeeds() -> None:
    seen = MemoryDeduplicator()
    claims: list[bool] = []

    async def ask() -> None:
        claims.append(await seen.claim("evt_1"))

    async with anyio.create_task_group() as group:
        for _ in range(100):
            group.start_soon(ask)
    assert sum(claims) == 1


async def test_the_oldest_event_is_forgotten_beyond_max_events() -> None:
    seen = MemoryDeduplicator(max_events=2)
    assert [await seen.claim(key) for key in ("a", "b", "c")] == [True] * 3
    assert not await seen.claim("b")
    assert not await seen.claim("c")
    assert await seen.claim("a")


async def test_an_event_is_forgotten_after_keep_s() -> None:
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
async def test_options_that_remember_nothing_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        MemoryDeduplicator(**options)
