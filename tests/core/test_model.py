from __future__ import annotations

import inspect
import pickle
from collections.abc import Mapping
from copy import copy, deepcopy
from datetime import datetime
from typing import Any

import pytest
from attrs import define, field

from gigstack_api import InvalidArgumentError, models
from gigstack_api._core.kinds import INTEGER, OBJECT, STRING, Kind, array, enum, model, write_fields
from gigstack_api._core.model import Model, attribute
from scripts.spec.examples import made
from tests.contract.wire import SPEC

from .test_kinds import Item, Use


@define(kw_only=True, repr=False)
class Order(Model):
    id: str | None = None
    from_: str | None = None
    item: Item | None = None
    items: list[Item] | None = None
    use: Use | str | None = None
    count: int | None = None
    metadata: dict[str, Any] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any])

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
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


def test_a_model_reads_what_is_known_and_keeps_the_rest() -> None:
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


def test_to_dict_gives_back_all_that_came() -> None:
    assert Order.from_dict(FULL).to_dict() == FULL


def test_to_dict_gives_plain_texts_for_enum_members() -> None:
    assert type(Item(use=Use.G01).to_dict()["use"]) is str


def test_nulls_read_as_none_and_are_not_given_back() -> None:
    order = Order.from_dict({"id": None, "item": None, "grown": None})
    assert order.id is None
    assert order.to_dict() == {}


def test_a_model_shows_what_it_holds_and_no_more() -> None:
    assert repr(Order(id="1", items=[Item(id="2")])) == "Order(id='1', items=[Item(id='2')])"
    assert repr(Order.from_dict({"grown": 1})) == "Order(additional_properties={'grown': 1})"
    assert repr(Order()) == "Order()"


@pytest.mark.parametrize(
    ("wire", "name"), [("from", "from_"), ("class", "class_"), ("id", "id"), ("from_", "from_")]
)
def test_an_attribute_is_the_api_name_unless_python_owns_it(wire: str, name: str) -> None:
    assert attribute(wire) == name


GENERATED = [
    each
    for _, each in inspect.getmembers(models, inspect.isclass)
    if issubclass(each, Model) and each is not Model
]


@pytest.mark.parametrize("cls", GENERATED)
@pytest.mark.parametrize("value", ["odd", 5, ["x", {"y": 1}], {"id": {"z": [1]}}])
def test_no_generated_model_loses_a_value_of_an_unexpected_type(
    cls: type[Model], value: object
) -> None:
    came = dict.fromkeys(cls.wire_fields(), value) | {"grown": value}
    assert cls.from_dict(came).to_dict() == came
    list(model(cls).drift(came, ""))


PLACES = ("odd", 5, ["x", {"y": 1}], [{"id": "1"}], {"id": {"z": [1]}}, None)


@pytest.mark.parametrize("cls", GENERATED)
def test_the_straight_lines_of_a_generated_model_say_what_its_kinds_say(cls: type[Model]) -> None:
    by_kinds: Any = Model.from_dict.__func__  # type: ignore[attr-defined] # mypy sees no classmethod there
    for value in PLACES:
        came = dict.fromkeys(cls.wire_fields(), value) | {"grown": value}
        assert repr(cls.from_dict(came)) == repr(by_kinds(cls, came))
        assert cls.from_dict(came) == by_kinds(cls, came)


def plausible(cls: type[Model]) -> Any:
    """A model with a value in every field, as the spec has it."""
    schemas = SPEC["components"]["schemas"]
    return cls.from_dict(made(SPEC, schemas[cls.__name__])) if cls.__name__ in schemas else cls()


@pytest.mark.parametrize("cls", GENERATED)
def test_what_a_generated_model_gives_plainly_is_what_its_kinds_write(cls: type[Model]) -> None:
    whole = plausible(cls)
    written = write_fields(whole.to_dict(), cls.wire_fields())
    assert model(cls).write(whole, "") == written
    for wire in cls.wire_fields():
        alone = cls.from_dict({wire: whole.to_dict().get(wire)})
        assert model(cls).write(alone, "") == {
            name: value for name, value in written.items() if name == wire
        }


@pytest.mark.parametrize("cls", GENERATED)
@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"bytes", datetime(2026, 11, 21)])
def test_no_generated_model_gives_plainly_what_cannot_be_sent(
    cls: type[Model], value: object
) -> None:
    for wire in cls.wire_fields():
        odd = cls()
        setattr(odd, attribute(wire), value)
        with pytest.raises(InvalidArgumentError):
            model(cls).write(odd, "")


def test_a_generated_model_is_copied_compared_and_pickled() -> None:
    item = models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.16}], "grown": 1})
    assert copy(item) == deepcopy(item) == pickle.loads(pickle.dumps(item)) == item
    assert item != models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.08}], "grown": 1})
    assert item != models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.16}]})
    assert item != models.Tax()
    with pytest.raises(TypeError, match="unhashable"):
        hash(item)
