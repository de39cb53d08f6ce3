from __future__ import annotations

from gigstack_api._core.retries.limits import Gate


def test_a_gate_is_open_at_first() -> None:
    assert Gate().wait_s(0) == 0


def test_a_gate_stays_closed_for_the_longest_that_was_asked() -> None:
    gate = Gate()
    gate.close(0, 10)
    gate.close(1, 4)
    assert gate.wait_s(4) == 6
    assert gate.wait_s(10) == 0
    assert gate.wait_s(11) == 0


def test_a_gate_stays_closed_for_a_minute_at_most() -> None:
    gate = Gate()
    gate.close(0, 1e9)
    assert gate.wait_s(0) == 60
    gate.close(30, 40)
    assert gate.wait_s(30) == 40
