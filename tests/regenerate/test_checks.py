"""What cannot be written as code is told with its place, whatever facts hold."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.checks import check
from gigstack_api.regenerate.document import Node

FACTS: Node = {"method": "get", "replay": "safe", "deadline_s": 30, "unwrap": "none"}
TEXT: Node = {"type": "string"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def document(facts: Any = FACTS, answer: Node = TEXT, **schemas: Node) -> Node:
    content = {"application/json": {"schema": answer}}
    operation = {
        "tags": ["clients"],
        "x-gigstack": facts,
        "responses": {"200": {"description": "", "content": content}},
    }
    return {"paths": {"/a": {"get": operation}}, "components": {"schemas": schemas}}


def found(node: Node) -> list[str]:
    return list(map(str, check(node)))


def with_facts(**facts: Any) -> Node:
    return document({**FACTS, **facts})


def obj(**properties: Node) -> Node:
    return {"type": "object", "properties": properties}


FINE: dict[str, Node] = {
    "plain facts": document(),
    "a value in an envelope": document(
        {**FACTS, "unwrap": "data.client"},
        ref("Answer"),
        Answer=obj(data={"anyOf": [{"type": "null"}, ref("Data")]}),
        Data=obj(client=TEXT),
    ),
    "a list": document(
        {**FACTS, "unwrap": "data", "paging": "page"}, obj(data={"type": ["array", "null"]})
    ),
    "an empty answer": with_facts(unwrap="empty"),
    "a file": with_facts(unwrap="data", download={"fields": []}),
    "an id": document({**FACTS, "ids": {"id": {"Client": "id"}}}, Client=obj(id=TEXT)),
    "a model that holds itself": document(
        A=obj(a=ref("A"), list={"type": "array", "items": ref("A")}, union=ref("U")),
        U={"anyOf": [ref("A"), TEXT]},
    ),
    "no answer": {"paths": {"/a": {"get": {"x-gigstack": FACTS, "tags": []}}}},
}


@pytest.mark.parametrize("node", FINE.values(), ids=FINE.keys())
def test_nothing_is_said_of_what_can_be_written(node: Node) -> None:
    assert found(node) == []


PLACE = "paths./a.get.x-gigstack"
WRONG: dict[str, tuple[Node, list[str]]] = {
    "no facts": (document(None), ["paths./a.get: it has no facts. Let x-gigstack be an object."]),
    "facts that lack something": (
        document({"method": "get", "replay": "safe"}),
        [f"{PLACE}: deadline_s is missing. Add it.", f"{PLACE}: unwrap is missing. Add it."],
    ),
    "a class that is none": (
        with_facts(replay="always"),
        [
            f"{PLACE}.replay: it cannot be 'always'. Use safe, idempotent, keyed, natural, once.",
        ],
    ),
    "paging that is none": (
        document({**FACTS, "paging": "far", "unwrap": "none"}),
        [f"{PLACE}.paging: it cannot be 'far'. Use next, starting_after, cursor, page, single."],
    ),
    "a deadline that is none": (
        with_facts(deadline_s=True),
        [f"{PLACE}.deadline_s: it must be a number of seconds. Correct it."],
    ),
    "facts of the wrong type": (
        with_facts(ids=[], unwrap=1),
        [
            f"{PLACE}.ids: it must be an object. Correct it.",
            f"{PLACE}.unwrap: it must be a text. Name the field of the answer.",
        ],
    ),
    "a method that is no name": (
        with_facts(method="get client"),
        [f"{PLACE}.method: 'get client' cannot be the name of a method. Choose another."],
    ),
    "a method that is a keyword": (
        with_facts(method="import"),
        [f"{PLACE}.method: 'import' cannot be the name of a method. Choose another."],
    ),
    "a value that is not in the answer": (
        document({**FACTS, "unwrap": "data.items"}, obj(data=TEXT)),
        [
            f"{PLACE}.unwrap: 'data.items' does not exist in the answer. Name the field that holds"
            " the value, or none."
        ],
    ),
    "no operations": ({"paths": {}}, ["paths: the spec has no operations. Add a path."]),
    "a value of an answer that is empty": (
        {
            "paths": {
                "/a": {
                    "get": {
                        "tags": ["clients"],
                        "x-gigstack": {**FACTS, "unwrap": "data"},
                        "responses": {"204": {"description": ""}},
                    }
                }
            }
        },
        [f"{PLACE}.unwrap: 'data' does not exist in the answer, which is empty. Let it be empty."],
    ),
    "a list that is none": (
        document({**FACTS, "unwrap": "data", "paging": "page"}, obj(data=TEXT)),
        [
            f"{PLACE}.unwrap: 'data' is not an array, and a list needs one. Name the field"
            " that holds the items, or remove paging."
        ],
    ),
    "an id of nothing": (
        document({**FACTS, "ids": {"id": {"Client": "uuid"}, "x": []}}, Client=obj(id=TEXT)),
        [f"{PLACE}.ids.id: there is no field Client.uuid. Correct it."],
    ),
    "an array of itself": (
        document(A={"type": "array", "items": {"type": "array", "items": ref("A")}}),
        [
            "components.schemas.A: it holds itself without a model between. Let an overlay end it,"
            " with an object or with any value."
        ],
    ),
    "a union of itself, through a map": (
        document(
            A={"anyOf": [ref("B"), TEXT]}, B={"type": "object", "additionalProperties": ref("A")}
        ),
        [
            f"components.schemas.{name}: it holds itself without a model between. Let an overlay"
            " end it, with an object or with any value."
            for name in "AB"
        ],
    ),
}


@pytest.mark.parametrize(("node", "expected"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told(node: Node, expected: list[str]) -> None:
    assert found(node) == expected


def test_two_operations_are_not_one_method() -> None:
    node = document()
    node["paths"]["/b"] = {"put": node["paths"]["/a"]["get"]}
    node["paths"]["/c"] = {"get": {**node["paths"]["/a"]["get"], "tags": ["others"]}}
    assert found(node) == [
        "paths./b.put: clients.get is the method of paths./a.get too. Give one of them another with"
        " x-gigstack.method in an overlay."
    ]


def test_lost_enum_values_are_told() -> None:
    (finding,) = found(document(A={"type": "string", "enum": ["a", "\x01"]}))
    assert finding.startswith("components.schemas.A: ")
