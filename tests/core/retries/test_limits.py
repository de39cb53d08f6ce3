"""The pause after a 429 and the retry budget."""

from __future__ import annotations

from gigstack_api._core.budget import MOST, Budget
from gigstack_api._core.gate import Gate


def test_there_is_no_pause_at_first() -> None:
    assert Gate().wait_s(0) == 0


def test_a_pause_lasts_as_long_as_the_longest_asked_for() -> None:
    gate = Gate()
    gate.close(0, 10)
    gate.close(1, 4)
    assert gate.wait_s(4) == 6
    assert gate.wait_s(10) == 0
    assert gate.wait_s(11) == 0


def test_a_pause_lasts_a_minute_at_most() -> None:
    gate = Gate()
    gate.close(0, 1e9)
    assert gate.wait_s(0) == 60
    gate.close(30, 40)
    assert gate.wait_s(30) == 40


def retries_left(budget: Budget, most: int = 10 * MOST) -> int:
    """The number of retries a budget gives in a row."""
    return next(count for count in range(most) if not budget.take())


def test_a_dead_api_gets_a_hundred_retries_and_no_more() -> None:
    budget = Budget()
    assert retries_left(budget) == 100
    assert not budget.take()


def test_ten_answered_calls_earn_one_retry() -> None:
    budget = Budget()
    retries_left(budget)
    for _ in range(9):
        budget.answered(taken=0)
    assert not budget.take()
    budget.answered(taken=0)
    budget.answered(taken=0)  # tenths do not add up to one exactly
    assert budget.take()
    assert not budget.take()


def test_retries_that_led_to_an_answer_cost_nothing() -> None:
    budget = Budget()
    for _ in range(10 * MOST):
        assert budget.take()
        assert budget.take()
        budget.answered(taken=2)
    assert retries_left(budget) == MOST


def test_the_budget_never_exceeds_its_reserve() -> None:
    budget = Budget()
    for _ in range(100 * MOST):
        budget.answered(taken=0)
    assert retries_left(budget) == MOST
