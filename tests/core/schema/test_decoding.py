"""Plain answers are read in one pass, and give what the long way gives."""

from __future__ import annotations

import inspect
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigstack_api import models
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.page import PageOf
from gigstack_api._core.schema.decoding import LONGEST_NAME, MOST_NAMES
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.json import MOST_LEVELS, parse_json
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import fields_of, model
from gigstack_api._core.schema.records import FREE_LEVELS
from gigstack_api._core.schema.types import is_list, is_object
from tests.support.things import Item

GENERATED = [
    cls
    for _, cls in inspect.getmembers(models, inspect.isclass)
    if issubclass(cls, Model) and cls is not Model
]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
    | st.sampled_from(["IVA", "valid", "1e999", "\ud800"])
)
NAMES = st.sampled_from(["grown", "new", "id", 'a"b', "ñ", "\u2028", "additional_properties", ""])
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


def refuse() -> Any:
    raise AssertionError("the document was parsed for its unknown fields")


def both(decoder: Any, body: bytes) -> tuple[Any, Any]:
    """What the short way and the long way give."""
    document = parse_json(body)
    return decoder.read_plain(body, lambda: parse_json(body)), decoder.read(document)


def assert_same(short: Any, long: Any) -> None:
    """Compares two values to the type of each part."""
    assert type(short) is type(long)
    if isinstance(short, Model):
        for name in short.__struct_fields__:
            assert_same(getattr(short, name), getattr(long, name))
    elif is_object(short):
        assert short.keys() == long.keys()
        for name, one in short.items():
            assert_same(one, long[name])
    elif is_list(short):
        for one, two in zip(short, long, strict=True):
            assert_same(one, two)
    else:
        assert repr(short) == repr(long)


def values_of(kind: FieldType[Any]) -> st.SearchStrategy[Any]:
    """Values that a field may hold, documented and odd ones."""
    shape = kind.shape
    if shape is None:
        return JSON
    found: st.SearchStrategy[Any] = SCALARS
    if shape.members:
        found |= st.sampled_from([str(member) for member in shape.members])
    if shape.cls is not None:
        found = objects_of(shape.cls) | found  # type: ignore[arg-type] # a model
    if shape.items is not None:
        item: FieldType[Any] = FieldType("item", bool, shape.items)
        found = st.lists(values_of(item), max_size=2) | found
    return found


@cache
def objects_of(cls: type[Model]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some documented fields, and unknown ones."""
    names = list(fields_of(cls))

    @cache
    def known(name: str) -> st.SearchStrategy[Any]:
        return values_of(fields_of(cls)[name])

    def chosen(picked: list[str]) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {name: known(name) for name in picked}, optional={"grown": JSON, "newer": JSON}
        )

    return st.lists(st.sampled_from(names), max_size=3, unique=True).flatmap(chosen)


@cache
def decoder_of(cls: type[Model]) -> Value[Any]:
    """One for all examples of a class: to make it takes longer than to read with it."""
    return Value(model(cls))


@pytest.mark.parametrize("cls", GENERATED, ids=lambda cls: cls.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_any_object_is_read_as_in_the_long_way(cls: type[Model], data: st.DataObject) -> None:
    values = data.draw(objects_of(cls))
    body = json.dumps({"success": True, "data": values}).encode()
    short, long = both(decoder_of(cls), body)
    if short is not None:
        assert_same(short, long)
        assert short == long


@given(
    items=st.lists(objects_of(models.Invoice) | JSON, max_size=3),
    envelope=st.dictionaries(
        st.sampled_from(["next", "has_more", "total", "page", "message", "error", "success", "x"]),
        JSON,
        max_size=4,
    ),
)
def test_any_page_is_read_as_in_the_long_way(items: list[Any], envelope: dict[str, Any]) -> None:
    body = json.dumps({**envelope, "data": items}).encode()
    short, long = both(PageOf(model(models.Invoice)), body)
    if short is not None:
        assert_same(list(short.data), list(long.data))
        assert short == long
        assert envelope.get("success") is not False


INVOICE: dict[str, Any] = {
    "uuid": "a",
    "total": 1160,
    "status": "valid",
    "client": {"id": "c", "address": {"zip": "03100"}, "metadata": {"a": {"b": [1, None]}}},
    "items": [{"id": "1", "taxes": [{"type": "IVA", "rate": 0.16}]}, None, "item_2"],
    "metadata": {},
}
DECODER = PageOf(model(models.Invoice))


def page(*items: Any, **envelope: Any) -> bytes:
    return json.dumps({"success": True, "next": None, **envelope, "data": items}).encode()


def changed(place: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The invoice with another value at a place."""
    invoice: Any = json.loads(json.dumps(INVOICE))
    *path, last = place
    inner = invoice
    for name in path:
        inner = inner[name]
    inner[last] = value
    return dict(invoice)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("total",), 5),
        (("total",), "5"),
        (("total",), None),
        (("total",), True),
        (("total",), 18446744073709551617),
        (("total",), -0.0),
        (("status",), "sandbox_unknown"),
        (("status",), 7),
        (("status",), None),
        (("client",), "client_1"),
        (("client",), None),
        (("client", "address"), 5),
        (("items",), None),
        (("items",), "none"),
        (("items",), []),
        (("items", 0), None),
        (("items", 0, "taxes", 0), None),
        (("items", 0, "taxes", 0, "type"), "NEW"),
        (("items", 0, "taxes", 0, "rate"), "0.16"),
        (("metadata",), {"a": {"b": {"c": 1}}}),
        (("metadata",), ["a"]),
        (("metadata",), "a"),
    ],
)
def test_a_value_of_another_type_is_kept_in_one_pass(
    place: tuple[str | int, ...], value: Any
) -> None:
    body = page(INVOICE, changed(place, value))
    short = DECODER.read_plain(body, refuse)
    assert short is not None
    assert_same(list(short.data), list(DECODER.read(parse_json(body)).data))


