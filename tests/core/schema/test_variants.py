"""Unions of models and maps of typed values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import TypeAdapter

from gigstack_api import InvalidArgumentError
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.variants import Variant, map_of, variants


class Cat(Model, kw_only=True):
    lives: int | None = None
    name: str | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"lives": INTEGER, "name": STRING}


class Dog(Model, kw_only=True):
    tricks: int | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"tricks": INTEGER, "name": STRING}

    name: str | None = None


class Home(Model, kw_only=True):
    pet: Cat | Dog | None = None
    counts: dict[str, int] | None = None
    rooms: dict[str, Cat] | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"pet": UNION, "counts": map_of(INTEGER), "rooms": map_of(model(Cat))}


UNION = variants(Variant(Cat, ("lives",)), Variant(Dog, ("tricks",)))


@pytest.mark.parametrize(
    ("value", "cls"),
    [
        ({"lives": None}, Cat),
        ({"tricks": 1, "name": "a"}, Dog),
        ({"lives": 1, "tricks": 2}, Cat),
        ({"name": "a"}, dict),
    ],
)
def test_the_required_fields_choose_the_model(value: dict[str, Any], cls: type) -> None:
    assert type(UNION.read(value)) is cls
    assert UNION.read(None) is None
    assert UNION.read("text") == "text"


def test_a_union_is_part_of_a_union_with_other_types() -> None:
    kind = one_of(UNION, STRING)
    assert type(kind.read({"tricks": 1})) is Dog
    assert kind.read("a") == kind.write("a", "p") == "a"
    assert list(kind.drift({"tricks": "x"}, "p")) == [("p.tricks", "integer", "x")]


def test_an_argument_is_checked_as_the_nearest_model() -> None:
    assert UNION.write(Dog(tricks=1), "p") == {"tricks": 1}
    assert UNION.write({"name": "a"}, "p") == {"name": "a"}
    with pytest.raises(InvalidArgumentError, match=r"p\.live: is not a documented field"):
        UNION.write({"live": 1}, "p")
    with pytest.raises(InvalidArgumentError, match="p: must be a mapping or one of the models"):
        UNION.write(Home(), "p")


def test_a_model_holds_unions_and_maps() -> None:
    values = {"pet": {"tricks": 1}, "counts": {"a": 1, "b": "odd"}, "rooms": {"c": {"lives": 2}}}
    home = Home.from_dict(values)
    assert home.to_dict() == values
    assert type(home.pet) is Dog
    assert home.rooms is not None
    assert home.rooms["c"].lives == 2
    assert list(model(Home).drift(values, "")) == [("counts.b", "integer", "odd")]
    with pytest.raises(InvalidArgumentError, match=r"counts\.b: must be a whole number"):
        model(Home).write(home, "")


def test_pydantic_reads_unions_and_maps() -> None:
    adapter = TypeAdapter(Home)
    home = adapter.validate_python({"pet": {"tricks": 1}, "rooms": {"c": {"lives": 2}}})
    assert home.rooms is not None
    assert home.rooms["c"].lives == 2
    assert adapter.json_schema()
