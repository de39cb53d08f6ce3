"""The loop of attempts on fake time: when it stops, how long it waits, and what it records."""

from __future__ import annotations

import logging
import time

import pytest

from gigstack_api import RetryPolicy
from gigstack_api._core.http.messages import Lost, Reply
from gigstack_api._core.operations.route import Replay
from gigstack_api._core.retries.history import Attempt, AttemptHistory
from gigstack_api._core.retries.policy import MOST_RETRIES, ClientLimits
from gigstack_api._core.sending.attempts import Attempts, Clock
from gigstack_api._core.sending.observing import CallFacts
from tests.support.clock import FakeClock

pytestmark = pytest.mark.anyio
POLICY = RetryPolicy(max_attempts=3, base_s=1, settle_s=5)
LOST = Lost("the connection ended", sent=True)
FACTS = CallFacts(
    operation="things.do", method="POST", route="/things/{id}", host="api.test", port=443
)
NOT_SENT = Lost("cannot connect", sent=False)


def reply(status: int, retry_after: str = "") -> Reply:
    return Reply(status, {"retry-after": retry_after} if retry_after else {}, b"")


class ScriptedAttempts:
    """Attempts that end as scripted, at 10, 20, 30, ... Unix seconds.

    `numbers` and `histories` hold what each attempt was given. With `advanced`, every attempt but
    the first one advanced.
    """

    def __init__(self, *ends: Reply | Lost, advanced: bool = False) -> None:
        self._ends = iter(ends)
        self._advanced = advanced
        self.numbers: list[int] = []
        self.histories: list[AttemptHistory] = []

    async def __call__(self, number: int, history: AttemptHistory) -> Attempt:
        self.numbers.append(number)
        self.histories.append(history)
        advanced = self._advanced and len(self.numbers) > 1
        return Attempt.of(next(self._ends), at=10.0 * len(self.numbers), advanced=advanced)


def attempts(
    clock: FakeClock,
    replay: Replay = Replay.SAFE,
    *,
    policy: RetryPolicy = POLICY,
    remaining_s: float = 90,
    limits: ClientLimits | None = None,
) -> Attempts:
    return Attempts(
        policy,
        replay,
        facts=FACTS,
        clock=clock.clock,
        remaining_s=lambda: remaining_s,
        limits=limits,
    )


def drained_limits() -> ClientLimits:
    """Limits without any retry left."""
    limits = ClientLimits()
    while limits.budget.spend():
        pass
    return limits


def retries_left(limits: ClientLimits) -> int:
    return next(count for count in range(2 * MOST_RETRIES) if not limits.budget.spend())


STOPS: dict[str, tuple[Replay, tuple[Reply | Lost, ...], list[int], list[float]]] = {
    "answered": (Replay.SAFE, (reply(200),), [1], []),
    "answered with an error": (Replay.SAFE, (reply(404),), [1], []),
    "failed as often as allowed": (Replay.SAFE, (reply(500),) * 3, [1, 2, 3], [1, 2]),
    "lost, then answered": (Replay.KEYED, (LOST, reply(200)), [1, 2], [1]),
    "lost, and must not be repeated": (Replay.ONCE, (LOST,), [1], []),
    "never sent": (Replay.ONCE, (NOT_SENT, reply(200)), [1, 2], [1]),
    "refused for now": (Replay.ONCE, (reply(429, "7"), reply(200)), [1, 2], [7]),
    "found by its search": (Replay.NATURAL, (LOST, reply(200)), [1, 2], [5]),
}


@pytest.mark.parametrize(("replay", "ends", "numbers", "slept"), STOPS.values(), ids=STOPS.keys())
async def test_the_loop_ends_where_the_policy_stops(
    replay: Replay, ends: tuple[Reply | Lost, ...], numbers: list[int], slept: list[float]
) -> None:
    clock, attempt = FakeClock(), ScriptedAttempts(*ends)
    last, _ = await attempts(clock, replay).run(attempt)
    assert last.ended is ends[-1]
    assert (attempt.numbers, clock.slept) == (numbers, slept)