@pytest.mark.parametrize(
    "place",
    [
        ("grown_a",),
        ("client", "grown_b"),
        ("client", "address", "grown_c"),
        ("items", 0, "grown_d"),
        ("items", 0, "taxes", 0, "grown_e"),
        ("stamp",),
    ],
)
@pytest.mark.parametrize("value", [None, "x", {"a": [1]}])
def test_unknown_fields_are_learned_once_and_kept(place: tuple[str | int, ...], value: Any) -> None:
    body = page(INVOICE, changed(place, value))
    document = parse_json(body)
    DECODER.read_plain(body, lambda: document)
    short = DECODER.read_plain(body, refuse)
    assert short is not None
    assert_same(list(short.data), list(DECODER.read(document).data))
    assert type(short.data[0]) is models.Invoice
    client = short.data[0].client
    assert type(client) is models.Client
    assert type(client.address) is models.ClientAddress


def test_unknown_fields_of_the_envelope_are_learned_too() -> None:
    body = page(INVOICE, message="ok", request_id="r", warnings=[{"code": "x"}])
    document = parse_json(body)
    assert DECODER.read_plain(body, lambda: document) == DECODER.read(document)
    assert DECODER.read_plain(body, refuse) == DECODER.read(document)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b'{"data": null}',
        b'{"data": {}}',
        b'{"data": [1e999]}',
        b'{"data": ["\\ud800"]}',
        b'{"data": [NaN]}',
        b'{"data": []} x',
        b'{"data": []}'.decode().encode("utf-16"),
        b'\xef\xbb\xbf{"data": []}',
        b'{"success": false, "data": []}',
        page({"uuid": {"a": {"b": 1}}}),
        page({"client": [{"id": "a"}]}),
        page({"additional_properties": {"a": 1}}),
        page({'a"b': 1}),
        page({"x" * (LONGEST_NAME + 1): 1}),
        page({"metadata": {"a": {"b": {"c": {"d": 1}}}}}),
        b'{"data": [{"metadata": ' + b"[" * MOST_LEVELS + b"]" * MOST_LEVELS + b"}]}",
        b'{"data": [], "x": ' + b"[" * MOST_LEVELS + b"]" * MOST_LEVELS + b"}",
    ],
    ids=range(20),
)
def test_what_is_unusual_is_left_to_the_long_way(body: bytes) -> None:
    assert DECODER.read_plain(body, lambda: parse_json(body)) is None


@pytest.mark.parametrize(
    "decoder",
    [PageOf(model(models.Invoice), "data.history"), Value(model(models.Health), "")],
)
def test_a_value_elsewhere_is_left_to_the_long_way(decoder: Any) -> None:
    assert decoder.read_plain(page(INVOICE), refuse) is None


def test_the_last_of_two_equal_keys_counts() -> None:
    body = b'{"data": [{"uuid": "a", "uuid": "b", "client": {"id": "x"}, "client": null}]}'
    short = DECODER.read_plain(body, refuse)
    assert short is not None
    assert (short.data[0].uuid, short.data[0].client) == ("b", None)


def test_the_names_that_are_learned_are_bounded() -> None:
    decoder = Value(model(Item))
    for number in range(2 * MOST_NAMES):
        body = json.dumps({"data": {f"field_{number}": number}}).encode()
        document = parse_json(body)
        short = decoder.read_plain(body, lambda document=document: document)  # type: ignore[misc]
        assert (short is not None) == (number < MOST_NAMES)
        assert decoder.read(document).additional_properties == {f"field_{number}": number}


def test_threads_learn_at_the_same_time() -> None:
    decoder = PageOf(model(models.Receipt))

    def read(number: int) -> bool:
        body = page({"id": "1", f"of_a_thread_{number % 8}": number, "items": [{"x": number}]})
        short = decoder.read_plain(body, lambda: parse_json(body))
        return short is None or short == decoder.read(parse_json(body))

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(read, range(400)))
    for number in range(8):
        body = page({"id": "1", f"of_a_thread_{number}": number})
        assert decoder.read_plain(body, refuse) is not None


def test_the_documented_types_of_a_model_stay_what_they_are() -> None:
    DECODER.read_plain(page(INVOICE), refuse)
    assert models.Invoice.__annotations__["total"] == "float | None"


def test_a_free_value_has_a_bounded_depth() -> None:
    value: Any = 1
    for _ in range(FREE_LEVELS):
        value = {"a": value}
    assert DECODER.read_plain(page({"metadata": value}), refuse) is not None
    body = page({"metadata": {"a": value}})
    assert DECODER.read_plain(body, lambda: parse_json(body)) is None


def test_a_document_too_large_for_memory_is_read_slowly() -> None:
    def parse() -> object:
        raise MemoryError

    assert DECODER.read_plain(page({"never seen before": 1}), parse) is None
