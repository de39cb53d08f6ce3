"""Connections per event loop: opened, limited after a 429, closed, dropped with their loop.

The connections are fakes; `test_transport.py` has real sockets.
"""

from __future__ import annotations

import asyncio
import gc
import warnings
from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import pytest

from gigstack_api import ConfigurationError
from gigstack_api._core.http.connections import ConnectionsByLoop, LoopConnections
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.transport import Transport


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


def lane(most: int = 4) -> LoopConnections:
    return LoopConnections(FakeConnections(), most=most, ours=False)


def test_a_429_narrows_to_one_call_and_answers_widen_by_one() -> None:
    one = lane()
    one.on_response(429, narrowed=0)
    assert (one.limiter.total_tokens, one.narrowed) == (1, 1)
    room: list[float] = []
    for status in (200, 500, 404, 200):
        one.on_response(status, narrowed=1)
        room.append(one.limiter.total_tokens)
    assert room == [2, 3, 4, 4]


def test_an_answer_to_a_request_before_the_429_widens_nothing() -> None:
    one = lane()
    one.on_response(429, narrowed=0)
    one.on_response(200, narrowed=0)
    assert one.limiter.total_tokens == 1
    one.on_response(429, narrowed=0)
    one.on_response(200, narrowed=1)
    assert one.limiter.total_tokens == 1


@pytest.mark.anyio
async def test_a_loop_has_one_set_of_connections() -> None:
    lanes = ConnectionsByLoop(FakeConnections, most=1, ours=False)
    assert lanes.running() is lanes.running()


@pytest.mark.anyio
async def test_a_closed_client_says_how_to_reopen_it() -> None:
    lanes = ConnectionsByLoop(FakeConnections, most=1, ours=True)
    lanes.running().check_open()
    for _ in range(2):
        await lanes.running().aclose()
    with pytest.raises(
        ConfigurationError, match="this client is closed: open it again with `async with`"
    ):
        lanes.running().check_open()
    lanes.reopen()
    lanes.running().check_open()
    lanes.reopen()
    await lanes.running().aclose()


@pytest.mark.anyio
async def test_connections_of_the_user_are_not_closed_only_checked() -> None:
    connections = FakeConnections()
    lanes = ConnectionsByLoop(lambda: connections, most=1, ours=False)
    await lanes.running().aclose()
    assert not connections.is_closed
    lanes.reopen()
    connections.is_closed = True
    with pytest.raises(ConfigurationError, match="the http_client of this client is closed"):
        lanes.running().check_open()


@pytest.mark.parametrize("run", [on_asyncio, on_trio])
def test_connections_of_an_ended_loop_are_dropped_without_a_warning(
    run: Callable[..., None],
) -> None:
    made: list[FakeConnections] = []

    def make() -> FakeConnections:
        made.append(FakeConnections())
        return made[-1]

    lanes = ConnectionsByLoop(make, most=1, ours=True)

    async def use() -> None:
        lanes.running()

    async def close() -> None:
        await lanes.running().aclose()

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
    lanes = ConnectionsByLoop(FakeConnections, most=1, ours=False)

    async def outer() -> None:
        here = lanes.running()
        await anyio.to_thread.run_sync(on_asyncio, other)
        assert lanes.running() is here

    async def other() -> None:
        lanes.running()

    run(outer)


@pytest.mark.parametrize("most", [0, -1])
def test_max_in_flight_below_one_is_refused(most: int) -> None:
    with pytest.raises(
        ConfigurationError, match="max_in_flight must be a whole number of at least 1"
    ):
        Transport(max_in_flight=most, http_client=None)
