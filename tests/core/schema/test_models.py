"""A handwritten model: reading, writing, printing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, enum
from gigstack_api._core.schema.models import Model, get_field, get_path
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.views import attributes_of
from tests.support.things import Item, Use


class Order(Model, kw_only=True):
    id: str | None = None
    from_: str | None = None
    item: Item | None = None
    items: list[Item] | None = None
    use: Use | str | None = None
    count: int | None = None
    metadata: dict[str, Any] | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {
            "id": STRING,
            "from": STRING,
            "item": model(Item),
            "items": array(model(Item)),
            "use": enum(Use),
            "count": INTEGER,
            "metadata": OBJECT,
        }


FULL: dict[str, Any] = {
    "id": "order_1",
    "from": "api",
    "item": {"id": "1", "use": "G01", "new": {"deep": [1, {"a": None}]}},
    "items": [{"id": "2"}, "item_3", None],
    "use": "S01",
    "count": "many",
    "metadata": {"a": {"b": None}},
    "grown": [{"c": 1}],
    "additional_properties": {"a": 1},
    "from_": "not the keyword",
}


def test_a_model_reads_known_fields_and_keeps_the_rest() -> None:
    order: Any = Order.from_dict(FULL)
    assert (order.id, order.from_, order.use, order.count) == ("order_1", "api", "S01", "many")
    assert order.item == Item(
        id="1", use=Use.G01, additional_properties={"new": {"deep": [1, {"a": None}]}}
    )
    assert order.items == [Item(id="2"), "item_3", None]
    assert order.metadata == {"a": {"b": None}}
    assert order.additional_properties == {
        "grown": [{"c": 1}],
        "additional_properties": {"a": 1},
        "from_": "not the keyword",
    }


def test_to_dict_gives_back_every_field() -> None:
    assert Order.from_dict(FULL).to_dict() == FULL


def test_to_dict_gives_plain_strings_for_enum_members() -> None:
    assert type(Item(use=Use.G01).to_dict()["use"]) is str


def test_nulls_read_as_none_and_are_not_given_back() -> None:
    order = Order.from_dict({"id": None, "item": None, "grown": None})
    assert order.id is None
    assert order.to_dict() == {}


def test_a_model_prints_only_the_fields_it_holds() -> None:
    assert repr(Order(id="1", items=[Item(id="2")])) == "Order(id='1', items=[Item(id='2')])"
    assert repr(Order.from_dict({"grown": 1})) == "Order(additional_properties={'grown': 1})"
    assert repr(Order()) == "Order()"


def test_a_class_can_give_an_attribute_another_name() -> None:
    class Odd(Model, kw_only=True, rename={"first": "1st", "from_": "from"}):
        first: str | None = None
        from_: str | None = None
        id: str | None = None

        @classmethod
        def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
            return dict.fromkeys(("1st", "from", "id"), STRING)

    values = {"1st": "a", "from": "b", "id": "c", "2nd": "d"}
    odd = Odd.from_dict(values)
    assert (odd.first, odd.from_, odd.id) == ("a", "b", "c")
    assert odd.to_dict() == values
    assert getattr(odd, "from") == odd.from_ == "b"
    assert {wire: found.attribute for wire, found in attributes_of(Odd).items()} == {
        "1st": "first",
        "from": "from_",
        "id": "id",
    }


ORDER = Order.from_dict({"from": "api", "item": {"id": "1", "new": {"a": 5}}, "metadata": {"a": 1}})


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        (ORDER, "from", "api"),
        (ORDER, "item.id", "1"),
        (ORDER, "item.new.a", 5),
        (ORDER, "metadata.a", 1),
        (ORDER, "metadata.b", None),
        (ORDER, "unknown", None),
        (ORDER, "count.a", None),
        ({"a": ORDER}, "a.item.id", "1"),
        ("text", "a", None),
    ],
)
def test_a_dotted_path_is_followed_through_models_and_mappings(
    value: object, path: str, found: object
) -> None:
    assert get_path(value, path) == found


@pytest.mark.parametrize(
    ("value", "name", "has_it"),
    [
        (ORDER, "from", True),
        (ORDER, "count", True),
        (ORDER, "unknown", False),
        (Order.from_dict({"unknown": 1}), "unknown", True),
        ({}, "anything", True),
        ("text", "a", False),
    ],
)
def test_a_model_can_show_known_and_kept_fields_only(
    value: object, name: str, has_it: bool
) -> None:
    assert get_field(value, name)[0] is has_it
