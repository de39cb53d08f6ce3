"""The retry table: which outcome is retried for which replay class, and after what wait."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, Replay, RetryPolicy
from gigstack_api._core.retries.policy import Outcome, Verdict, wait_before_retry
from tests.support.things import REPEATABLE

MAYBE_DONE = [408, 500, 502, 503, 504, *range(520, 530)]
FINAL = [
    200, 201, 204, 302, 400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 425,
    501, 505, 507, 511, 519, 530, 599,
]  # fmt: skip
CALM = RetryPolicy(settle_s=0)


def wait(
    replay: Replay,
    outcome: Outcome,
    policy: RetryPolicy = CALM,
    *,
    attempt: int = 1,
    left: float = 30,
    chance: float = 1,
) -> float | None:
    return wait_before_retry(
        policy, replay, outcome, attempt=attempt, remaining_s=left, chance=chance
    )


@pytest.mark.parametrize("replay", Replay)
def test_what_was_never_sent_is_retried_for_every_class(replay: Replay) -> None:
    outcome = Outcome(sent=False)
    assert outcome.verdict is Verdict.NOT_SENT
    assert wait(replay, outcome) == 0.5


@pytest.mark.parametrize("replay", Replay)
@pytest.mark.parametrize(
    ("outcome", "seconds"),
    [
        (Outcome(status=429), 0.5),
        (Outcome(status=429, retry_after_s=7), 7),
        (Outcome(status=429, retry_after_s=0), 0),
        (Outcome(status=503, retry_after_s=3.5), 3.5),
    ],
)
def test_a_429_or_503_is_retried_when_it_says_for_every_class(
    replay: Replay, outcome: Outcome, seconds: float
) -> None:
    assert outcome.verdict is Verdict.REFUSED
    assert wait(replay, outcome) == seconds


@pytest.mark.parametrize("outcome", [Outcome(), *(Outcome(status=status) for status in MAYBE_DONE)])
def test_what_may_have_been_done_is_retried_if_harmless(outcome: Outcome) -> None:
    assert outcome.verdict is Verdict.MAYBE_DONE
    assert {wait(replay, outcome) for replay in REPEATABLE} == {0.5}
    assert wait(Replay.ONCE, outcome) is None


@pytest.mark.parametrize("status", FINAL)
def test_a_final_status_is_not_retried(status: int) -> None:
    outcome = Outcome(status=status, retry_after_s=1)
    assert outcome.verdict is Verdict.ANSWERED
    assert {wait(replay, outcome) for replay in Replay} == {None}


@pytest.mark.parametrize("sent", [True, False])
def test_an_error_of_a_program_is_not_retried(sent: bool) -> None:
    outcome = Outcome(sent=sent, is_final=True)
    assert {wait(replay, outcome) for replay in Replay} == {None}


def test_retry_after_is_ignored_on_a_500() -> None:
    assert wait(Replay.SAFE, Outcome(status=500, retry_after_s=9)) == 0.5


@pytest.mark.parametrize(
    ("attempt", "chance", "seconds"),
    [
        (1, 1, 0.5),
        (2, 1, 1),
        (3, 1, 2),
        (4, 1, 4),
        (5, 1, 8),
        (6, 1, 8),
        (5000, 1, 8),
        (1, 0, 0.25),
        (3, 0.5, 1.5),
    ],
)
def test_waits_double_up_to_max_wait_s_with_jitter(
    attempt: int, chance: float, seconds: float
) -> None:
    policy = RetryPolicy(max_attempts=9999)
    assert wait(Replay.SAFE, Outcome(), policy, attempt=attempt, chance=chance) == seconds


def test_an_upsert_waits_settle_s_before_it_is_retried() -> None:
    policy = RetryPolicy(settle_s=1)
    assert wait(Replay.NATURAL, Outcome(), policy) == 1
    assert wait(Replay.NATURAL, Outcome(status=502), policy) == 1
    assert wait(Replay.NATURAL, Outcome(), policy, attempt=3) == 2
    assert wait(Replay.KEYED, Outcome(), policy) == 0.5
    assert wait(Replay.NATURAL, Outcome(sent=False), policy) == 0.5
    assert wait(Replay.NATURAL, Outcome(status=429), policy) == 0.5


def test_a_wait_up_to_the_deadline_ends_the_retries() -> None:
    refused = Outcome(status=429, retry_after_s=10)
    assert wait(Replay.SAFE, refused, left=10) is None
    assert wait(Replay.SAFE, refused, left=10.1) == 10
    assert wait(Replay.SAFE, Outcome(), left=0.5) is None


def test_the_last_attempt_is_not_retried() -> None:
    assert wait(Replay.SAFE, Outcome(sent=False), RetryPolicy(max_attempts=2), attempt=1) == 0.5
    assert wait(Replay.SAFE, Outcome(sent=False), RetryPolicy(max_attempts=2), attempt=2) is None
    assert wait(Replay.SAFE, Outcome(status=429, retry_after_s=0), RetryPolicy.none()) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_attempts": 0},
        {"max_attempts": "3"},
        {"base_s": -1},
        {"max_wait_s": -1},
        {"settle_s": -0.1},
    ],
)
def test_a_policy_with_impossible_values_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError, match=next(iter(wrong))):
        RetryPolicy(**wrong)


def test_waits_may_be_shorter_than_a_second() -> None:
    policy = RetryPolicy(base_s=0.1, max_wait_s=0.2, settle_s=0.3)
    assert (policy.base_s, policy.max_wait_s, policy.settle_s) == (0.1, 0.2, 0.3)
