"""Values of the core: immutable, compared by fields, copied, pickled, and shown without secrets."""

from __future__ import annotations

import pickle
from weakref import ref

import pytest
from msgspec.structs import replace

from gigstack_api._core.schema.data import Data


class Point(Data, frozen=True):
    x: int
    y: int = 0


class Card(Data, frozen=True):
    holder: str
    number: str

    in_repr = ("holder",)


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]


def test_values_with_equal_fields_are_equal() -> None:
    assert Point(1) == Point(1, 0)
    assert hash(Point(1)) == hash(Point(1, 0))
    assert Point(1) != Point(2)


def test_a_copy_can_have_other_fields() -> None:
    assert replace(Point(1), y=2) == Point(1, 2)


def test_a_value_can_be_pickled_and_referred_to_weakly() -> None:
    point = Point(1, 2)
    assert pickle.loads(pickle.dumps(point)) == point
    assert ref(point)() is point


def test_the_repr_shows_the_fields_that_it_may() -> None:
    assert repr(Point(1, 2)) == "Point(x=1, y=2)"
    assert repr(Card("Juan", "4111")) == "Card(holder='Juan')"


def test_rich_is_given_no_fields_and_shows_the_repr() -> None:
    with pytest.raises(NotImplementedError):
        Card("Juan", "4111").__rich_repr__()
