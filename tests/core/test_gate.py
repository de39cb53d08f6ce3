from __future__ import annotations

from gigstack_api._core.gate import Gate


def test_a_gate_is_open_at_first() -> None:
    assert Gate().wait_s(0) == 0


def test_a_gate_stays_closed_for_the_longest_that_was_asked() -> None:
    gate = Gate()
    gate.close_until(10)
    gate.close_until(5)
    assert gate.wait_s(4) == 6
    assert gate.wait_s(10) == 0
    assert gate.wait_s(11) == 0
