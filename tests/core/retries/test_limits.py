"""The pause after a 429 and the retry budget."""

from __future__ import annotations

from gigstack_api._core.retries.policy import MOST_RETRIES, RateLimitPause, RetryBudget


def test_there_is_no_pause_at_first() -> None:
    assert RateLimitPause().remaining_s(0) == 0


def test_a_pause_lasts_as_long_as_the_longest_asked_for() -> None:
    pause = RateLimitPause()
    pause.extend(0, 10)
    pause.extend(1, 4)
    assert pause.remaining_s(4) == 6
    assert pause.remaining_s(10) == 0
    assert pause.remaining_s(11) == 0


def test_a_pause_lasts_a_minute_at_most() -> None:
    pause = RateLimitPause()
    pause.extend(0, 1e9)
    assert pause.remaining_s(0) == 60
    pause.extend(30, 40)
    assert pause.remaining_s(30) == 40


def retries_left(budget: RetryBudget, most: int = 10 * MOST_RETRIES) -> int:
    """The number of retries a budget gives in a row."""
    return next(count for count in range(most) if not budget.spend())


def test_a_dead_api_gets_a_hundred_retries_and_no_more() -> None:
    budget = RetryBudget()
    assert retries_left(budget) == 100
    assert not budget.spend()


def test_ten_answered_calls_earn_one_retry() -> None:
    budget = RetryBudget()
    retries_left(budget)
    for _ in range(9):
        budget.refill(spent=0)
    assert not budget.spend()
    budget.refill(spent=0)
    budget.refill(spent=0)  # tenths do not add up to one exactly
    assert budget.spend()
    assert not budget.spend()


def test_retries_that_led_to_an_answer_cost_nothing() -> None:
    budget = RetryBudget()
    for _ in range(10 * MOST_RETRIES):
        assert budget.spend()
        assert budget.spend()
        budget.refill(spent=2)
    assert retries_left(budget) == MOST_RETRIES


def test_the_budget_never_exceeds_its_reserve() -> None:
    budget = RetryBudget()
    for _ in range(100 * MOST_RETRIES):
        budget.refill(spent=0)
    assert retries_left(budget) == MOST_RETRIES
