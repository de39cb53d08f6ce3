"""The real clock."""

from __future__ import annotations

import time

import pytest

from gigstack_api._core.sending.attempts import Clock


@pytest.mark.anyio
async def test_the_real_clock_moves_and_gives_random_numbers() -> None:
    clock = Clock()
    before = clock.now()
    await clock.sleep(0)
    assert before <= clock.now() <= time.monotonic()
    assert 0 <= clock.chance() <= 1
