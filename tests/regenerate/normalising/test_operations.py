"""Operations come out in one form: their paths, parameters, bodies, answers and names."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.document import Node, calls
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.normalising import Normalised, normalise
from scripts import yaml_files

OK = "responses: {'200': {description: ok}}"


def normal(paths: str, components: str = "{}", **more: Any) -> Normalised:
    document = {
        "openapi": "3.0.3",
        "paths": yaml_files.parse(paths),
        "components": yaml_files.parse(components),
        **more,
    }
    return normalise(document)


def operation(paths: str, components: str = "{}", **more: Any) -> Node:
    """The only operation of a document, normalised."""
    (call,) = calls(normal(paths, components, **more).document)
    return call.operation


def notes(paths: str, components: str = "{}", **more: Any) -> list[str]:
    return [str(note) for note in normal(paths, components, **more).notes]


def get(parameters: str, path: str = "/a") -> str:
    return f"{path}: {{get: {{operationId: list_a, tags: [a], parameters: {parameters}, {OK}}}}}"


PARAMETERS = {
    "a description beside the schema moves into it": (
        "[{name: q, in: query, description: Q., schema: {type: string}}]",
        "[{name: q, in: query, schema: {type: string, description: Q.}}]",
    ),
    "a description beside a reference": (
        "[{name: q, in: query, description: Q., schema: {$ref: '#/components/schemas/Words'}}]",
        "[{name: q, in: query, schema: {anyOf: [{$ref: '#/components/schemas/Words'}], description: Q.}}]",
    ),
    "an inline enum": (
        "[{name: q, in: query, description: Q., schema: {type: string, enum: [x]}}]",
        "[{name: q, in: query, schema: {anyOf: [{$ref: '#/components/schemas/ListAQ'}], description: Q.}}]",
    ),
    "a parameter without a schema": (
        "[{name: q, in: query}]",
        "[{name: q, in: query, schema: {type: string}}]",
    ),
    "styles are kept": (
        "[{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}]",
        "[{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}]",
    ),
    "an object in the query": (
        "[{name: f, in: query, style: deepObject, schema: {type: object, properties: {x: {type: string}}}}]",
        "[{name: f, in: query, style: deepObject, schema: {$ref: '#/components/schemas/ListAF'}}]",
    ),
    "JSON in the query": (
        "[{name: f, in: query, description: F., content: {application/json: {schema: {type: array}}}}]",
        "[{name: f, in: query, content: {application/json: {schema: {type: array, items: {}, description: F.}}}}]",
    ),
    "another type in the query": (
        "[{name: f, in: query, content: {text/csv: {schema: {type: string}}}}]",
        "[{name: f, in: query, schema: {type: string, description: 'A text of the type text/csv.'}}]",
    ),
    "headers and cookies": (
        "[{name: X-Trace-Id, in: header, required: true, schema: {type: integer}}, {name: s, in: cookie}]",
        "[{name: X-Trace-Id, in: header, required: true, schema: {type: integer}, x-python-name: x_trace_id},"
        " {name: s, in: cookie, schema: {type: string}}]",
    ),
    "headers that the client sets": ("[{name: Authorization, in: header}, {name: accept, in: header}]", None),
    "an example": (
        "[{name: q, in: query, example: x, schema: {type: string}}]",
        "[{name: q, in: query, examples: {example: {value: x}}, schema: {type: string}}]",
    ),
    "names that Python does not allow": (
        "[{name: 'created[gte]', in: query}, {name: from, in: query}, {name: 'Date>', in: query}]",
        "[{name: 'created[gte]', in: query, schema: {type: string}, x-python-name: created_gte},"
        " {name: from, in: query, schema: {type: string}, x-python-name: from_},"
        " {name: 'Date>', in: query, schema: {type: string}, x-python-name: date_gt}]",
    ),
    "one name in two places": (
        "[{name: a, in: query}, {name: A, in: query}, {name: a, in: header}, {name: a, in: cookie}]",
        "[{name: a, in: query, schema: {type: string}}, {name: A, in: query, schema: {type: string}},"
        " {name: a, in: header, schema: {type: string}, x-python-name: a_header},"
        " {name: a, in: cookie, schema: {type: string}, x-python-name: a_cookie}]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), PARAMETERS.values(), ids=PARAMETERS.keys())
def test_parameters_come_out_as(before: str, after: str | None) -> None:
    found = operation(get(before), "{schemas: {Words: {type: string}}}").get("parameters")
    assert (found or None) == (yaml_files.parse(after) if after else None)


def test_parameters_of_a_path_are_those_of_its_operations() -> None:
    found = normal(
        "/a/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: integer}},"
        " {$ref: '#/components/parameters/Team'}], servers: [{url: /files}],"
        f" get: {{operationId: get_a, tags: [a], {OK}}},"
        " put: {operationId: put_a, tags: [a], servers: [{url: /x}],"
        f" parameters: [{{name: team, in: query, schema: {{type: integer}}}}], {OK}}}}}",
        "{parameters: {Team: {name: team, in: query, schema: {type: string}}}}",
    )
    shown, changed = (call.operation for call in calls(found.document))
    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    team = {"name": "team", "in": "query", "schema": {"type": "string"}}
    assert shown["parameters"] == [identity, team]
    assert changed["parameters"] == [identity, {**team, "schema": {"type": "integer"}}]
    assert (shown["servers"], changed["servers"]) == ([{"url": "/files"}], [{"url": "/x"}])
    assert set(found.document["paths"]["/a/{id}"]) == {"get", "put"}


def test_only_what_a_path_names_is_a_parameter_of_it() -> None:
    paths = get("[{name: gone, in: path, required: true}]", "/a/{aId}")
    text = {"name": "aId", "in": "path", "required": True, "schema": {"type": "string"}}
    assert operation(paths)["parameters"] == [{**text, "x-python-name": "a_id"}]
    assert notes(paths) == [
        "paths./a/{aId}.get: 'gone' is not in the path and is left out.",
        "paths./a/{aId}.get: the part 'aId' of the path is not declared; it is a text.",
    ]


def test_a_part_of_the_path_gives_way_to_a_field_of_the_body() -> None:
    found = operation(
        "/members/{id}: {put: {operationId: put, tags: [members], requestBody: {content: {application/json:"
        f" {{schema: {{properties: {{id: {{}}, from: {{}}}}}}}}}}}}, {OK}}}}}"
    )
    assert found["parameters"][0]["x-python-name"] == "member_id"


@pytest.mark.parametrize(
    ("content", "expected", "told"),
    [
        ("{application/json: {}, multipart/form-data: {}}", "application/json", True),
        ("{multipart/form-data: {}, application/vnd.x+json: {}}", "application/vnd.x+json", True),
        ("{multipart/form-data: {}, application/x-www-form-urlencoded: {}}", "application/x-www-form-urlencoded", True),
        ("{text/csv: {}, multipart/form-data: {}}", "multipart/form-data", True),
        ("{'*/*': {}}", "application/json", False),
        ("{text/csv: {}}", "text/csv", False),
        ("{'application/json; charset=utf-8': {}}", "application/json; charset=utf-8", False),
    ],
)  # fmt: skip
def test_a_body_has_one_media_type(content: str, expected: str, told: bool) -> None:
    paths = (
        f"/a: {{post: {{operationId: a, tags: [a], requestBody: {{content: {content}}}, {OK}}}}}"
    )
    body = operation(paths)["requestBody"]
    file = {"type": "string", "format": "binary"}
    schema = file if expected == "text/csv" else {}
    assert list(body["content"]) == [expected]
    assert body["content"][expected]["schema"] == schema
    assert bool(notes(paths)) is told


def test_a_body_without_content_is_none() -> None:
    paths = f"/a: {{post: {{operationId: a, tags: [a], requestBody: {{}}, {OK}}}}}"
    assert "requestBody" not in operation(paths)
    assert notes(paths) == ["paths./a.post.requestBody: a body without content is left out."]


def test_bodies_and_answers_that_are_referred_to_are_inline() -> None:
    found = operation(
        "/a: {post: {operationId: make, tags: [a], requestBody: {$ref: '#/components/requestBodies/New'},"
        " responses: {'201': {$ref: '#/components/responses/Made'}}}}",
        "{requestBodies: {New: {content: {application/json: {schema: {properties: {x: {type: string}}}}}}},"
        " responses: {Made: {description: made, headers: {X: {$ref: '#/components/headers/X'}},"
        " content: {application/json: {examples: {e: {$ref: '#/components/examples/E'}}, schema: {properties: {y: {}}}}}}},"
        " headers: {X: {schema: {type: integer}}}, examples: {E: {value: 1}}}",
    )
    assert found["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/NewBody"
    }
    assert found["responses"]["201"] == {
        "description": "made",
        "headers": {"X": {"schema": {"type": "integer"}}},
        "content": {
            "application/json": {
                "examples": {"e": {"value": 1}},
                "schema": {"$ref": "#/components/schemas/MadeResponse"},
            }
        },
    }


def test_what_is_shared_is_one_class() -> None:
    found = normal(
        f"/a: {{get: {{tags: [a], operationId: a, parameters: [{{$ref: '#/components/parameters/S'}}], {OK}}}}}\n"
        f"/b: {{get: {{tags: [a], operationId: b, parameters: [{{$ref: '#/components/parameters/S'}}], {OK}}}}}",
        "{parameters: {S: {name: s, in: query, schema: {enum: [x, y]}}}}",
    )
    assert list(found.document["components"]["schemas"]) == ["SParameter"]


def test_inline_bodies_and_answers_are_named_by_operation() -> None:
    found = normal(
        "/a: {post: {operationId: make_it, tags: [a], requestBody: {content: {application/json: {schema:"
        " {properties: {x: {enum: [k]}}}}}}, responses: {'200': {content: {application/json: {schema: {properties:"
        " {y: {}}}}}}, '404': {content: {application/json: {schema: {properties: {z: {}}}}}}}}}"
    )
    schemas = found.document["components"]["schemas"]
    assert list(schemas) == ["MakeItBodyX", "MakeItBody", "MakeItResponse", "MakeItResponse404"]
    assert schemas["MakeItBody"]["x-role"] == "body"


ANSWERS: dict[str, tuple[str, list[str], list[str]]] = {
    "one for success": ("{'200': {description: ok}}", ["200"], []),
    "default beside it": (
        "{'200': {description: ok}, default: {description: not}}",
        ["200", "default"],
        [],
    ),
    "a range": ("{2xx: {description: ok}, 4XX: {description: not}}", ["2XX", "4XX"], []),
    "default alone": (
        "{default: {description: ok}, '404': {description: not}}",
        ["2XX", "404"],
        ["`default` is read as the answer to success; there is no other."],
    ),
    "none": ("{}", ["2XX"], ["there is no answer to success; it is taken to be empty."]),
    "a redirect": ("{'302': {description: away}}", ["2XX", "302"], []),
    "vendor keys beside them": ("{'200': {description: ok}, x-a: 1}", ["200"], []),
}


@pytest.mark.parametrize(("answers", "statuses", "told"), ANSWERS.values(), ids=ANSWERS.keys())
def test_answers_for_success(answers: str, statuses: list[str], told: list[str]) -> None:
    paths = f"/a: {{get: {{operationId: a, tags: [a], responses: {answers}}}}}"
    assert list(operation(paths)["responses"]) == statuses
    assert notes(paths) == [f"paths./a.get.responses: {text}" for text in told]


def test_json_comes_first_among_media_types_of_an_answer() -> None:
    paths = (
        "/a: {get: {operationId: a, tags: [a], responses: {'200': {content: {application/xml: {},"
        " application/json: {schema: {type: string}, example: x}}}}}}"
    )
    content = operation(paths)["responses"]["200"]["content"]
    assert list(content) == ["application/json", "application/xml"]
    assert content["application/json"]["examples"] == {"example": {"value": "x"}}


def test_what_an_operation_is_called() -> None:
    paths = "/v1/big-things/{id}/parts: {get: {responses: {'200': {}}}}"
    found = operation(paths)
    assert (found["operationId"], found["tags"]) == ("get_v1_big_things_id_parts", ["big_things"])
    assert notes(paths)[:2] == [
        "paths./v1/big-things/{id}/parts.get: it has no operationId and is called"
        " 'get_v1_big_things_id_parts'.",
        "paths./v1/big-things/{id}/parts.get: it has no tag and belongs to 'big_things'.",
    ]


def test_of_several_tags_the_first_counts() -> None:
    paths = f"/a: {{get: {{operationId: a, tags: [Big Things, b], {OK}}}}}"
    found = normal(paths, tags=[{"name": "Big Things", "description": "T."}, {"name": "b"}])
    (call,) = calls(found.document)
    assert call.operation["tags"] == ["big_things"]
    assert found.document["tags"] == [{"name": "big_things", "description": "T."}, {"name": "b"}]
    assert list(map(str, found.notes)) == [
        "paths./a.get.tags: it has several tags and belongs to the first, 'Big Things'.",
        "tags.Big Things: its resource is called big_things.",
    ]


def test_a_tag_may_not_hide_what_a_client_does() -> None:
    assert operation(f"/a: {{get: {{operationId: a, tags: [request], {OK}}}}}")["tags"] == [
        "request_api"
    ]


def test_settings_of_apidog_are_no_requirements() -> None:
    junk: list[Node] = [{"bearer": [], "x-apidog": {"required": True}}]
    assert operation(get("[]"), security=junk)
    assert normal(get("[]"), security=junk).document["security"] == [{"bearer": []}]
    assert "security" not in normal(get("[]"), security=[{"x-apidog": {}}]).document
    assert normal(get("[]"), security=[{}]).document["security"] == [{}]


def test_webhooks_and_callbacks_are_kept_and_told() -> None:
    hook = yaml_files.parse(
        "merged: {post: {requestBody: {content: {application/json: {schema: {properties: {x: {}}}}}}, responses: {}}}"
    )
    paths = (
        "/a: {post: {operationId: a, tags: [a], responses: {'200': {}}, callbacks: {done: {'{$url}': {post:"
        " {requestBody: {content: {application/json: {schema: {properties: {y: {}}}}}}, responses: {}}}}}}}"
    )
    found = normal(paths, webhooks=hook)
    assert list(map(str, found.notes)) == [
        "webhooks: their bodies become models; no operations are written for them.",
        "callbacks: their bodies become models; no operations are written for them.",
    ]
    received = found.document["components"]["schemas"]
    assert list(received) == ["PostADoneCallbackBody", "PostMergedBody"]
    assert not any("x-role" in schema for schema in received.values())  # it is for what is sent


def test_what_is_not_an_argument_gets_no_name() -> None:
    facts = "x-gigstack: {alternatives: {'a[b]': a_b}}"
    found = operation(
        f"/a: {{get: {{operationId: a, tags: [a], {facts}, parameters: [{{name: a_b, in: query}}, {{name: 'a[b]', in: query}},"
        " {name: m, in: query, schema: {type: object, x-role: metadata-filter, additionalProperties: true}},"
        f" {{name: metadata, in: query}}], {OK}}}}}"
    )
    names = {node["name"]: node.get("x-python-name") for node in found["parameters"]}
    assert names == {"a_b": None, "a[b]": None, "m": None, "metadata": "metadata_query"}


def test_a_path_that_is_referred_to_is_written_in() -> None:
    found = normal(
        "/a: {$ref: '#/components/pathItems/A'}",
        f"{{pathItems: {{A: {{get: {{operationId: a, tags: [a], {OK}}}}}}}}}",
    )
    assert [call.operation["operationId"] for call in calls(found.document)] == ["a"]


REFUSED = {
    "an operationId twice": (
        f"/a: {{get: {{operationId: a, tags: [x], {OK}}}}}\n/b: {{get: {{operationId: a, tags: [y], {OK}}}}}",
        "paths./b.get: the operationId 'a' is that of paths./a.get too. Give one of them another.",
    ),
    "two operationIds that are one module": (
        f"/a: {{get: {{operationId: getA, tags: [x], {OK}}}}}\n/b: {{get: {{operationId: get_a, tags: [x], {OK}}}}}",
        "paths./b.get: the operationId 'get_a' and that of paths./a.get are one Python name.",
    ),
    "a parameter twice": (
        get("[{name: q, in: query}, {name: q, in: query}]"),
        "paths./a.get: the query parameter 'q' stands twice. Remove one.",
    ),
    "a parameter in no place": (
        get("[{name: q, in: body}]"),
        "paths./a.get.parameters[0].in: a parameter cannot be in 'body'. It is in one of path,"
        " query, header, cookie.",
    ),
    "a parameter without a name": (get("[{in: query}]"), "paths./a.get.parameters[0]: `name` is missing. Add it."),
    "two parameters of one Python name": (
        get("[{name: a-b, in: query}, {name: a_b, in: query}, {name: 'a.b', in: query}]"),
        "paths./a.get: the query parameter 'a.b' and the query parameter 'a_b' would both be called a_b_query.",
    ),
    "a style that a path cannot hold": (
        get("[{name: id, in: path, style: matrix, explode: true, schema: {type: array}}]", "/a/{id}"),
        "the style 'matrix' of 'id' cannot be written into a path. Make it a plain string in an overlay.",
    ),
    "a style that is none": (get("[{name: q, in: query, style: bold}]"), "'bold' is not a style."),
    "a status that is none": (
        "/a: {get: {operationId: a, responses: {ok: {description: x}}}}",
        "paths./a.get.responses.ok: this is not a status. Write 200, 2XX or default.",
    ),
    "a path that is an address": (f"'https://a.b/c': {{get: {{{OK}}}}}", "paths.https://a.b/c: a path begins with a slash. Write the host among the servers."),
    "a path with a blank": (f"/a b: {{get: {{{OK}}}}}", "paths./a b: a path holds no spaces. Write %20."),
    "braces that do not match": (f"'/a/{{b': {{get: {{{OK}}}}}", "the braces of this path do not match. Write {name}."),
    "a part of a path twice": (f"'/a/{{b}}/{{b}}': {{get: {{{OK}}}}}", "a part of this path stands twice."),
    "a broken reference": (get("[{$ref: '#/components/parameters/Gone'}]"), "paths./a.get.parameters[0]: $ref"),
    "parameters that are no list": ("/a: {get: {parameters: {q: {}}}}", "paths./a.get.parameters: this must be a list."),
}  # fmt: skip


@pytest.mark.parametrize(("paths", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_in_one_sentence(paths: str, expected: str) -> None:
    with pytest.raises(UnusableSpec) as caught:
        normal(paths)
    assert expected in str(caught.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(UnusableSpec) as caught:
        normal("/a: {get: {tags: x, parameters: {}, responses: []}}")
    assert len(caught.value.findings) == 3


def test_a_part_of_a_path_says_its_place_if_it_must() -> None:
    body = "requestBody: {content: {application/json: {schema: {properties: {id: {}, as_id: {}}}}}}"
    found = operation(f"'/a/{{id}}': {{put: {{operationId: a, tags: [ass], {body}, {OK}}}}}")
    assert [one["x-python-name"] for one in found["parameters"]] == ["id_path"]


def test_fields_called_schema_and_example_keep_their_names() -> None:
    fields = "{schema: {type: string}, example: {type: string}, examples: {type: string}}"
    components = f"{{schemas: {{Doc: {{type: object, properties: {fields}}}}}}}"
    found = normal("{}", components).document["components"]["schemas"]["Doc"]["properties"]

    assert list(found) == ["schema", "example", "examples"]
