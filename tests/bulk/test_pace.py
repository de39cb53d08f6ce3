"""How fast a run goes."""

from __future__ import annotations

from gigstack_api.bulk.pace import Pace


def test_the_pace_is_that_of_the_last_ten_seconds() -> None:
    clock = iter([0.0, 0.0, 5.0, 10.0, 20.0])
    pace = Pace(40, now=lambda: next(clock))
    assert pace.rows_per_s() == 0.0
    pace.add(50)
    assert pace.rows_per_s() == 10.0
    pace.add(10)
    assert pace.rows_per_s() == 6.0
    pace.add()
    assert pace.rows_per_s() == 0.1
    assert pace.done == 101


def test_moments_that_are_close_together_count_as_well() -> None:
    clock = iter([0.0, 0.01, 0.02, 1.0])
    pace = Pace(now=lambda: next(clock))
    assert pace.rows_per_s() == 0.0
    pace.add(30)
    assert pace.rows_per_s() == 1500.0
    assert pace.rows_per_s() == 30.0
