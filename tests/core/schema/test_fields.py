"""Field types: how values are written and read, and where they drift."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, Match
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import (
    ANY,
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    array,
    closed_enum,
    enum,
    number,
    one_of,
)
from gigstack_api._core.schema.json import encode_json
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import drift_of_fields, model, write_fields
from gigstack_api._core.schema.undocumented import Extended, Undocumented, distance, misspelt
from tests.support.things import Item, Use


class Level(IntEnum):
    HIGH = 3


class Rate(Enum):
    VAT = Decimal("0.16")


class Part(Model, kw_only=True):
    """A model of answers that is accepted where an item is sent."""

    id: str | None = None
    cost: float | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"id": STRING, "cost": NUMBER}


class Other(Model):
    """A model of something else."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {}


class AsJson:
    """An object that gives its own JSON object."""

    def to_dict(self) -> dict[str, Any]:
        return {"id": "1", "use": Use.G01}


SECONDS = number(INTEGER, unit="s")
MILLIS = number(INTEGER, unit="ms")
NOON = datetime(2026, 11, 20, 12, 0, 0, 250_000, tzinfo=UTC)
MEXICO = timezone(timedelta(hours=-6))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (STRING, "a", "a"),
        (STRING, None, None),
        (STRING, date(2026, 11, 20), "2026-11-20"),
        (STRING, Use.G01, "G01"),
        (NUMBER, 0.1, 0.1),
        (NUMBER, Decimal("0.10"), Decimal("0.10")),
        (NUMBER, Decimal("1234567890.123456"), Decimal("1234567890.123456")),
        (NUMBER, Decimal("100.00"), Decimal("100.00")),
        (NUMBER, Decimal("1E+30"), 10**30),
        (INTEGER, Level.HIGH, 3),
        (NUMBER, Rate.VAT, Decimal("0.16")),
        (BOOLEAN, True, True),
        (ANY, date(2026, 11, 20), "2026-11-20"),
        (ANY, {"a": (1, [Decimal("2.5")]), 7: None}, {"a": [1, [2.5]], "7": None}),
        (OBJECT, {"use": Use.G03}, {"use": "G03"}),
        (OBJECT, OrderedDict[str, int](a=1), {"a": 1}),
        (
            OBJECT,
            Match("tax_id", "X"),
            {"tax_id": "X", "search": {"on_key": "tax_id", "on_value": "X", "update": False}},
        ),
        (OBJECT, Item(id="1", use=Use.G01), {"id": "1", "use": "G01"}),
        (ANY, [Item(id="1")], [{"id": "1"}]),
        (enum(Use), Use.G01, "G01"),
        (enum(Use), "S01", "S01"),
        (SECONDS, NOON, 1795176000),
        (SECONDS, NOON.astimezone(MEXICO), 1795176000),
        (MILLIS, NOON, 1795176000250),
        (SECONDS, 5, 5),
        (one_of(INTEGER, STRING, unit="s"), NOON, 1795176000),
        (one_of(INTEGER, STRING), "a", "a"),
        (one_of(INTEGER, STRING), Decimal("1.0"), 1),
        (one_of(NUMBER, STRING), Decimal("1.5"), Decimal("1.5")),
        (one_of(NUMBER, STRING), "1.50", "1.50"),
        (INTEGER, 5.0, 5),
        (SECONDS, 5.0, 5),
        (one_of(model(Item), STRING), {"paid_at": NOON}, {"paid_at": 1795176000250}),
        (
            model(Item),
            Item(id="1", paid_at=5, additional_properties={"more": 1}),
            {"id": "1", "paid_at": 5, "more": 1},
        ),
        (
            model(Item),
            {"paid_at": NOON, "unheard_of": Use.G01},
            {"paid_at": 1795176000250, "unheard_of": "G01"},
        ),
        (model(Item), None, None),
        (model(Item, "Part"), Part(id="1", cost=2.5), {"id": "1", "cost": 2.5}),
        (model(Item), AsJson(), {"id": "1", "use": "G01"}),
        (array(INTEGER), [1, Decimal(2)], [1, 2]),
        (array(MILLIS), (NOON,), [1795176000250]),
        (array(STRING), deque(["a"]), ["a"]),
        (array(model(Item)), [Item(id="1"), {"id": "2"}], [{"id": "1"}, {"id": "2"}]),
        (array(STRING), None, None),
        (array(STRING), [], []),
        (number(NUMBER, low=0, high=1), 0, 0),
        (number(NUMBER, low=0, high=1), Decimal(1), Decimal(1)),
        (closed_enum(Use), Use.G01, "G01"),
        (closed_enum(Use), "G03", "G03"),
    ],
)
def test_a_value_is_written_as_the_api_expects_it(
    kind: FieldType[Any], value: object, expected: object
) -> None:
    written = kind.write(value, "field")
    assert written == expected
    assert type(written) is type(expected) or isinstance(written, (str, int))
    encode_json(written)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (NUMBER, float("nan"), "field: must be a finite number"),
        (NUMBER, float("-inf"), "field: must be a finite number"),
        (NUMBER, Decimal("NaN"), "field: must be a finite number"),
        (NUMBER, Decimal("sNaN"), "field: must be a finite number"),
        (NUMBER, Decimal("Infinity"), "field: must be a finite number"),
        (
            NUMBER,
            Decimal("0.1234567890123456789"),
            "field: has more digits than a JSON number can hold; round it first",
        ),
        (ANY, {1, 2}, "field: cannot be sent as JSON: set"),
        (ANY, b"bytes", "field: cannot be sent as JSON: bytes"),
        (ANY, object(), "field: cannot be sent as JSON: object"),
        (ANY, 1j, "field: cannot be sent as JSON: complex"),
        (ANY, {"a": [{"b": {3}}]}, r"field\.a\[0\]\.b: cannot be sent as JSON: set"),
        (ANY, NOON, "field: does not take a datetime"),
        (STRING, NOON, "field: does not take a datetime"),
        (OBJECT, {"at": NOON}, "field.at: does not take a datetime"),
        (SECONDS, NOON.replace(tzinfo=None), "field: needs a datetime with a time zone"),
        (model(Item), {"paid_at": NOON.replace(tzinfo=None)}, "field.paid_at: needs a datetime"),
        (array(STRING), "text", "field: must be a list, not str"),
        (array(STRING), b"text", "field: must be a list, not bytes"),
        (array(INTEGER), bytearray(b"text"), "field: must be a list, not bytearray"),
        (array(STRING), {"a": 1}, "field: must be a list, not dict"),
        (array(STRING), {"a"}, "field: must be a list, not set"),
        (array(STRING), 5, "field: must be a list, not int"),
        (array(NUMBER), [1, float("nan")], r"field\[1\]: must be a finite number"),
        (STRING, 5, "field: must be a string, not int"),
        (STRING, True, "field: must be a string, not bool"),
        (INTEGER, "5", "field: must be a whole number, not str"),
        (INTEGER, True, "field: must be a whole number, not bool"),
        (INTEGER, 5.5, "field: must be a whole number, not float"),
        (INTEGER, float("nan"), "field: must be a whole number, not float"),
        (INTEGER, Decimal("0.5"), "field: must be a whole number, not Decimal"),
        (NUMBER, "5", "field: must be a number, not str"),
        (NUMBER, False, "field: must be a number, not bool"),
        (BOOLEAN, 1, "field: must be True or False, not int"),
        (BOOLEAN, "yes", "field: must be True or False, not str"),
        (OBJECT, "a", "field: must be a mapping, not str"),
        (OBJECT, [1], "field: must be a mapping, not list"),
        (enum(Use), 5, "field: must be a string, not int"),
        (closed_enum(Use), "G001", "field: cannot be 'G001'; did you mean 'G01'?"),
        (closed_enum(Use), "x", "field: cannot be 'x'; documented are G01, G03"),
        (
            SECONDS,
            date(2026, 1, 1),
            "field: must be a datetime with a time zone or Unix time in seconds, not date",
        ),
        (MILLIS, "2026-01-01", "field: must be .* Unix time in milliseconds, not str"),
        (
            one_of(INTEGER, STRING, unit="s"),
            date(2026, 1, 1),
            "field: must be a datetime with a time zone or Unix time in seconds, not date",
        ),
        (one_of(NUMBER, STRING), True, "field: must be a number or a string, not bool"),
        (one_of(INTEGER, STRING), 1.5, "field: must be a whole number or a string, not float"),
        (model(Item), "a", "field: must be a mapping or one of the models Item, not str"),
        (
            model(Item, "Part"),
            Other(),
            "field: must be a mapping or one of the models Item, Part, not Other",
        ),
        (model(Item), {"use": 5}, r"field\.use: must be a string, not int"),
        (
            model(Item),
            Item.from_dict({"id": "1", "paid_at": "x"}),
            r"field\.paid_at: must be .*, not str",
        ),
        (model(Item), {5: "x"}, "field: its keys must be strings, not 5"),
        (
            array(model(Item)),
            [{}, {"uze": "G01"}],
            r"field\[1\]\.uze: is not a documented field; did you mean 'use'\?",
        ),
        (number(INTEGER, low=1, high=100), 0, "field: must be at least 1 and at most 100, not 0"),
        (number(INTEGER, low=1), -1, "field: must be at least 1, not -1"),
        (number(NUMBER, high=0.5), Decimal("0.6"), "field: must be at most 0.5, not 0.6"),
    ],
)
def test_a_value_that_cannot_be_sent_is_refused_by_path(
    kind: FieldType[Any], value: object, message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}"):
        kind.write(value, "field")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        *((text, text) for text in ("0.1", "1.005", "999999.999999", "12345678.90", "1160.00")),
        ("-0.000001", "-0.000001"),
        ("0E+2", "0"),
        ("1.5E+3", "1500"),
    ],
)
def test_a_decimal_is_written_with_its_own_digits(given: str, sent: str) -> None:
    assert encode_json(NUMBER.write(Decimal(given), "field")).decode() == sent


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (STRING, "a", "a"),
        (STRING, 5, 5),
        (INTEGER, "5", "5"),
        (enum(Use), "G01", Use.G01),
        (enum(Use), "S01", "S01"),
        (enum(Use), 5, 5),
        (enum(Use), ["G01"], ["G01"]),
        (enum(Use), None, None),
        (
            model(Item),
            {"id": "1", "use": "G03", "new": 1},
            Item(id="1", use=Use.G03, additional_properties={"new": 1}),
        ),
        (model(Item), {}, Item()),
        (model(Item), "item_1", "item_1"),
        (model(Item), [1], [1]),
        (array(model(Item)), [{"id": "1"}, None, "item_2"], [Item(id="1"), None, "item_2"]),
        (array(model(Item)), {"id": "1"}, {"id": "1"}),
        (array(STRING), ["a", 1], ["a", 1]),
        (one_of(model(Item), STRING), {"id": "1"}, Item(id="1")),
        (one_of(model(Item), STRING), "item_1", "item_1"),
        (one_of(model(Item), STRING), 5, 5),
        (array(one_of(enum(Use), INTEGER)), ["G01", 1, "x"], [Use.G01, 1, "x"]),
    ],
)
def test_reading_keeps_values_of_unexpected_types(
    kind: FieldType[Any], value: object, expected: object
) -> None:
    read = kind.read(value)
    assert read == expected
    assert type(read) is type(expected)


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (STRING, "a", []),
        (STRING, None, []),
        (STRING, 5, [("at", "string", 5)]),
        (INTEGER, 5, []),
        (INTEGER, 5.5, [("at", "integer", 5.5)]),
        (INTEGER, True, [("at", "integer", True)]),
        (NUMBER, 5, []),
        (NUMBER, "5", [("at", "number", "5")]),
        (BOOLEAN, 1, [("at", "boolean", 1)]),
        (OBJECT, "a", [("at", "object", "a")]),
        (ANY, {"a": [1]}, []),
        (enum(Use), "G01", []),
        (enum(Use), "S01", [("at", "Use", "S01")]),
        (model(Item), {"id": "1", "use": None}, []),
        (model(Item), "item_1", [("at", "object", "item_1")]),
        (
            model(Item),
            {"id": 1, "use": "S01", "new": 2},
            [("at.id", "string", 1), ("at.use", "Use", "S01"), ("at.new", "no such field", 2)],
        ),
        (
            array(model(Item)),
            [{"id": "1"}, {"id": 2}, 3],
            [("at[1].id", "string", 2), ("at[2]", "object", 3)],
        ),
        (array(STRING), "a", [("at", "array", "a")]),
        (one_of(INTEGER, STRING), "a", []),
        (one_of(INTEGER, STRING), 1.5, [("at", "integer or string", 1.5)]),
        (one_of(model(Item), STRING), {"id": 1}, [("at.id", "string", 1)]),
    ],
)
def test_drift_is_found_with_its_path(
    kind: FieldType[Any], value: object, found: list[object]
) -> None:
    assert list(kind.drift(value, "at")) == found


