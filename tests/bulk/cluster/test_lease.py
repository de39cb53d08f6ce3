"""Work is cut off unless the scheduler goes on saying that it is this worker's. On a clock that
jumps from one wait to the next.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import anyio
import pytest
from trio.testing import MockClock

from gigstack_api.bulk.cluster.lease import is_ours, under_lease

pytestmark = pytest.mark.anyio

LEASE_S = 2.0


@pytest.fixture
def anyio_backend() -> tuple[str, dict[str, object]]:
    return "trio", {"clock": MockClock(autojump_threshold=0)}


def answering(*answers: bool | OSError) -> Callable[[], Awaitable[bool]]:
    """Answers in their order, and then none any more."""
    left = iter(answers)

    async def ours() -> bool:
        answer = next(left, None)
        if answer is None:
            await anyio.sleep_forever()
        if isinstance(answer, OSError):
            raise answer
        return answer is True

    return ours


class Work:
    """Work that takes a while, and how long it went on."""

    def __init__(self, takes_s: float) -> None:
        self._takes_s = takes_s
        self.went_on_s: float | None = None

    async def __call__(self) -> str:
        started = anyio.current_time()
        try:
            await anyio.sleep(self._takes_s)
        finally:
            self.went_on_s = anyio.current_time() - started
        return "done"


async def test_work_has_its_result() -> None:
    assert await under_lease(Work(1), answering(True, True, True), lease_s=LEASE_S) == "done"


async def test_work_goes_on_while_the_lease_is_renewed() -> None:
    assert await under_lease(Work(20), answering(*[True] * 50), lease_s=LEASE_S) == "done"


async def test_work_of_another_is_not_begun() -> None:
    work = Work(1)
    assert await under_lease(work, answering(False), lease_s=LEASE_S) is None
    assert work.went_on_s is None


async def test_work_that_is_given_to_another_is_cut_off() -> None:
    work = Work(20)
    assert await under_lease(work, answering(True, True, False), lease_s=LEASE_S) is None
    assert work.went_on_s == pytest.approx(1.0)


@pytest.mark.parametrize("errors", [0, 3], ids=["silent", "out of reach"])
async def test_work_is_cut_off_when_the_scheduler_does_not_answer(errors: int) -> None:
    work, ours = Work(20), answering(True, True, *[OSError("closed")] * errors)
    assert await under_lease(work, ours, lease_s=LEASE_S) is None
    assert work.went_on_s == pytest.approx(0.5 + LEASE_S)


async def test_the_time_of_a_slow_answer_counts() -> None:
    async def slow() -> bool:
        await anyio.sleep(1.5)
        return True

    work = Work(20)
    assert await under_lease(work, slow, lease_s=LEASE_S) is None
    assert work.went_on_s == pytest.approx(0.5)


class Worker:
    """A worker whose scheduler knows what it does; None if it takes the worker for lost."""

    address = "tcp://127.0.0.1:1"

    def __init__(self, keys: list[str] | None) -> None:
        self.scheduler = self
        self._keys = keys

    async def processing(self, *, workers: list[str]) -> dict[str, list[str]]:
        if self._keys is None:
            raise KeyError(workers[0])
        return {workers[0]: self._keys}


@pytest.mark.parametrize(
    ("keys", "expected"), [(["a", "b"], True), (["b"], False), ([], False), (None, False)]
)
async def test_the_scheduler_knows_whose_a_batch_is(
    keys: list[str] | None,
    expected: bool,
) -> None:
    assert await is_ours(Worker(keys), "a") is expected  # type: ignore[arg-type]  # the part that is used
