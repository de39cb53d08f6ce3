"""Each trap of Apidog's pages, one test or more for each."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.docs_site.index import Entry, Kind
from gigstack_api.regenerate.docs_site.merging import Page, merge
from gigstack_api.regenerate.docs_site.notes import Notes
from gigstack_api.regenerate.docs_site.pages import MOST_VALUES, read_page
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec

ADDRESS = "https://docs.test/get-thing-1e0.md"


def endpoint(number: int = 1, title: str = "Get thing", folder: tuple[str, ...] = ()) -> Entry:
    slug = f"{title.lower().replace(' ', '-')}-{number}e0"
    return Entry(f"https://docs.test/{slug}.md", Kind.ENDPOINT, f"{number}e0", title, folder)


def schema_page(number: int, title: str) -> Entry:
    return Entry(f"https://docs.test/{title}-{number}d0.md", Kind.SCHEMA, f"{number}d0", title, ())


def operation(**parts: Any) -> Node:
    return {"summary": "Get thing", "responses": {"200": {"description": ""}}, **parts}


def document(node: Node | None = None, **parts: Any) -> Node:
    return {"openapi": "3.0.1", "paths": {"/things": {"get": node or operation()}}, **parts}


def merged(*pages: Node | Page) -> tuple[Node, list[str]]:
    """The document of pages, and what was noted."""
    notes = Notes()
    found = [page if isinstance(page, Page) else Page(endpoint(), page) for page in pages]
    return merge("Things", found, notes), [str(finding) for finding in notes.found]


def of_schema(schema: Node) -> tuple[Node, list[str]]:
    """A schema as it is in the document, and what was noted."""
    result, notes = merged(document(components={"schemas": {"Thing": schema}}))
    found: Node = result["components"]["schemas"]["Thing"]
    return found, notes


def of_operation(**parts: Any) -> Node:
    result, _ = merged(document(operation(**parts)))
    found: Node = result["paths"]["/things"]["get"]
    return found


def markdown(yaml: str) -> str:
    return f"# Get thing\n\n## OpenAPI Specification\n\n```yaml\n{yaml}\n```\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"type": "bearer", "scheme": "bearer"}, {"type": "http", "scheme": "bearer"}),
        ({"type": "basic"}, {"type": "http", "scheme": "basic"}),
        (
            {"type": "apikey", "name": "X-Key", "in": "header"},
            {"type": "apiKey", "name": "X-Key", "in": "header"},
        ),
        ({"type": "apikey"}, {"type": "apiKey", "name": "X-Api-Key", "in": "header"}),
        ({"type": "http", "scheme": "basic"}, {"type": "http", "scheme": "basic"}),
    ],
)
def test_1_types_of_security_schemes_are_those_of_openapi(written: Node, meant: Node) -> None:
    result, _ = merged(document(components={"securitySchemes": {"key": written}}))
    assert result["components"]["securitySchemes"] == {"key": meant}


def test_1_a_type_of_no_meaning_is_left_out() -> None:
    result, notes = merged(document(components={"securitySchemes": {"key": {"type": "magic"}}}))
    assert "components" not in result
    assert notes == [
        "components.securitySchemes.key: The type 'magic' does not exist. The scheme is left out."
    ]


SECURITIES: list[tuple[list[Node], list[Node]]] = [
    ([{"bearer": [], "x-apidog": {"schemeGroups": []}}], [{"bearer": []}]),
    ([{"bearer": []}, {"x-apidog": {}}], [{"bearer": []}]),
    ([{}], [{}]),
    ([], []),
]


@pytest.mark.parametrize(("written", "meant"), SECURITIES)
def test_2_security_holds_schemes_only(written: list[Node], meant: list[Node]) -> None:
    assert of_operation(security=written)["security"] == meant


def test_2_security_of_nothing_but_groups_is_that_of_the_project() -> None:
    result, _ = merged(document(operation(security=[{"x-apidog": {}}]), security=[{"bearer": []}]))
    assert "security" not in result["paths"]["/things"]["get"]
    assert result["security"] == [{"bearer": []}]


def json_answer(schema: Node | None = None, **parts: Any) -> Node:
    media = {**({"schema": schema} if schema else {}), **parts}
    return {"description": "", "content": {"application/json": media}, "headers": {}}


def test_3_further_answers_of_a_status_become_examples() -> None:
    text = {"type": "object"}
    found = of_operation(
        responses={
            "200": {**json_answer(text, example={"a": 1}), "x-apidog-name": "One"},
            "x-200:Another": json_answer(text, example={"a": 2}),
            "x-201:Made": json_answer(text, example={"a": 3}),
        }
    )["responses"]
    assert found == {
        "200": {
            "description": "One",
            "content": {
                "application/json": {
                    "schema": text,
                    "examples": {
                        "One": {"summary": "One", "value": {"a": 1}},
                        "Another": {"summary": "Another", "value": {"a": 2}},
                    },
                }
            },
        },
        "201": {
            "description": "Made",
            "content": {"application/json": {"schema": text, "example": {"a": 3}}},
        },
    }


def test_3_further_answers_of_another_schema_become_alternatives() -> None:
    found = of_operation(
        responses={
            "200": json_answer({"type": "object"}),
            "x-200:Text": json_answer({"type": "string"}),
        }
    )["responses"]["200"]["content"]["application/json"]
    assert found == {"schema": {"anyOf": [{"type": "object"}, {"type": "string"}]}}


def test_4_merged_schemas_are_taken_as_written_out() -> None:
    found, notes = of_schema(
        {
            "type": "object",
            "properties": {"id": {"type": "string"}},
            "x-apidog-orders": ["01KBYYXA", "id"],
            "x-apidog-refs": {"01KBYYXA": {"$ref": "#/components/schemas/Base"}},
            "x-apidog-ignore-properties": ["id"],
        }
    )
    assert found == {"type": "object", "properties": {"id": {"type": "string"}}}
    assert notes == []


def test_4_merged_fields_that_are_not_written_out_are_noted() -> None:
    _, notes = of_schema(
        {
            "type": "object",
            "properties": {},
            "x-apidog-refs": {"01KBYYXA": {}},
            "x-apidog-ignore-properties": ["id"],
        }
    )
    assert notes == [
        "components.schemas.Thing: The fields id of a merged schema are not written out. "
        "Add them in the overlay."
    ]


def test_5_anchors_and_aliases_are_written_out() -> None:
    page = read_page(
        markdown(
            "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: array\n      items: &ref_0\n"
            "        $ref: '#/components/schemas/B'\n    B: {type: array, items: *ref_0}"
        ),
        ADDRESS,
    )
    assert page["components"]["schemas"]["B"]["items"] == {"$ref": "#/components/schemas/B"}
    assert (
        page["components"]["schemas"]["B"]["items"]
        is not (page["components"]["schemas"]["A"]["items"])
    )


def test_5_aliases_cannot_fill_the_memory() -> None:
    lines = ["paths: {}", "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(UnusableSpec, match=f"more than {MOST_VALUES} values"):
        read_page(markdown("\n".join(lines)), ADDRESS)


def test_5_an_alias_of_itself_is_refused() -> None:
    with pytest.raises(UnusableSpec, match="nested deeper than 100 levels"):
        read_page(markdown("paths: {}\na: &a [*a]"), ADDRESS)


def test_6_references_are_decoded_and_names_are_clean() -> None:
    page = read_page(
        markdown(
            "paths:\n  /things:\n    get:\n      summary: x\n      responses:\n        '404':\n"
            "          description: ''\n          content:\n            application/json:\n"
            "              schema:\n                $ref: >-\n"
            "                  #/components/schemas/Object%20Not%20Found(404)\n"
            "components:\n  schemas:\n    Object Not Found(404): {type: object}"
        ),
        ADDRESS,
    )
    result, _ = merged(page)
    answer = result["paths"]["/things"]["get"]["responses"]["404"]
    assert answer["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/ObjectNotFound404"
    }
    assert result["components"]["schemas"] == {
        "ObjectNotFound404": {"type": "object", "x-docs-name": "Object Not Found(404)"}
    }


def test_6_two_names_that_would_be_one_are_both_kept() -> None:
    result, notes = merged(
        document(
            components={
                "schemas": {
                    "Tax Line": {"type": "object"},
                    "TaxLine": {"type": "string"},
                    "List": {"items": {"$ref": "#/components/schemas/Tax%20Line"}},
                }
            }
        )
    )
    found = result["components"]["schemas"]
    assert found["TaxLine"] == {"type": "string"}
    assert found["List"]["items"] == {"$ref": "#/components/schemas/TaxLine2"}
    assert notes == [
        "get-thing-1e0 components.schemas: 'Tax Line' and 'TaxLine' would both be 'TaxLine'. "
        "The first is called 'TaxLine2'."
    ]


def test_6_accents_and_slashes_in_names_are_found() -> None:
    result, _ = merged(
        document(
            components={
                "schemas": {
                    "Situación/Fiscal": {"type": "string"},
                    "A": {"$ref": "#/components/schemas/Situaci%C3%B3n~1Fiscal"},
                }
            }
        )
    )
    assert result["components"]["schemas"]["A"]["$ref"] == ("#/components/schemas/SituaciónFiscal")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": ["string", "null"], "nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"anyOf": [{"type": "string"}], "nullable": True},
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
        ),
        ({"type": "null"}, {"type": "null"}),
        ({"const": 3}, {"const": 3}),
        ({"type": "string", "examples": ["a", "b"]}, {"type": "string", "examples": ["a", "b"]}),
        ({"type": "string", "example": "a"}, {"type": "string", "examples": ["a"]}),
        (
            {"type": "string", "examples": {"1": {"value": "a"}}, "example": "a"},
            {"type": "string", "examples": ["a"]},
        ),
        (
            {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 0},
        ),
        (
            {"type": "integer", "maximum": 9, "exclusiveMaximum": False},
            {"type": "integer", "maximum": 9},
        ),
        ({"type": "any"}, {}),
        ({"type": "string", "title": "", "description": "", "required": []}, {"type": "string"}),
    ],
)
def test_7_both_versions_of_schemas_become_one(written: Node, meant: Node) -> None:
    assert of_schema(written) == (meant, [])


def test_8_annotations_beside_a_reference_stay() -> None:
    ref = {"$ref": "#/components/schemas/Thing"}
    found, notes = of_schema(
        {
            "properties": {
                "a": {**ref, "default": 1, "x-apidog-orders": []},
                "b": {**ref, "type": "object", "nullable": True, "description": "B"},
            }
        }
    )
    assert found["properties"] == {
        "a": {**ref, "default": 1},
        "b": {"anyOf": [ref, {"type": "null"}], "description": "B"},
    }
    assert notes == [
        "components.schemas.Thing.properties.b: type beside $ref is ignored in OpenAPI 3.0. "
        "It is left out; add it in the overlay if the API means it."
    ]


@pytest.mark.parametrize(
    ("parts", "folder", "tag"),
    [
        ({"tags": ["Clients", "Clients"], "x-apidog-folder": "Clients"}, (), "Clients"),
        ({"tags": ["Invoices/Income"], "x-apidog-folder": "Invoices/Income"}, (), "Invoices"),
        ({"tags": ["Clients", "Clients"]}, ("Menu",), "Clients"),
        ({"x-apidog-folder": ""}, ("Menu", "Sub"), "Menu"),
        ({}, (), "default"),
    ],
)
def test_9_an_operation_has_the_first_folder_as_its_only_tag(
    parts: Node, folder: tuple[str, ...], tag: str
) -> None:
    page = Page(endpoint(folder=folder), document(operation(**parts)))
    result, _ = merged(page)
    assert result["paths"]["/things"]["get"]["tags"] == [tag]
    assert result["tags"] == [{"name": tag}]


def test_10_an_object_without_fields_is_unknown_and_not_empty() -> None:
    assert of_schema({"type": "object", "properties": {}})[0] == {"type": "object"}
    closed: Node = {"type": "object", "properties": {}, "additionalProperties": False}
    assert of_schema(closed)[0] == closed


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('{"a": 1}', {"a": 1}),
        ('{"a": 1,}', '{"a": 1,}'),
        ("plain", "plain"),
        ("12", "12"),
        ({"a": 1}, {"a": 1}),
    ],
)
def test_11_examples_in_texts_are_parsed_if_they_are_json(written: object, meant: object) -> None:
    found = of_operation(responses={"200": json_answer({}, example=written)})
    assert found["responses"]["200"]["content"]["application/json"]["example"] == meant


def test_11_a_text_of_another_media_type_stays() -> None:
    body = {"content": {"text/plain": {"schema": {"type": "string"}, "example": "[1]"}}}
    assert of_operation(requestBody=body)["requestBody"] == body


@pytest.mark.parametrize(
    "placeholder", ["file:///Users/ana/csd.cer", '@"/tmp/a.pdf"', "@'a.pdf'", "@/home/a.pdf"]
)
def test_12_placeholders_of_files_are_not_examples(placeholder: str) -> None:
    form = {
        "type": "object",
        "properties": {
            "file": {"type": "string", "format": "binary", "example": placeholder},
            "note": {"type": "string", "example": placeholder},
            "empty": {"type": "string", "format": "binary", "example": ""},
        },
    }
    found = of_operation(
        requestBody={
            "content": {
                "multipart/form-data": {
                    "schema": form,
                    "examples": {},
                    "example": {"file": placeholder, "note": "a"},
                }
            }
        }
    )["requestBody"]["content"]["multipart/form-data"]
    assert found == {
        "schema": {
            "type": "object",
            "properties": {
                "file": {"type": "string", "format": "binary"},
                "note": {"type": "string"},
                "empty": {"type": "string", "format": "binary"},
            },
        },
        "example": {"note": "a"},
    }


def versions(*pages: tuple[Entry, str, str]) -> tuple[Node, list[str]]:
    """What becomes of a schema with a type on each page, and when the page was changed."""
    return merged(
        *(
            Page(
                entry,
                document(components={"schemas": {"Thing": {"type": kind}}})
                if entry.kind is Kind.ENDPOINT
                else {"paths": {}, "components": {"schemas": {"Thing": {"type": kind}}}},
                changed,
            )
            for entry, kind, changed in pages
        )
    )


def test_13_a_schema_that_differs_between_pages_is_noted() -> None:
    result, notes = versions((endpoint(1), "string", ""), (schema_page(2, "Thing"), "object", ""))
    assert result["components"]["schemas"]["Thing"] == {"type": "object"}
    assert notes == [
        "components.schemas.Thing: It differs between get-thing-1e0 and Thing-2d0: type. "
        "That of Thing-2d0 is taken."
    ]


@pytest.mark.parametrize(("first", "second"), [("1", "2"), ("2", "1")])
def test_13_of_two_other_pages_the_newer_decides(first: str, second: str) -> None:
    other = document(components={"schemas": {"Thing": {"type": "array"}}})
    other["paths"] = {"/others": other["paths"]["/things"]}
    pages = [
        Page(endpoint(1), document(components={"schemas": {"Thing": {"type": "string"}}}), first),
        Page(endpoint(2), other, second),
    ]
    result, _ = merged(*pages)
    wanted = "string" if first > second else "array"
    assert result["components"]["schemas"]["Thing"] == {"type": wanted}


def test_13_extensions_do_not_make_a_difference() -> None:
    other = schema_page(2, "Thing")
    schemas = {"Thing": {"type": "string", "x-apidog-folder": "a", "x-note": 1}}
    _, notes = merged(
        document(components={"schemas": {"Thing": {"type": "string"}}}),
        Page(other, {"paths": {}, "components": {"schemas": schemas}}),
    )
    assert notes == []


def test_14_a_rendered_page_is_refused() -> None:
    with pytest.raises(UnusableSpec, match="rendered page"):
        read_page("<!DOCTYPE html><html></html>", ADDRESS)


def test_values_that_only_the_extension_explains_are_kept() -> None:
    values = [
        {"value": "a", "name": "a", "description": "the first"},
        {"value": "b", "name": "Second", "description": ""},
        {"value": "c", "name": "c", "description": ""},
    ]
    found, _ = of_schema({"type": "string", "x-apifox-enum": values})
    assert found == {
        "type": "string",
        "enum": ["a", "b", "c"],
        "x-values": {"a": "the first", "b": "Second"},
    }


@pytest.mark.parametrize("name", ["x-apidog-status", "x-apifox-status"])
def test_the_status_of_an_operation_is_read(name: str) -> None:
    assert of_operation(**{name: "deprecated"})["deprecated"] is True
    _, notes = merged(document(operation(**{name: "developing"})))
    assert notes == [
        "paths./things.get: The vendor calls it 'developing'. It may change or not exist yet."
    ]


def test_own_extensions_of_the_author_stay() -> None:
    found = of_operation(
        **{"x-rate-limit": 5, "x-run-in-apidog": "https://app", "x-apidog-folder": "A"}
    )
    assert {key for key in found if key.startswith("x-")} == {"x-rate-limit"}
    assert found["externalDocs"] == {"url": "https://docs.test/get-thing-1e0"}


def test_ids_come_from_the_author_or_from_method_and_path() -> None:
    assert of_operation(operationId="getThing")["operationId"] == "get_thing"
    page = document()
    page["paths"] = {"/teams/{id}/series": {"post": operation()}}
    result, _ = merged(page)
    found = result["paths"]["/teams/{id}/series"]["post"]
    assert found["operationId"] == "post_teams_by_id_series"


def test_two_operations_of_one_id_get_different_ones() -> None:
    page = document(operation(operationId="same"))
    page["paths"]["/others"] = {"get": operation(operationId="same")}
    result, notes = merged(page)
    assert result["paths"]["/others"]["get"]["operationId"] == "same_2"
    assert notes == [
        "paths./others.get: paths./things.get has the operationId 'same' too. "
        "This one is called 'same_2'."
    ]


def test_an_operation_on_two_pages_is_noted() -> None:
    _, notes = merged(Page(endpoint(1), document()), Page(endpoint(2), document()))
    assert notes == [
        "paths./things.get: The pages 1e0 and 2e0 both describe it. "
        "The first in the index is taken."
    ]


def test_a_schema_that_no_page_holds_takes_anything() -> None:
    result, notes = merged(
        document(components={"schemas": {"A": {"$ref": "#/components/schemas/Gone"}}})
    )
    assert result["components"]["schemas"]["Gone"] == {}
    assert notes == [
        "components.schemas.A: No page holds the schema 'Gone'. "
        "Anything is taken for it; add it in the overlay."
    ]


def test_another_default_of_security_is_written_to_the_operation() -> None:
    other = document(security=[{"partner": []}])
    other["paths"] = {"/others": other["paths"]["/things"]}
    result, _ = merged(
        Page(endpoint(1), document(security=[{"bearer": []}])), Page(endpoint(2), other)
    )
    assert result["security"] == [{"bearer": []}]
    assert result["paths"]["/others"]["get"]["security"] == [{"partner": []}]


def test_parameters_are_tidied() -> None:
    found = of_operation(
        parameters=[
            {"name": "id", "in": "path", "required": False, "example": "", "schema": {}},
            {"name": "q", "in": "query", "required": False, "description": "Text"},
            {"name": "q", "in": "query"},
        ]
    )
    assert found["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {}},
        {"name": "q", "in": "query", "description": "Text", "schema": {"type": "string"}},
    ]


def test_empty_parts_of_an_operation_are_left_out() -> None:
    found = of_operation(deprecated=False, description="", parameters=[], requestBody={})
    assert found.keys() == {"tags", "operationId", "summary", "responses", "externalDocs"}


@pytest.mark.parametrize("blank", ["\n", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_fence_is_found_in_every_form(blank: str, end: str) -> None:
    text = f"# T\n\n## OpenAPI Specification\n\n```yaml\npaths: {{}}\n{blank}```\n"
    assert read_page(text.replace("\n", end), ADDRESS) == {"paths": {}}


def test_a_fence_in_a_description_does_not_end_the_yaml() -> None:
    text = markdown("info:\n  description: |\n    ```\n    code\n    ```\npaths: {}")
    assert read_page(text, ADDRESS)["info"]["description"] == "```\ncode\n```\n"


def test_plain_words_are_texts_as_in_javascript() -> None:
    page = read_page(
        markdown("paths: {}\na: no\nb: 12:30\nc: 2026-01-15\nd: 03100\n200: x\ne: 1.5\ntrue: y"),
        ADDRESS,
    )
    assert page == {
        "paths": {},
        "a": "no",
        "b": "12:30",
        "c": "2026-01-15",
        "d": "03100",
        "200": "x",
        "e": 1.5,
        "true": "y",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# A guide", "It has no YAML below"),
        ("## OpenAPI Specification\n\n```yaml\npaths: {}", "It has no YAML below"),
        (markdown("- a"), "is not an OpenAPI document"),
        (markdown("paths: [1]"), "is not an OpenAPI document"),
        (markdown("paths: {}\na: !!python/name:os.system"), "The YAML cannot be read"),
        (markdown("paths: {}\n? [a]\n: b"), "The YAML cannot be read"),
        (markdown("paths: {}\na: !!binary aGk="), "a value of the kind bytes"),
    ],
)
def test_what_is_not_a_page_of_the_api_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnusableSpec, match=said):
        read_page(text, ADDRESS)


def test_broken_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(UnusableSpec) as refusal:
        read_page(markdown("paths: {}\na: 'x\nb: {"), ADDRESS)
    assert refusal.value.findings[0].place.startswith(f"{ADDRESS} line ")
