"""The facts that the generator is given beside a spec."""

from __future__ import annotations

from typing import Any

from gigstack_api.regenerate.writing.derived import with_derived_facts


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def spec() -> dict[str, Any]:
    components = {
        "Body": {"x-role": "body", "properties": {"item": ref("Item")}},
        "Item": {
            "properties": {
                "tax": ref("Tax"),
                "form": {"anyOf": [ref("Form")]},
                "forms": {"type": "array", "items": ref("Form")},
                "unit": {"type": "string", "x-catalog": "unit_key"},
            }
        },
        "Tax": {"properties": {"item": ref("Item"), "rate": {"type": "number"}}},
        "Form": {"type": "string", "x-catalog": "payment_form"},
        "Answer": {"properties": {"tax": ref("Tax2")}},
        "Tax2": {"properties": {"rate": {"type": "number"}}},
    }
    body = {"content": {"application/json": {"schema": ref("Body")}}}
    answer = {"content": {"application/json": {"schema": ref("Answer")}}}
    post = {"requestBody": body, "responses": {"200": answer}}
    return {
        "paths": {"/things": {"post": post, "parameters": []}},
        "components": {"schemas": components},
    }


def kinds(document: dict[str, Any]) -> dict[str, str]:
    schemas = with_derived_facts(document)["components"]["schemas"]
    return {name: schema["x-input"] for name, schema in schemas.items() if "x-input" in schema}


def test_objects_that_are_sent_are_marked() -> None:
    assert kinds(spec()) == {"Item": "only", "Tax": "only"}


def test_objects_that_are_received_too_are_marked_so() -> None:
    document = spec()
    document["components"]["schemas"]["Answer"]["properties"]["item"] = ref("Item")
    assert kinds(document) == {"Item": "also", "Tax": "also"}


def test_fields_of_sat_codes_name_their_catalogue() -> None:
    fields = with_derived_facts(spec())["components"]["schemas"]["Item"]["properties"]
    assert {name: field.get("x-catalog-class") for name, field in fields.items()} == {
        "tax": None,
        "form": "payment_form:PaymentForm",
        "forms": "payment_form:PaymentForm",
        "unit": None,
    }


def test_query_parameters_of_sat_codes_name_their_catalogue() -> None:
    document = spec()
    named = {"name": "form", "in": "query", "schema": {"anyOf": [ref("Form")]}}
    document["components"]["parameters"] = {"Form": named}
    document["paths"]["/things"] = {
        "get": {
            "parameters": [
                {"$ref": "#/components/parameters/Form"},
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
                {"name": "in_path", "in": "path", "schema": ref("Form")},
            ],
            "x-gigstack": {"replay": "safe"},
        }
    }
    operation = with_derived_facts(document)["paths"]["/things"]["get"]
    facts = {"replay": "safe", "catalogs": {"form": "payment_form:PaymentForm"}}
    assert operation["x-gigstack"] == facts


def test_the_spec_itself_is_unchanged() -> None:
    document = spec()
    with_derived_facts(document)
    assert document == spec()


def test_what_is_not_confirmed_says_so() -> None:
    document = spec()
    guessed = "Unverified: inferred from another operation."
    post = document["paths"]["/things"]["post"]
    post |= {"description": "Makes a thing.", "x-gigstack": {"evidence": "inferred"}}
    post["parameters"] = [
        {"name": "a", "in": "query", "schema": {"x-note": guessed}},
        {"name": "b", "in": "query", "schema": {"x-note": f"From a guide. {guessed}"}},
    ]
    tax = document["components"]["schemas"]["Tax"]
    tax |= {"x-note": guessed}
    tax["properties"]["rate"] |= {"description": "A rate.", "x-note": guessed}

    derived = with_derived_facts(document)

    clause = "Not confirmed by the API's documentation."
    post = derived["paths"]["/things"]["post"]
    tax = derived["components"]["schemas"]["Tax"]
    assert post["description"] == f"Makes a thing. {clause}"
    assert tax["properties"]["rate"]["description"] == f"A rate. {clause}"
    assert post["parameters"][0]["schema"]["description"] == clause
    assert "description" not in post["parameters"][1]["schema"]
    assert "description" not in tax
