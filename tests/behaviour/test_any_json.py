"""Property tests: any JSON is read without loss, and deviations are reported as drift."""

from __future__ import annotations

import copy
import json
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api import models
from gigstack_api._core.http.messages import Reply, Response
from gigstack_api._core.operations.decoders import File, Nothing, Value, WrongShape
from gigstack_api._core.operations.page import PageOf
from gigstack_api._core.responses.errors import to_error
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import (
    ANY,
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    array,
    enum,
    one_of,
)
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import is_list
from gigstack_api.errors import RateLimitError
from tests.support.things import Item, Use

NAMES = st.text(st.characters(exclude_categories=()), max_size=6) | st.sampled_from(
    ["id", "use", "data", "next", "code", "error"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=15,
)
OBJECTS = st.dictionaries(NAMES, JSON, max_size=6)
KINDS: list[FieldType[Any]] = [
    *(
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ANY,
        OBJECT,
        enum(Use),
        model(Item),
        array(STRING),
        array(model(Item)),
    ),
    *(
        one_of(model(Item), STRING),
        one_of(enum(Use), STRING),
        array(array(NUMBER)),
        one_of(OBJECT, array(OBJECT)),
    ),
    *(model(models.Invoice), model(models.Client), array(model(models.Receipt))),
]


def as_json(value: Any) -> Any:
    """A value that was read, as JSON again."""
    if is_list(value):
        return [as_json(item) for item in value]
    return value.to_dict() if isinstance(value, Model) else value


@given(JSON, st.sampled_from(KINDS))
def test_any_value_is_read_by_any_field_type(value: Any, kind: FieldType[Any]) -> None:
    read = kind.read(copy.deepcopy(value))
    assert repr(read)
    copy.deepcopy(read)
    for path, expected, got in kind.drift(value, "data"):
        assert path.startswith("data")
        assert expected
        repr(got)
    text = json.dumps(as_json(read))
    assert json.dumps(as_json(kind.read(json.loads(text)))) == text


@given(JSON, st.sampled_from(KINDS))
def test_a_value_of_another_type_is_reported_as_drift(value: Any, kind: FieldType[Any]) -> None:
    reported = list(kind.drift(value, "data"))
    if value is None or kind is ANY:
        assert reported == []
    elif not kind.accepts(value):
        assert [(path, expected) for path, expected, _ in reported] == [("data", kind.name)]


@given(OBJECTS, st.sampled_from([Item, models.Client, models.Invoice, models.Team]))
def test_a_model_gives_back_every_field(values: dict[str, Any], cls: type[Model]) -> None:
    given_back = cls.from_dict(values).to_dict()
    assert given_back.keys() == {name for name, value in values.items() if value is not None}
    for name, kind in cls.wire_fields().items():
        if values.get(name) is not None and not kind.accepts(values[name]):
            assert json.dumps(given_back[name]) == json.dumps(values[name])


@given(st.floats() | st.integers())
def test_a_number_is_any_integer_or_finite_float(value: float) -> None:
    assert NUMBER.accepts(value) is (isinstance(value, int) or isfinite(value))


@pytest.mark.parametrize(
    "decoder",
    [
        Value(model(Item)),
        Value(OBJECT, "data.item"),
        Value(ANY, ""),
        PageOf(model(Item)),
        PageOf(ANY, "data.history"),
        Nothing(),
    ],
)
@given(
    document=JSON
    | OBJECTS
    | st.fixed_dictionaries(
        {"data": JSON}, optional={"next": JSON, "has_more": JSON, "total": JSON}
    )
)
def test_any_json_has_a_value_or_the_wrong_shape(decoder: Any, document: Any) -> None:
    try:
        value = decoder.read(document)
    except WrongShape:
        return
    assert repr(value)
    for path, expected, _ in decoder.drift(document):
        assert isinstance(path, str)
        assert expected


@given(
    st.fixed_dictionaries({"data": st.fixed_dictionaries({}, optional={"pdf": JSON | st.text()})})
)
def test_any_json_has_a_file_or_the_wrong_shape(document: Any) -> None:
    try:
        file = File("a.pdf", "application/pdf", ("data.pdf",)).read(document)
    except WrongShape:
        return
    assert repr(file)


@given(
    st.sampled_from([100, 200, 299, 302, 400, 401, 404, 409, 422, 429, 500, 520, 599, 999]),
    st.binary(max_size=40)
    | JSON.map(lambda document: json.dumps(document).encode())
    | st.fixed_dictionaries(
        {"success": JSON, "error": JSON, "message": JSON, "code": JSON, "details": JSON}
    ).map(lambda envelope: json.dumps(envelope).encode()),
    st.sampled_from(["application/json", "text/html", "", "\xff"]),
)
def test_any_answer_is_an_error_that_prints_or_no_error(
    status: int, body: bytes, media_type: str
) -> None:
    error = to_error(
        Reply(status, {"content-type": media_type}, body), method="GET", path="/things"
    )
    assert (error is None) or error.status == status
    if not 200 <= status < 300:
        assert error is not None
    if error is not None:
        assert error.body == body
        assert str(error).encode()
        assert repr(error)


@given(st.binary(max_size=60) | JSON.map(lambda document: json.dumps(document).encode("utf-16")))
def test_any_body_has_an_envelope_or_none(body: bytes) -> None:
    assert repr(Response(200, {}, body, None).envelope)


HEADER_TEXTS = st.text(st.characters(max_codepoint=255), max_size=40)
DATE_PARTS = st.lists(
    st.sampled_from(
        [
            "Sat,",
            "21",
            "Nov",
            "2026",
            "08:00:00",
            "GMT",
            "-0600",
            "+9999",
            "99999999999",
            "25:61",
            "",
            "AD",
            "2",
        ]
    ),
    max_size=7,
).map(" ".join)


@given(
    HEADER_TEXTS
    | DATE_PARTS
    | st.integers().map(str)
    | st.floats().map(str)
    | st.sampled_from(["9" * 400, "9" * 5000, "٣"]),
    DATE_PARTS,
)
def test_any_retry_after_is_a_finite_wait_or_none(value: str, date: str) -> None:
    reply = Reply(429, {"retry-after": value, "date": date}, b"")
    wait = reply.retry_after_s
    assert wait is None or (wait >= 0 and isfinite(wait))
    error = to_error(reply, method="GET", path="/things")
    assert isinstance(error, RateLimitError)
    assert error.retry_after_s == wait
