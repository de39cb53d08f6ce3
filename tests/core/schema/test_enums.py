"""Open enums: members equal and print their value."""

from __future__ import annotations

from gigstack_api._core.schema.enums import OpenEnum


class Colour(OpenEnum):
    RED = "red"


def test_an_open_enum_equals_and_prints_its_value() -> None:
    assert {"red": 1}[Colour.RED] == 1
    assert str(Colour.RED) == "red"
