from __future__ import annotations

from gigstack_api._core.retries.limits import MOST, Budget


def taken_of(budget: Budget, most: int = 10 * MOST) -> int:
    """How many repeats it gives in a row."""
    return next(count for count in range(most) if not budget.take())


def test_a_dead_api_gets_a_hundred_repeats_and_no_more() -> None:
    budget = Budget()
    assert taken_of(budget) == 100
    assert not budget.take()


def test_ten_answered_calls_earn_one_repeat() -> None:
    budget = Budget()
    taken_of(budget)
    for _ in range(9):
        budget.answered(taken=0)
    assert not budget.take()
    budget.answered(taken=0)
    budget.answered(taken=0)  # tenths do not add up to one exactly
    assert budget.take()
    assert not budget.take()


def test_repeats_that_led_to_an_answer_cost_nothing() -> None:
    budget = Budget()
    for _ in range(10 * MOST):
        assert budget.take()
        assert budget.take()
        budget.answered(taken=2)
    assert taken_of(budget) == MOST


def test_nobody_saves_more_than_the_reserve() -> None:
    budget = Budget()
    for _ in range(100 * MOST):
        budget.answered(taken=0)
    assert taken_of(budget) == MOST
