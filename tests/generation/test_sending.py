"""What generated operations of other APIs send: forms, headers, cookies, paths, styles, bodies."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api._core.schema.types import OMIT

from .fake_api import FakeApi
from .small import body, call, parameter, small
from .trial import Trial

pytestmark = pytest.mark.anyio

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
PRICE = {"type": "object", "properties": {"price": STRING, "count": INTEGER}}
FORM = "application/x-www-form-urlencoded"


def things(trial: Trial, api: FakeApi) -> Any:
    return trial.resource("things").ThingsApi(api.gig)


def order(**properties: Any) -> Any:
    return {"type": "object", "x-role": "body", "required": ["name"], "properties": properties}


async def test_a_form_is_sent_as_a_form(tmp_path: Path, api: FakeApi) -> None:
    fields = order(
        name=STRING,
        tags={"type": "array", "items": STRING},
        price={"$ref": "#/components/schemas/Price"},
        lines={"type": "array", "items": {"$ref": "#/components/schemas/Price"}},
        expand={"type": "array", "items": STRING},
        note={"type": ["string", "null"]},
        paid={"type": "boolean"},
        data={"$ref": "#/components/schemas/Price"},
    )
    encoding = {
        "expand": {"style": "deepObject", "explode": True},
        "data": {"contentType": "application/json"},
    }
    trial = small(
        {"/things": {"post": call("create", requestBody=body(fields, FORM, encoding=encoding))}},
        tmp_path,
        Price=PRICE,
    )
    await things(trial, api).create(
        name="A & B",
        tags=["x", "y"],
        price={"price": "p1"},
        lines=[{"price": "p2", "count": 3}],
        expand=["a"],
        note=None,
        paid=True,
        data={"price": "p"},
    )
    assert api.asked.headers["Content-Type"] == FORM
    assert parse_qsl(api.asked.content.decode(), keep_blank_values=True) == [
        ("name", "A & B"),
        ("tags", "x"),
        ("tags", "y"),
        ("price[price]", "p1"),
        ("lines[0][price]", "p2"),
        ("lines[0][count]", "3"),
        ("expand[0]", "a"),
        ("note", ""),
        ("paid", "true"),
        ("data", '{"price":"p"}'),
    ]


async def test_headers_and_cookies_have_their_types(tmp_path: Path, api: FakeApi) -> None:
    parameters = [
        parameter("X-Tenant", "header", INTEGER, required=True),
        parameter("X-Flag", "header", {"type": "boolean"}),
        parameter("X-Kind", "header", {"$ref": "#/components/schemas/Kind"}),
        parameter("X-Ids", "header", {"type": "array", "items": INTEGER}),
        parameter("X-Trace", "header", STRING),
        parameter("Authorization", "header", STRING),
        parameter("session", "cookie", STRING, required=True),
        parameter("age", "cookie", INTEGER),
    ]
    trial = small(
        {"/things": {"get": call("look", parameters=parameters)}},
        tmp_path,
        Kind={"type": "string", "enum": ["big", "small"]},
    )
    resource = things(trial, api)
    await resource.look(
        x_tenant=7, x_flag=False, x_kind="big", x_ids=[1, 2], session="s3cret", age=4
    )
    sent = api.asked.headers
    assert [sent[name] for name in ("X-Tenant", "X-Flag", "X-Kind", "X-Ids", "Cookie")] == [
        "7", "false", "big", "1,2", "session=s3cret; age=4",
    ]  # fmt: skip
    assert "X-Trace" not in sent
    with pytest.raises(TypeError, match="x_tenant"):
        await resource.look(session="a")
    with pytest.raises(InvalidArgumentError, match="X-Tenant: must be a whole number"):
        await resource.look(x_tenant="seven", session="a")
    with pytest.raises(InvalidArgumentError, match="session: a cookie cannot contain"):
        await resource.look(x_tenant=1, session="a; b")


async def test_path_parameters_have_their_types(tmp_path: Path, api: FakeApi) -> None:
    parameters = [
        parameter("id", "path", INTEGER, required=True),
        parameter("days", "path", {"type": "array", "items": INTEGER}, required=True),
        parameter("base", "path", STRING, required=True),
        parameter("head", "path", STRING, required=True),
    ]
    path = "/things/{id}.json/{days}/compare/{base}...{head}"
    trial = small({path: {"get": call("get", parameters=parameters)}}, tmp_path)
    await things(trial, api).get(7, [1, 2], "a/b", "c")
    assert api.asked.url.raw_path == b"/v2/things/7.json/1%2C2/compare/a%2Fb...c"
    for wrong in ("seven", None, True):
        with pytest.raises(InvalidArgumentError, match=r"things\.get: id"):
            await things(trial, api).get(wrong, [1], "a", "b")


async def test_query_parameters_have_their_styles(tmp_path: Path, api: FakeApi) -> None:
    items = {"type": "array", "items": STRING}
    parameters = [
        parameter("plain", "query", items),
        parameter("commas", "query", items, explode=False),
        parameter("spaces", "query", items, style="spaceDelimited", explode=False),
        parameter("pipes", "query", items, style="pipeDelimited", explode=False),
        parameter("deep", "query", {"$ref": "#/components/schemas/Price"}, style="deepObject"),
        parameter("open", "query", {"$ref": "#/components/schemas/Price"}),
        {"name": "as_json", "in": "query", "content": {"application/json": {"schema": items}}},
    ]
    trial = small({"/things": {"get": call("look", parameters=parameters)}}, tmp_path, Price=PRICE)
    await things(trial, api).look(
        plain=["a", "b"],
        commas=["a", "b"],
        spaces=["a", "b"],
        pipes=["a", "b"],
        deep={"price": "x", "count": 2},
        open={"price": "y"},
        as_json=["a"],
    )
    assert api.asked.url.query.decode() == (
        "plain=a&plain=b&commas=a,b&spaces=a%20b&pipes=a%7Cb&deep%5Bprice%5D=x&deep%5Bcount%5D=2"
        "&price=y&as_json=%5B%22a%22%5D"
    )
    with pytest.raises(InvalidArgumentError, match="commas: an item contains ','"):
        await things(trial, api).look(commas=["a,b"])


@pytest.mark.parametrize(
    ("schema", "media_type", "value", "sent", "sent_as"),
    [
        (
            {"type": "array", "items": {"$ref": "#/components/schemas/Price"}},
            "application/json", [{"price": "a"}], b'[{"price":"a"}]', "application/json",
        ),
        (STRING, "application/json", "a", b'"a"', "application/json"),
        ({"$ref": "#/components/schemas/Kind"}, "application/json", "big", b'"big"',
            "application/json"),
        ({"$ref": "#/components/schemas/Counts"}, "application/json", {"a": 1}, b'{"a":1}',
            "application/json"),
        (STRING, "text/csv", "a;ñ", "a;ñ".encode(), "text/csv; charset=utf-8"),
        (STRING, "application/xml", "<a/>", b"<a/>", "application/xml"),
        ({"type": "string", "format": "binary"}, "application/zip", b"PK\3\4", b"PK\3\4",
            "application/zip"),
        ({"$ref": "#/components/schemas/Price"}, "application/merge-patch+json", None,
            b'{"price":"a"}', "application/merge-patch+json"),
    ],
)  # fmt: skip
async def test_a_body_that_is_no_object_is_one_argument(
    schema: Any,
    media_type: str,
    value: Any,
    sent: bytes,
    sent_as: str,
    tmp_path: Path,
    api: FakeApi,
) -> None:
    trial = small(
        {"/things": {"post": call("send", requestBody=body(schema, media_type))}},
        tmp_path,
        Price=PRICE,
        Kind={"type": "string", "enum": ["big"]},
        Counts={"type": "object", "additionalProperties": INTEGER},
    )
    given = {"price": "a"} if value is None else {"body": value}
    await things(trial, api).send(**given)
    assert (api.asked.content, api.asked.headers["Content-Type"]) == (sent, sent_as)


async def test_a_body_of_the_wrong_type_is_refused(tmp_path: Path, api: FakeApi) -> None:
    schema = {"type": "array", "items": INTEGER}
    optional = {**body(schema), "required": False}
    trial = small({"/things": {"post": call("send", requestBody=optional)}}, tmp_path)
    with pytest.raises(InvalidArgumentError, match=r"body\[0\]: must be a whole number"):
        await things(trial, api).send(body=["a"])
    await things(trial, api).send()
    assert api.asked.content == b""
    assert trial.operation("things.send_things").build().whole is OMIT


async def test_several_files_go_into_one_field(tmp_path: Path, api: FakeApi) -> None:
    binary = {"type": "string", "format": "binary"}
    fields = {
        "type": "object",
        "x-role": "body",
        "properties": {"scans": {"type": "array", "items": binary}, "logo": binary, "n": INTEGER},
    }
    request = body(fields, "multipart/form-data")
    trial = small({"/things": {"post": call("send", requestBody=request)}}, tmp_path)
    await things(trial, api).send(scans=[b"one", b"two"], logo=b"three", n=3)
    content = api.asked.content
    assert content.count(b'name="scans"; filename=') == 2
    assert all(part in content for part in (b"one", b"two", b"three", b'name="n"\r\n\r\n3'))


async def test_what_is_deprecated_warns_where_it_is_used(tmp_path: Path, api: FakeApi) -> None:
    old = {"type": "string", "deprecated": True, "x-deprecated": "use `name`."}
    nested = {"$ref": "#/components/schemas/Inner"}
    fields = order(name=STRING, old=old, inner=nested)
    parameters = [
        parameter("q", "query", STRING, deprecated=True),
        parameter("X-Old", "header", STRING, deprecated=True),
    ]
    trial = small(
        {
            "/things": {"post": call("create", requestBody=body(fields), parameters=parameters)},
            "/things/old": {
                "get": call("look", deprecated=True, **{"x-sunset": "2027-01-31"}),
            },
        },
        tmp_path,
        Inner={"type": "object", "properties": {"old": old}},
    )
    resource = things(trial, api)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        await resource.create(name="a")
        assert caught == []
        for _ in range(2):
            await resource.create(name="a", old="b", q="c", x_old="d", inner={"old": "e"})
        await resource.look()
    assert [str(warning.message) for warning in caught] == [
        "q is deprecated.",
        "old is deprecated; use `name`.",
        "inner.old is deprecated; use `name`.",
        "X-Old is deprecated.",
        "things.look() is deprecated; it goes away on 2027-01-31.",
    ]
    assert {warning.category for warning in caught} == {DeprecationWarning}
    assert {warning.filename for warning in caught} == {__file__}
    text = "things.look() is deprecated; it goes away on 2027-01-31."
    methods: Any = trial.resource("things").ThingsApi
    assert methods.look.__deprecated__ == text
    assert "Deprecated; it goes away on 2027-01-31.\n" in methods.look.__doc__
    assert "old: Deprecated; use `name`." in methods.create.__doc__


async def test_reading_a_deprecated_field_does_not_warn(tmp_path: Path, api: FakeApi) -> None:
    from .small import json_answer

    thing = {"type": "object", "properties": {"old": {"type": "string", "deprecated": True}}}
    answer = json_answer({"$ref": "#/components/schemas/Thing"})
    trial = small({"/things": {"get": call("get", answer)}}, tmp_path, Thing=thing)
    api.answers(200, json={"old": "a"})
    assert (await things(trial, api).get()).old == "a"
    source = (trial.folder / "_generated/models/thing.py").read_text(encoding="utf-8")
    assert '"""Deprecated."""' in source


async def test_a_view_of_a_team_refuses_a_call_that_takes_none(
    tmp_path: Path, api: FakeApi
) -> None:
    trial = small(
        {
            "/a": {"get": call("mixed")},
            "/b": {"get": call("free", facts={"team": "none"})},
            "/c": {"get": call("open", facts={"anonymous": True})},
            "/d": {"get": call("own", parameters=[parameter("team", "query", STRING)])},
        },
        tmp_path,
    )
    view = trial.resource("things").ThingsApi(api.gig.for_team("team_1"))
    with pytest.raises(InvalidArgumentError, match=r"things\.mixed takes no team"):
        await view.mixed()
    assert api.requests == []
    await view.free()
    await view.open()
    await view.own()
    assert [request.url.query for request in api.requests] == [b"", b"", b"team=team_1"]
    assert json.loads(api.answer.content) == {"data": {}}


async def test_old_names_work_and_warn(tmp_path: Path, api: FakeApi) -> None:
    from .small import json_answer

    named = {"type": "string", "x-renamed-from": "title"}
    thing = {"type": "object", "x-renamed-from": "OldThing", "properties": {"name": named}}
    fields = order(name=named, size=INTEGER)
    parameters = [parameter("page", "query", INTEGER, **{"x-renamed-from": ["p", "number"]})]
    answer = json_answer({"$ref": "#/components/schemas/Thing"})
    operation = call(
        "create",
        answer,
        requestBody=body(fields),
        parameters=parameters,
        **{"x-renamed-from": "make"},
    )
    trial = small({"/things": {"post": operation}}, tmp_path, Thing=thing)
    resource = things(trial, api)
    api.answers(200, json={"name": "a"})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await resource.create(name="a", page=1)
        assert caught == []
        made = await resource.make(title="b", number=2)
        assert made.title == "a"
        assert trial.models().OldThing is trial.model("Thing")
    assert json.loads(api.asked.content) == {"name": "b"}
    assert api.asked.url.query == b"page=2"
    assert [str(warning.message) for warning in caught] == [
        "things.make() is deprecated; it is called create now.",
        "things.create: number is deprecated; it is called page now.",
        "things.create: title is deprecated; it is called name now.",
        "Thing.title is deprecated; it is called name now.",
        "OldThing is deprecated; it is called Thing now.",
    ]
    assert {warning.filename for warning in caught} == {__file__}
    with pytest.raises(TypeError, match=r"things\.create\(\) needs the argument 'name'"):
        await resource.create()
    with pytest.raises(AttributeError, match="Older"):
        _ = trial.models().Older
