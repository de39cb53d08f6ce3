"""A document is walked, and its references are followed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api.regenerate.document import (
    Node,
    calls,
    component_of,
    keys_of,
    pointer,
    resolve,
    schemas,
    target,
    walk,
)
from gigstack_api.regenerate.findings import Finding, UnusableSpec

DOCUMENT: Node = {
    "paths": {
        "/a": {"get": {"tags": ["x"]}, "parameters": [], "x-y": {}, "trace": {}},
        "/b": {"post": [], "summary": "s"},
        "/c": None,
    },
    "components": {
        "schemas": {
            "A": {"$ref": "#/components/schemas/B"},
            "B": {"type": "object", "properties": {"example": {"a": {}}}, "example": {"c": {}}},
            "Geo Point": {"allOf": [{"type": "string"}]},
            "L": {"$ref": "#/components/schemas/L"},
            "T": {"$ref": "#/paths/~1a/get/tags"},
        }
    },
}


def test_the_operations_of_a_document() -> None:
    assert [(call.method, call.path, call.place) for call in calls(DOCUMENT)] == [
        ("get", "/a", "paths./a.get"),
        ("trace", "/a", "paths./a.trace"),
    ]
    assert list(calls({"paths": []})) == []


def test_the_schemas_of_a_document() -> None:
    assert list(schemas(DOCUMENT)) == ["A", "B", "Geo Point", "L", "T"]
    assert (
        schemas({}) == schemas({"components": []}) == schemas({"components": {"schemas": []}}) == {}
    )


def test_a_walk_gives_objects_with_their_places_and_no_data() -> None:
    node = DOCUMENT["components"]["schemas"]
    assert [place for place, _ in walk(node, "s")] == [
        "s",
        "s.A",
        "s.B",
        "s.B.properties",
        "s.B.properties.example",
        "s.B.properties.example.a",
        "s.Geo Point",
        "s.Geo Point.allOf[0]",
        "s.L",
        "s.T",
    ]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("#/components/schemas/Geo%20Point/allOf/0", {"type": "string"}),
        ("#/paths/~1a/get/tags/0", "x"),
        ("#", DOCUMENT),
    ],
)
def test_a_reference_leads_to(ref: str, expected: object) -> None:
    assert target(DOCUMENT, ref) == expected


@pytest.mark.parametrize(
    "ref", ["#/gone", "#/paths/~1a/get/tags/1", "#/paths/~1a/get/tags/x", "a.yaml#/x", "#x"]
)
def test_a_reference_leads_nowhere(ref: str) -> None:
    with pytest.raises(LookupError):
        target(DOCUMENT, ref)


def test_references_are_followed_to_an_object() -> None:
    assert resolve(DOCUMENT, {"$ref": "#/components/schemas/A"}, "x")["type"] == "object"
    assert resolve(DOCUMENT, {"type": "string"}, "x") == {"type": "string"}


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (
            "Gone",
            "x: $ref '#/components/schemas/Gone' leads nowhere. Correct it or add what it"
            " refers to.",
        ),
        ("L", "x: $ref '#/components/schemas/L' refers to itself. Let it refer to a definition."),
        ("T", "x: $ref '#/paths/~1a/get/tags' leads to no object. Correct it."),
    ],
)
def test_what_cannot_be_followed_is_refused(name: str, problem: str) -> None:
    with pytest.raises(UnusableSpec) as caught:
        resolve(DOCUMENT, {"$ref": f"#/components/schemas/{name}"}, "x")
    assert str(caught.value) == problem


@given(st.lists(st.text(min_size=1), max_size=4))
def test_a_pointer_leads_back_to_its_keys(keys: list[str]) -> None:
    assert keys_of(pointer(*keys)) == keys


def test_the_component_that_a_reference_names() -> None:
    assert component_of("#/components/schemas/Geo%20Point") == "Geo Point"
    assert component_of("#/components/schemas/A/properties/x") is None
    assert component_of("#/components/parameters/A") is component_of(None) is None


def test_a_refusal_is_a_line_for_each_finding() -> None:
    findings = [Finding("a", "b.", "c."), Finding("d", "e.")]
    error = UnusableSpec(findings)
    assert str(error) == "a: b. c.\nd: e."
    assert error.findings == tuple(findings)
