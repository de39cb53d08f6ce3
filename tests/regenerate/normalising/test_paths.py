"""Paths come out in one form: what tells operations apart, what is a parameter, what is sent."""

from __future__ import annotations

import pytest

from gigstack_api.regenerate.document import Node, call_path, calls
from gigstack_api.regenerate.normalising import Normalised, normalise


def get(operation_id: str = "x", **more: object) -> Node:
    return {"operationId": operation_id, "tags": ["a"], "responses": {"204": {}}, **more}


def normal(**paths: Node) -> Normalised:
    return normalise({"openapi": "3.1.0", "paths": paths})


def notes(found: Normalised) -> list[str]:
    return [str(note) for note in found.notes]


@pytest.mark.parametrize(
    ("key", "path", "query"),
    [
        ("/a", "/a", ()),
        ("/a?beta=true&empty", "/a", (("beta", "true"), ("empty", ""))),
        ("/#Target=Get", "/", ()),
        ("/a?x=1#b", "/a", (("x", "1"),)),
    ],
)
def test_a_key_is_a_path_and_the_query_that_goes_with_it(
    key: str, path: str, query: tuple[tuple[str, str], ...]
) -> None:
    assert call_path(key) == (path, query)


def test_a_fragment_is_told_once() -> None:
    found = normal(**{"/#A": {"get": get("x")}, "/#B": {"get": get("y")}, "/c": {"get": get("z")}})
    assert notes(found) == ["paths: what follows # in 2 paths, '/#A' among them, is not sent."]


def test_a_parameter_in_a_query_is_one_of_the_query() -> None:
    parameters = [
        {"name": "page", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "size", "in": "path", "required": True, "schema": {"type": "string"}},
    ]
    found = normal(**{"/a?p={page}&size={size}&v=2": {"get": get(parameters=parameters)}})
    (call,) = calls(found.document)
    assert call.path == "/a?v=2"
    kept = [(one["name"], one["in"]) for one in call.operation["parameters"]]
    assert kept == [("p", "query"), ("size", "query")]
    assert notes(found) == []


def test_paths_that_become_one_stay_apart() -> None:
    found = normal(
        **{
            "/a": {"get": get("x")},
            "/a?{q}": {"get": get("y", parameters=[{"name": "q", "in": "path"}])},
            "/a?{q}#": {"get": get("z", parameters=[{"name": "q", "in": "path"}])},
        }
    )
    assert list(found.document["paths"]) == ["/a", "/a#", "/a#-"]


@pytest.mark.parametrize("written", ["a/b", "/a/b ", " a/b"])
def test_a_slash_and_blanks_are_mended(written: str) -> None:
    found = normal(**{written: {"get": get()}})
    assert list(found.document["paths"]) == ["/a/b"]
    assert notes(found) == [f"paths.{written}: it is read as '/a/b'."]


@pytest.mark.parametrize(
    ("style", "schema", "path"),
    [
        ("label", {"type": "string"}, "/a/.{id}/b"),
        ("matrix", {"type": "integer"}, "/a/;id={id}/b"),
        ("matrix", {"type": "array", "items": {"type": "string"}}, "/a/;id={id}/b"),
        ("simple", {"type": "string"}, "/a/{id}/b"),
    ],
)
def test_the_sign_of_a_style_is_written_into_the_path(style: str, schema: Node, path: str) -> None:
    parameter = {"name": "id", "in": "path", "required": True, "style": style, "schema": schema}
    found = normal(
        **{
            "/a/{id}/b": {
                "get": get("x", parameters=[parameter]),
                "put": get("y", parameters=[parameter]),
            }
        }
    )
    assert list(found.document["paths"]) == [path]


def test_a_shared_path_item_makes_operations_of_different_names() -> None:
    shared: Node = {"get": {"responses": {"204": {}}}}
    found = normalise(
        {
            "openapi": "3.1.0",
            "paths": {
                "/a": {"$ref": "#/components/pathItems/A"},
                "/b": {"$ref": "#/paths/~1c"},
                "/c": shared,
            },
            "components": {"pathItems": {"A": shared}},
        }
    )
    assert [call.operation["operationId"] for call in calls(found.document)] == [
        "get_a",
        "get_b",
        "get_c",
    ]


def test_a_name_that_is_taken_gets_a_number() -> None:
    found = normal(**{"/a/~": {"get": get("")}, "/a": {"get": get("")}, "/b": {"get": get("getA")}})
    assert [call.operation["operationId"] for call in calls(found.document)] == [
        "get_a_2",
        "get_a_3",
        "getA",
    ]


def test_extensions_hold_no_references() -> None:
    coded: Node = {"x-code": {"$ref": "missing.py"}}
    found = normal(**{"/a": {"get": get(**coded)}})
    assert notes(found) == []


def test_the_answer_with_content_comes_before_one_without() -> None:
    content = {"application/json": {"schema": {"type": "string"}}}
    answers = {"200": {}, "201": {"content": content}, "404": {}}
    (call,) = calls(normal(**{"/a": {"post": get(responses=answers)}}).document)
    assert list(call.operation["responses"]) == ["201", "200", "404"]
