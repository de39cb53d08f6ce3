"""The history of a call: what its attempts may have done, and which answers would hide that."""

from __future__ import annotations

import pytest

from gigstack_api._core.retries.history import Attempt, AttemptHistory
from gigstack_api._core.retries.policy import Outcome

LOST = Outcome()
NEVER_SENT = Outcome(sent=False)


def history_of(*outcomes: Outcome) -> AttemptHistory:
    """The history after these attempts, made at 1, 2, 3, ... seconds."""
    past = AttemptHistory()
    for number, outcome in enumerate(outcomes, start=1):
        past = past.record(Attempt(at=number, outcome=outcome))
    return past


@pytest.mark.parametrize(
    ("outcomes", "maybe_done", "lost", "times", "under_way"),
    [
        ([], False, False, (0, 0), False),
        ([NEVER_SENT], False, False, (0, 0), False),
        ([Outcome(status=429)], False, False, (0, 0), False),
        ([Outcome(status=404)], False, False, (0, 0), False),
        ([Outcome(status=500)], True, False, (1, 1), False),
        ([Outcome(status=502)], True, False, (1, 1), True),
        ([LOST], True, True, (1, 1), True),
        ([NEVER_SENT, LOST, Outcome(status=500)], True, True, (2, 3), True),
        ([Outcome(status=408), Outcome(status=429)], True, False, (1, 1), False),
    ],
)
def test_only_attempts_that_may_have_been_done_are_recorded(
    outcomes: list[Outcome],
    maybe_done: bool,
    lost: bool,
    times: tuple[float, float],
    under_way: bool,
) -> None:
    past = history_of(*outcomes)
    assert (past.maybe_done, past.lost, past.under_way) == (maybe_done, lost, under_way)
    assert (past.first_at, past.last_at) == times


@pytest.mark.parametrize(
    ("outcome", "status", "method", "hidden"),
    [
        (LOST, 500, "POST", True),
        (LOST, 429, "POST", True),
        (LOST, 400, "POST", False),
        (LOST, 404, "DELETE", False),
        (LOST, 409, "DELETE", True),
        (LOST, 422, "DELETE", True),
        (LOST, 409, "PUT", True),
        (LOST, 400, "PUT", True),
        (LOST, 422, "PUT", False),
        (LOST, 500, "GET", False),
        (LOST, 200, "DELETE", False),
        (Outcome(status=502), 500, "POST", False),
        (Outcome(status=502), 429, "POST", True),
        (Outcome(status=502), 400, "DELETE", True),
        (NEVER_SENT, 429, "POST", False),
        (Outcome(status=429), 429, "POST", False),
    ],
)
def test_an_answer_hides_an_unknown_outcome_by_status_and_method(
    outcome: Outcome, status: int, method: str, hidden: bool
) -> None:
    assert history_of(outcome).masks_outcome(Outcome(status=status), method=method) is hidden


def test_an_answer_moves_the_end_of_what_may_have_been_done() -> None:
    answered = Attempt(at=9, outcome=Outcome(status=200))
    assert history_of(LOST).end_with(answered).last_at == 9
    assert history_of(NEVER_SENT).end_with(answered) == history_of(NEVER_SENT)
