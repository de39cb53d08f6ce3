"""Ways that lead back, of any length, found in little memory."""

from __future__ import annotations

import pytest

from gigstack_api._core.pagination.traversal import MOST_KEPT, SeenContents, SeenCursors


def found_after(way: SeenContents | SeenCursors, tail: int, length: int) -> int:
    """How many places of a circle behind a tail are walked before it is found; -1 if it is not
    within four rounds.
    """
    steps = range(4 * (tail + length) + 1)
    return next(
        (
            step
            for step in steps
            if way.is_repeated(step if step < tail else tail + (step - tail) % length)
        ),
        -1,
    )


@pytest.mark.parametrize("tail", [0, 1, 7])
@pytest.mark.parametrize("length", [1, 2, 500, MOST_KEPT])
def test_a_circle_that_is_remembered_whole_is_found_at_the_first_place_met_again(
    tail: int, length: int
) -> None:
    assert found_after(SeenCursors("before"), tail, length) == tail + length


def test_a_circle_through_the_first_place_is_found_there() -> None:
    trail = SeenCursors(0)
    assert not any(trail.is_repeated(place) for place in range(1, MOST_KEPT))
    assert trail.is_repeated(0)


@pytest.mark.parametrize("length", [MOST_KEPT + 1, 12_345])
def test_a_circle_too_long_to_be_remembered_is_found_too(length: int) -> None:
    assert length < found_after(SeenCursors("before"), 100, length) <= 3 * (100 + length) + 1


@pytest.mark.parametrize("tail", range(20))
def test_the_same_place_twice_in_a_row_is_found_at_once(tail: int) -> None:
    assert found_after(SeenContents(), tail, 1) == tail + 1


@pytest.mark.parametrize("tail", [*range(20), 100])
def test_an_anchor_finds_every_circle_within_three_rounds(tail: int) -> None:
    for length in [*range(1, 40), 100]:
        assert tail + length <= found_after(SeenContents(), tail, length) <= 3 * (tail + length) + 1


@pytest.mark.parametrize("length", range(1, 200))
def test_a_circle_from_the_beginning_is_found_one_round_after_the_next_power_of_two(
    length: int,
) -> None:
    assert found_after(SeenContents(), 0, length) <= length + (1 << length.bit_length())


@pytest.mark.parametrize("first", ["", 0, False, ()])
def test_nothing_was_met_before_the_first_place(first: object) -> None:
    assert not SeenContents().is_repeated(first)


def test_no_place_is_no_step() -> None:
    anchor = SeenContents()
    assert not any(anchor.is_repeated(None) for _ in range(5))
    assert [anchor.is_repeated(place) for place in ("a", None, "a")] == [False, False, True]
