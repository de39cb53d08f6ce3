"""Several calls at once."""

from __future__ import annotations

from functools import partial

import anyio
import pytest

from gigstack_api._core.concurrency import gather

pytestmark = pytest.mark.anyio


async def test_all_results_come_in_the_order_of_the_calls() -> None:
    reached = anyio.Event()

    async def first() -> str:
        await reached.wait()
        return "first"

    async def second() -> str:
        reached.set()
        return "second"

    assert await gather(first, second) == ["first", "second"]


@pytest.mark.parametrize("order", [1, -1])
async def test_the_first_that_fails_ends_the_others_and_is_raised_as_it_is(order: int) -> None:
    ended: list[str] = []

    async def waits() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("waits")

    async def fails() -> None:
        await anyio.lowlevel.checkpoint()
        raise LookupError("plain")

    with pytest.raises(LookupError, match="plain"):
        await gather(*[waits, fails][::order])
    assert ended == ["waits"]


async def test_cancelled_from_outside_nothing_goes_on() -> None:
    with anyio.CancelScope() as scope:
        scope.cancel()
        await gather(anyio.sleep_forever, partial(anyio.sleep, 60))
    assert scope.cancelled_caught
