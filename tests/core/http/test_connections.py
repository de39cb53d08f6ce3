"""Connections per event loop: opened, limited after a 429, closed, dropped with their loop.

The connections are fakes; `test_transport.py` has real sockets.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import warnings
from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import pytest
from trio.testing import MockClock

from gigstack_api import ConfigurationError
from gigstack_api._core.http.connections import (
    ConnectionsByLoop,
    LoopConnections,
    Places,
    running_loop,
    sleep,
)
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request


class FakeConnections:
    """Connections that only know whether they are closed."""

    def __init__(self) -> None:
        self.is_closed = False

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        raise AssertionError("nothing is sent here")

    async def aclose(self) -> None:
        self.is_closed = True


def on_asyncio(work: Callable[[], Coroutine[Any, Any, object]]) -> None:
    asyncio.run(work())


def on_trio(work: Callable[[], Coroutine[Any, Any, object]]) -> None:
    anyio.run(work, backend="trio")


def connections_of(most: int = 4) -> LoopConnections:
    return LoopConnections(FakeConnections(), most=most, ours=False)


def test_a_429_narrows_to_one_call_and_answers_widen_by_one() -> None:
    connections = connections_of()
    connections.on_response(429, narrowed=0)
    assert (connections.places.limit, connections.narrowed) == (1, 1)
    room: list[float] = []
    for status in (200, 500, 404, 200):
        connections.on_response(status, narrowed=1)
        room.append(connections.places.limit)
    assert room == [2, 3, 4, 4]


def test_an_answer_to_a_request_before_the_429_widens_nothing() -> None:
    connections = connections_of()
    connections.on_response(429, narrowed=0)
    connections.on_response(200, narrowed=0)
    assert connections.places.limit == 1
    connections.on_response(429, narrowed=0)
    connections.on_response(200, narrowed=1)
    assert connections.places.limit == 1


def test_a_place_is_waited_for_if_there_is_time() -> None:
    places = Places(1)
    assert places.take_now()
    found: list[bool] = []

    async def take(timeout_s: float) -> None:
        found.append(await places.take(timeout_s))

    async def main() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(take, 0)
            await anyio.wait_all_tasks_blocked()
            assert found == [False]
            group.start_soon(take, 0.1)
            await anyio.wait_all_tasks_blocked()
            places.give_back()

    # No time passes on its clock.
    anyio.run(main, backend="trio", backend_options={"clock": MockClock()})
    assert found == [False, True]


@pytest.mark.anyio
async def test_a_sleep_is_that_of_the_running_loop() -> None:
    await sleep(0)


@pytest.mark.anyio
async def test_a_loop_has_one_set_of_connections() -> None:
    by_loop = ConnectionsByLoop(FakeConnections, most=1, ours=False)
    assert by_loop.running() is by_loop.running()


@pytest.mark.anyio
async def test_a_closed_client_says_how_to_reopen_it() -> None:
    by_loop = ConnectionsByLoop(FakeConnections, most=1, ours=True)
    by_loop.running().check_open()
    for _ in range(2):
        await by_loop.running().aclose()
    with pytest.raises(
        ConfigurationError, match="this client is closed: open it again with `async with`"
    ):
        by_loop.running().check_open()
    by_loop.reopen()
    by_loop.running().check_open()
    by_loop.reopen()
    await by_loop.running().aclose()


@pytest.mark.anyio
async def test_connections_of_the_user_are_not_closed_only_checked() -> None:
    connections = FakeConnections()
    by_loop = ConnectionsByLoop(lambda: connections, most=1, ours=False)
    await by_loop.running().aclose()
    assert not connections.is_closed
    by_loop.reopen()
    connections.is_closed = True
    with pytest.raises(ConfigurationError, match="the http_client of this client is closed"):
        by_loop.running().check_open()


@pytest.mark.parametrize("run", [on_asyncio, on_trio])
def test_connections_of_an_ended_loop_end_without_a_warning(
    run: Callable[..., None],
) -> None:
    made: list[FakeConnections] = []

    def make() -> FakeConnections:
        made.append(FakeConnections())
        return made[-1]

    by_loop = ConnectionsByLoop(make, most=1, ours=True)

    async def use() -> None:
        by_loop.running()

    async def close() -> None:
        await by_loop.running().aclose()

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(use)
        run(close)
        gc.collect()

    assert [str(warning.message) for warning in caught] == []
    assert [connections.is_closed for connections in made] == [False, True]


@pytest.mark.anyio
async def test_a_client_dropped_on_a_running_loop_warns_once() -> None:
    lanes = ConnectionsByLoop(FakeConnections, most=1, ours=True)
    lanes.running()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del lanes
        gc.collect()
    assert [str(warning.message) for warning in caught] == [
        "a gigstack client was never closed: use `async with`, or `await gig.aclose()`"
    ]
    assert caught[0].category is ResourceWarning


@pytest.mark.anyio
async def test_closing_a_client_that_opened_nothing_opens_nothing() -> None:
    made: list[FakeConnections] = []

    def make() -> FakeConnections:
        made.append(FakeConnections())
        return made[-1]

    lanes = ConnectionsByLoop(make, most=1, ours=True)
    await lanes.aclose()
    assert made == []
    with pytest.raises(ConfigurationError, match="this client is closed"):
        lanes.running().check_open()
    lanes.reopen()
    lanes.running().check_open()
    await lanes.aclose()


@pytest.mark.parametrize("run", [on_asyncio, on_trio])
def test_connections_of_a_running_loop_stay(run: Callable[..., None]) -> None:
    by_loop = ConnectionsByLoop(FakeConnections, most=1, ours=False)

    async def outer() -> None:
        here = by_loop.running()
        await anyio.to_thread.run_sync(on_asyncio, other)
        assert by_loop.running() is here

    async def other() -> None:
        by_loop.running()

    run(outer)


@pytest.mark.anyio
async def test_places_are_given_to_the_calls_that_wait_longest() -> None:
    places = Places(1)
    assert places.take_now()
    served: list[int] = []

    async def call(number: int) -> None:
        assert await places.take(30)
        served.append(number)

    async with anyio.create_task_group() as group:
        for number in range(3):
            group.start_soon(call, number)
            await anyio.wait_all_tasks_blocked()
        assert served == []
        for number in range(3):
            assert not places.take_now()
            places.give_back()
            await anyio.wait_all_tasks_blocked()
            assert served == [*range(number + 1)]
    places.give_back()
    assert places.take_now()


@pytest.mark.anyio
async def test_a_lowered_limit_takes_no_place_away() -> None:
    places = Places(3)
    assert [places.take_now() for _ in range(4)] == [True, True, True, False]
    places.limit = 1
    places.give_back()
    places.give_back()
    assert not places.take_now()
    async with anyio.create_task_group() as group:
        group.start_soon(places.take, 30)
        await anyio.wait_all_tasks_blocked()
        places.limit = 2
    assert not places.take_now()


@pytest.mark.anyio
async def test_a_place_that_does_not_come_in_time_is_not_taken() -> None:
    places = Places(1)
    assert places.take_now()
    assert not await places.take(0)
    assert not await places.take(0.001)
    places.give_back()
    assert places.take_now()


@pytest.mark.anyio
async def test_a_call_cancelled_while_it_waits_takes_no_place() -> None:
    places = Places(1)
    assert places.take_now()
    async with anyio.create_task_group() as group:
        group.start_soon(places.take, 30)
        await anyio.wait_all_tasks_blocked()
        group.cancel_scope.cancel()
    places.give_back()
    assert places.take_now()


async def _cancelled_at_its_turn() -> bool:
    """Whether there is a place after a call was cancelled that got one, but has not run since."""
    places = Places(1)
    assert places.take_now()
    waiting = asyncio.create_task(places.take(30))
    await anyio.wait_all_tasks_blocked()
    places.give_back()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    return places.take_now()


def test_a_call_cancelled_at_its_turn_leaves_its_place() -> None:
    assert asyncio.run(_cancelled_at_its_turn())


def test_without_an_event_loop_none_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="no running event loop"):
        running_loop()
    monkeypatch.delitem(sys.modules, "asyncio")
    with pytest.raises(RuntimeError, match="no running event loop"):
        running_loop()
