from __future__ import annotations

from gigstack_api._core.retries.limits import MOST_RETRIES, RetryBudget


def taken_of(budget: RetryBudget, most: int = 10 * MOST_RETRIES) -> int:
    """How many repeats it gives in a row."""
    return next(count for count in range(most) if not budget.spend())


def test_a_dead_api_gets_a_hundred_repeats_and_no_more() -> None:
    budget = RetryBudget()
    assert taken_of(budget) == 100
    assert not budget.spend()


def test_ten_answered_calls_earn_one_repeat() -> None:
    budget = RetryBudget()
    taken_of(budget)
    for _ in range(9):
        budget.refill(spent=0)
    assert not budget.spend()
    budget.refill(spent=0)
    budget.refill(spent=0)  # tenths do not add up to one exactly
    assert budget.spend()
    assert not budget.spend()


def test_repeats_that_led_to_an_answer_cost_nothing() -> None:
    budget = RetryBudget()
    for _ in range(10 * MOST_RETRIES):
        assert budget.spend()
        assert budget.spend()
        budget.refill(spent=2)
    assert taken_of(budget) == MOST_RETRIES


def test_nobody_saves_more_than_the_reserve() -> None:
    budget = RetryBudget()
    for _ in range(100 * MOST_RETRIES):
        budget.refill(spent=0)
    assert taken_of(budget) == MOST_RETRIES
