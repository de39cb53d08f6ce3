"""Several calls at once: all of them, or the error of one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio

T = TypeVar("T")


async def together(*calls: Callable[[], Awaitable[T]]) -> list[T]:
    """What the calls give, in their order. The first that fails ends the others, and its error is
    raised as it is.
    """
    given: dict[int, T] = {}
    failed: list[Exception] = []

    async def run(number: int, call: Callable[[], Awaitable[T]]) -> None:
        try:
            given[number] = await call()
        except Exception as error:  # noqa: BLE001 - raised below, where no group wraps it
            failed.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, call in enumerate(calls):
            group.start_soon(run, number, call)
    if failed:
        raise failed[0]
    return [given[number] for number in range(len(calls))]
