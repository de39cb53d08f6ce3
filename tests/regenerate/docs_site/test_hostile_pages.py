"""Pages that are wrong in any way give a document, or are refused in words."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.docs_site.merging import Page, merge
from gigstack_api.regenerate.docs_site.notes import Notes
from gigstack_api.regenerate.docs_site.pages import read_page
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.normalising import normalise
from scripts.spec.carrying import carried

from .test_traps import document, endpoint, json_answer, markdown, merged, of_operation, operation

MUTANTS = 300
WRONG: tuple[Any, ...] = (
    *(None, [], {}, "x", 3, True, [1], {"a": 1}, [{}], [["a"]], -1.5),
    *({"$ref": 3}, {"$ref": "#"}, {"$ref": "#/components/schemas"}, {"x-200:A": {}}),
    {"$ref": "#/components/schemas/Gone"},
)
KEYS = (
    *("type", "enum", "nullable", "example", "examples", "$ref", "properties", "items", "anyOf"),
    *("x-apidog-enum", "x-apidog-refs", "x-apidog-ignore-properties", "required", "schema"),
    *("content", "security", "tags", "exclusiveMinimum", "headers", "x-200:More", "description"),
)
THING = {"type": "object", "properties": {"a": {"type": "string", "enum": ["x"], "example": "x"}}}
WHOLE: Node = document(
    operation(
        operationId="getThing",
        tags=["Things"],
        parameters=[{"name": "q", "in": "query", "schema": {"type": "string"}}],
        requestBody={"content": {"application/json": {"schema": THING, "example": {"a": "x"}}}},
        responses={
            "200": json_answer({"$ref": "#/components/schemas/Thing"}, example={"a": "x"}),
            "x-200:More": json_answer({"$ref": "#/components/schemas/Thing"}),
        },
        security=[{"bearer": []}],
    ),
    components={
        "schemas": {"Thing": THING},
        "securitySchemes": {"bearer": {"type": "bearer"}},
        "responses": {"Gone": json_answer({"type": "string"})},
    },
    servers=[{"url": "https://api.test"}],
    security=[{"bearer": []}],
)


def places(node: object, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if is_object(node) else enumerate(node) if is_list(node) else ()
    for key, value in items:
        yield (*place, key)
        yield from places(value, (*place, key))


def mutated(seed: int) -> Node:
    dice = random.Random(seed)
    result: Node = copy.deepcopy(WHOLE)
    for _ in range(dice.randint(1, 3)):
        *parents, last = dice.choice(list(places(result)))
        owner: Any = result
        for key in parents:
            owner = owner[key]
        wrong = copy.deepcopy(dice.choice(WRONG))
        if is_object(owner[last]) and dice.random() < 0.4:
            owner[last][dice.choice(KEYS)] = wrong
        else:
            owner[last] = wrong
    return result


def test_mutated_pages_are_read_or_refused() -> None:
    refused = 0
    for seed in range(MUTANTS):
        try:
            page = read_page(markdown(json.dumps(mutated(seed))), "page")
            found = merge("Things", [Page(endpoint(), page)], Notes())
            normalise(carried(found, WHOLE))
        except UnusableSpec:
            refused += 1
    assert 0 < refused < MUTANTS


@pytest.mark.parametrize("components", [None, [], {"schemas": None}, {"x-own": {}}])
def test_components_of_another_form_are_left_out(components: Any) -> None:
    result, _ = merged(document(components=components))
    assert "components" not in result


def test_a_schema_that_is_not_one_takes_anything() -> None:
    result, notes = merged(document(components={"schemas": {"A": [1]}}))
    assert result["components"]["schemas"] == {"A": {}}
    assert notes == ["components.schemas.A: This is not a schema. Anything is taken for it."]


def test_shared_components_are_repaired_too() -> None:
    nullable = {"type": "string", "nullable": True}
    ref = "#/components/responses/Not%20Found"
    result, _ = merged(
        document(
            operation(responses={"404": {"$ref": ref}, "x-404:Other": {}}),
            components={
                "responses": {"Not Found": json_answer(nullable), "Odd": 3},
                "parameters": {"Q": {"name": "q", "in": "query", "schema": nullable}},
                "requestBodies": {"B": json_answer(nullable), "Empty": {}},
                "headers": {"H": {"x-apidog-name": "h", "schema": {}}},
            },
        )
    )
    fixed = {"type": ["string", "null"]}
    components = result["components"]
    answer = components["responses"]["NotFound"]
    assert answer["content"]["application/json"]["schema"] == fixed
    assert components["parameters"]["Q"]["schema"] == fixed
    body = components["requestBodies"]["B"]["content"]["application/json"]
    assert body["schema"] == fixed
    assert components["requestBodies"]["Empty"] == {"content": {}}
    assert components["headers"] == {"H": {"schema": {}}}
    found = result["paths"]["/things"]["get"]["responses"]
    assert found == {"404": {"$ref": "#/components/responses/NotFound"}}


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ({"x-note": 1, "200": 3}, {}),
        (
            {"200": {"description": "A", "headers": {"X": {}}}},
            {"200": {"description": "A", "headers": {"X": {}}}},
        ),
        ({"200": {"content": {"text/plain": 3}}}, {"200": {"description": ""}}),
        ({"DEFAULT": {"description": "A"}}, {"default": {"description": "A"}}),
    ],
)
def test_odd_answers_are_left_out_or_kept(responses: Node, expected: Node) -> None:
    assert of_operation(responses=responses)["responses"] == expected


def test_examples_of_joined_answers_keep_their_names() -> None:
    answers = [json_answer(examples={"1": {"value": n, "summary": ""}}) for n in (1, 2)]
    found = of_operation(responses={"200": answers[0], "x-200:B": answers[1]})
    assert found["responses"]["200"]["content"]["application/json"] == {
        "examples": {"1": {"value": 1}, "B 1": {"summary": "B", "value": 2}}
    }


def test_examples_in_a_list_are_named_by_number() -> None:
    found = of_operation(responses={"200": json_answer(examples=[{"a": 1}, 2])})
    assert found["responses"]["200"]["content"]["application/json"] == {
        "examples": {"1": {"value": {"a": 1}}, "2": {"value": 2}}
    }


def test_bodies_that_are_references_stay() -> None:
    found = of_operation(requestBody={"$ref": "#/components/requestBodies/B"})
    assert found["requestBody"] == {"$ref": "#/components/requestBodies/B"}


def test_references_into_components_and_elsewhere_are_kept() -> None:
    result, notes = merged(
        document(
            components={
                "schemas": {
                    "A": {"properties": {"x": {"type": "string"}}},
                    "B": {"$ref": "#/components/schemas/A/properties/x"},
                    "C": {"$ref": "#/definitions/7"},
                }
            }
        )
    )
    found = result["components"]["schemas"]
    assert found["B"] == {"$ref": "#/components/schemas/A/properties/x"}
    assert found["C"] == {"$ref": "#/definitions/7"}
    assert notes == ["get-thing-1e0: $ref '#/definitions/7' is not to a component. Check the page."]