def test_drift_at_the_top_has_no_leading_dot() -> None:
    assert list(model(Item).drift({"new": 1}, "")) == [("new", "no such field", 1)]


def test_an_absent_field_that_is_always_there_is_drift() -> None:
    fields = {"id": STRING.always(), "name": STRING}
    assert list(drift_of_fields({"name": "a"}, fields, "client")) == [("client.id", "string", None)]
    assert list(drift_of_fields({"id": None}, fields, "")) == [("id", "string", None)]
    assert list(drift_of_fields({"id": "1"}, fields, "client")) == []
    assert list(drift_of_fields({}, fields, "client")) == []
    assert list(drift_of_fields({"name": "a"}, fields, "data.client")) == []


def test_unknown_fields_are_written_as_plain_values() -> None:
    assert write_fields({"known": Decimal("1.5"), "other": [Use.G01]}, {"known": NUMBER}) == {
        "known": 1.5,
        "other": ["G01"],
    }


def test_undocumented_fields_are_reported_with_their_paths() -> None:
    found: list[Undocumented] = []
    items = [
        {"id": "1", "colour": "red"},
        Item(id="2", additional_properties={"meant": 1}),
        Meant(colour="red"),
    ]
    array(model(Item)).write(items, "items", found)
    assert [field.path for field in found] == ["items[0].colour"]


