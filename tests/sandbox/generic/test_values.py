"""Values for schemas are always the same, and fit."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gigstack_api.sandbox.generic.resources import singular
from gigstack_api.sandbox.generic.values import Values
from gigstack_api.sandbox.spec_files import read_spec

COMPONENTS = {
    "schemas": {
        "Loop": {
            "type": "object",
            "required": ["next"],
            "properties": {"next": {"$ref": "#/components/schemas/Loop"}},
        },
        "Cat": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
        },
        "Tree": {
            "type": "object",
            "properties": {
                "branches": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
            },
        },
    }
}
VALUES = Values(read_spec({"openapi": "3.1.0", "paths": {}, "components": COMPONENTS}))


@pytest.mark.parametrize(
    ("schema", "name", "value"),
    [
        ({"const": 3}, "", 3),
        ({"type": "string", "default": "x", "example": "y"}, "", "x"),
        ({"type": "string", "example": "y"}, "", "y"),
        ({"type": "string", "examples": ["z"]}, "", "z"),
        ({"type": "string", "enum": ["a", "b"]}, "", "a"),
        ({"type": "string", "format": "date"}, "", "2026-01-01"),
        ({"type": "string", "format": "unknown"}, "color", "color"),
        ({"type": "string"}, "billingEmail", "ana@ejemplo.com"),
        ({"type": "string"}, "tax_id", "XAXX010101000"),
        ({"type": "string"}, "", "texto"),
        ({"type": "string", "minLength": 8}, "", "textoaaa"),
        ({"type": "string", "maxLength": 3}, "", "tex"),
        ({"type": "string", "pattern": "^[0-9]{5}$"}, "", "00000"),
        ({"type": "string", "pattern": "^[A-Z]{2}$"}, "", "AA"),
        ({"type": "string", "pattern": "(?<n>"}, "", "texto"),
        ({"type": "string", "pattern": "^#!$"}, "x", "x"),
        ({"type": ["null", "integer"]}, "", 1),
        ({"type": "integer", "minimum": 5}, "", 5),
        ({"type": "integer", "exclusiveMinimum": 5}, "", 6),
        ({"type": "number", "maximum": 0.5}, "", 0.5),
        ({"type": "integer"}, "created_at", 1_767_225_600),
        ({"type": "integer", "x-unit": "ms"}, "created_at", 1_767_225_600_000),
        ({"type": "boolean"}, "", False),
        ({"type": "null"}, "", None),
        ({}, "", None),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 2}, "", [1, 1]),
        ({"items": {"type": "integer"}}, "", [1]),
        ({"anyOf": [{"type": "null"}, {"type": "integer"}]}, "", 1),
        ({"anyOf": [{"type": "null"}]}, "", None),
        (
            {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}],
                "discriminator": {"propertyName": "kind"},
            },
            "",
            {"kind": "Cat", "lives": 1},
        ),
        (
            {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"cat": "#/components/schemas/Cat"},
                },
            },
            "",
            {"kind": "cat", "lives": 1},
        ),
        (
            {"allOf": [{"properties": {"a": {"type": "integer"}}}, {"required": ["a"]}]},
            "",
            {"a": 1},
        ),
        ({"type": "object"}, "", {}),
        ({"properties": {"a": {"type": "integer", "writeOnly": True}}}, "", {}),
    ],
)
def test_a_schema_gives_a_value(schema: dict[str, Any], name: str, value: object) -> None:
    assert VALUES.of(schema, name) == value
    assert VALUES.of(schema, name) == value


def test_objects_have_all_fields_or_the_required_ones() -> None:
    schema = {
        "type": "object",
        "required": ["a"],
        "properties": {
            "a": {"type": "integer"},
            "b": {"type": "integer"},
            "c": {"type": "integer", "x-always": True},
        },
    }
    assert VALUES.of(schema) == {"a": 1, "b": 1, "c": 1}
    assert VALUES.of(schema, whole=False) == {"a": 1, "c": 1}
    checker: Any = Draft202012Validator(schema)
    checker.validate(VALUES.of(schema))


@pytest.mark.parametrize("name", ["Loop", "Tree"])
def test_schemas_of_themselves_end(name: str) -> None:
    assert isinstance(VALUES.of({"$ref": f"#/components/schemas/{name}"}), dict)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/ledgers", "ledger"),
        ("/teams/{id}/companies", "company"),
        ("/address", "address"),
        ("/v1/pet-toys", "pet_toy"),
        ("/{id}", "resource"),
    ],
)
def test_a_resource_is_called_by_its_path(path: str, name: str) -> None:
    assert singular(path) == name