async def test_the_loop_ends_where_the_wait_exceeds_the_deadline() -> None:
    clock, attempt = FakeClock(), ScriptedAttempts(reply(500))
    last, _ = await attempts(clock, remaining_s=1).run(attempt)
    assert (last.outcome.status, clock.slept) == (500, [])


async def test_each_retry_is_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "gigstack_api")
    attempt = ScriptedAttempts(reply(503, "0.25"), LOST, reply(500))
    await attempts(FakeClock()).run(attempt)
    assert [(record.name, record.levelname, record.message) for record in caplog.records] == [
        ("gigstack_api", "INFO", "things.do: status 503; attempt 2 of 3 follows in 0.25 s"),
        (
            "gigstack_api",
            "INFO",
            "things.do: the connection ended; attempt 3 of 3 follows in 2.00 s",
        ),
    ]


async def test_an_attempt_that_advanced_restarts_the_numbers() -> None:
    clock, attempt = FakeClock(), ScriptedAttempts(*[LOST] * 6, reply(200), advanced=True)
    last, _ = await attempts(clock).run(attempt)
    assert last.outcome.status == 200
    assert attempt.numbers == [1, 2, 2, 2, 2, 2, 2]
    assert clock.slept == [1] * 6


async def test_the_history_holds_the_attempts_before_the_last() -> None:
    attempt = ScriptedAttempts(LOST, reply(500), reply(500))
    last, history = await attempts(FakeClock()).run(attempt)
    after_one = AttemptHistory(maybe_done=True, lost=True, first_at=10, last_at=10, under_way=True)
    after_two = AttemptHistory(maybe_done=True, lost=True, first_at=10, last_at=20, under_way=True)
    assert attempt.histories == [AttemptHistory(), after_one, after_two]
    assert (last.at, history) == (30, after_two)


@pytest.mark.parametrize(
    ("status", "retry_after", "max_attempts", "pause_s"),
    [
        (429, "7", 3, 7.0),
        (429, "7", 1, 7.0),
        (429, "", 3, 0.5),  # as long as the wait before the retry
        (429, "", 1, 1.0),  # base_s, as there is no retry
        (503, "7", 1, 0.0),
        (500, "", 1, 0.0),
    ],
)
async def test_a_429_pauses_the_calls_of_the_client(
    status: int, retry_after: str, max_attempts: int, pause_s: float
) -> None:
    clock, limits = FakeClock(chance=0.0), ClientLimits()
    started = clock.time_s
    policy = RetryPolicy(max_attempts=max_attempts, base_s=1)
    attempt = ScriptedAttempts(reply(status, retry_after), reply(200))
    await attempts(clock, policy=policy, limits=limits).run(attempt)
    assert limits.pause.remaining_s(started) == pause_s


async def test_a_spent_budget_ends_the_loop(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="gigstack_api")
    attempt = ScriptedAttempts(reply(500))
    last, _ = await attempts(FakeClock(), limits=drained_limits()).run(attempt)
    assert last.outcome.status == 500
    assert caplog.messages == ["things.do is not retried: too many calls of this client failed"]


async def test_a_refusal_is_repeated_without_budget() -> None:
    attempt = ScriptedAttempts(reply(429, "1"), reply(503, "1"), reply(200))
    last, _ = await attempts(FakeClock(), limits=drained_limits()).run(attempt)
    assert last.outcome.status == 200


@pytest.mark.parametrize(
    ("ends", "left"),
    [
        ((500, 500, 200), MOST_RETRIES),  # the answer gives its retries back
        ((500, 500, 404), MOST_RETRIES),
        ((500, 500, 500), MOST_RETRIES - 2),
    ],
)
async def test_retries_cost_budget_unless_an_answer_came(ends: tuple[int, ...], left: int) -> None:
    limits = ClientLimits()
    await attempts(FakeClock(), limits=limits).run(ScriptedAttempts(*map(reply, ends)))
    assert retries_left(limits) == left


async def test_the_real_clock_moves_and_gives_random_numbers() -> None:
    clock = Clock()
    before = clock.now()
    await clock.sleep(0)
    assert before <= clock.now() <= time.monotonic()
    assert 0 <= clock.chance() <= 1
