from __future__ import annotations

from gigstack_api._core.retries.limits import RateLimitPause


def test_a_gate_is_open_at_first() -> None:
    assert RateLimitPause().remaining_s(0) == 0


def test_a_gate_stays_closed_for_the_longest_that_was_asked() -> None:
    gate = RateLimitPause()
    gate.extend(0, 10)
    gate.extend(1, 4)
    assert gate.remaining_s(4) == 6
    assert gate.remaining_s(10) == 0
    assert gate.remaining_s(11) == 0


def test_a_gate_stays_closed_for_a_minute_at_most() -> None:
    gate = RateLimitPause()
    gate.extend(0, 1e9)
    assert gate.remaining_s(0) == 60
    gate.extend(30, 40)
    assert gate.remaining_s(30) == 40