class Meant(Extended):
    """A mapping of fields that are all meant to be undocumented."""

    def __init__(self, **fields: str) -> None:
        self._fields = fields

    @property
    def undocumented(self) -> Collection[str]:
        return self._fields.keys()

    def __getitem__(self, name: str) -> str:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


@pytest.mark.parametrize(
    ("name", "documented", "meant"),
    [
        ("discunt", ["discount", "description"], "discount"),
        ("witholding", ["withholding", "inclusive"], "withholding"),
        ("inclusve", ["withholding", "inclusive"], "inclusive"),
        ("payment_from", ["payment_form", "payment_method"], "payment_form"),
        ("zp", ["zip", "city"], "zip"),
        ("ZIP", ["zip", "city"], "zip"),
        ("zipcode", ["zip", "city"], "zip"),
        ("zip_code", ["zip", "city"], "zip"),
        ("zipCode", ["zip", "city"], "zip"),
        ("taxId", ["tax_id"], "tax_id"),
        ("unit-price", ["unit_price"], "unit_price"),
        ("state", ["status"], None),
        ("uuids", ["documents", "relationship"], None),
        ("invoiceable_receipts", ["issue_invoiceable_receipts"], None),
        ("street2", [], None),
    ],
)
def test_a_misspelt_name_is_known_by_few_changed_letters(
    name: str, documented: list[str], meant: str | None
) -> None:
    assert misspelt(name, documented) == meant


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        ("", "", 0),
        ("zip", "zip", 0),
        ("zp", "zip", 1),
        ("zipp", "zip", 1),
        ("zap", "zip", 1),
        ("from", "form", 1),
        ("state", "status", 2),
        ("kitten", "sitting", 3),
        ("", "zip", 3),
    ],
)
def test_the_distance_counts_changed_letters(one: str, other: str, changes: int) -> None:
    assert distance(one, other) == distance(other, one) == changes
