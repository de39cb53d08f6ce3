"""The rules by which facts are inferred, one by one, and which of them are told as guesses."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest

from gigstack_api.regenerate import facts
from gigstack_api.regenerate.document import Node, walk
from gigstack_api.regenerate.findings import UnusableSpec
from scripts.spec.model import load

TEXT: Node = {"type": "string"}
COUNT: Node = {"type": "integer"}
FLAG: Node = {"type": "boolean"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(**fields: Node) -> Node:
    return {"type": "object", "properties": fields}


def many(items: Node) -> Node:
    return {"type": "array", "items": items}


def content(schema: Node, media_type: str = "application/json") -> Node:
    return {"content": {media_type: {"schema": schema}}}


def operation(name: str = "get_thing", answer: Node | None = None, **more: Any) -> Node:
    """An operation of the tag `things`. `answer` is the schema of its success answer."""
    responses = {"200": content(answer)} if answer else {"204": {"description": "Done."}}
    return {"tags": ["things"], "operationId": name, "responses": responses, **more}


def parameters(place: str, **schemas: Node) -> list[Node]:
    return [{"name": name, "in": place, "schema": schema} for name, schema in schemas.items()]


def spec(paths: Node, schemas: Node | None = None, **more: Any) -> Node:
    return {"paths": paths, "components": {"schemas": schemas or {}}, **more}


def inferred(node: Node, method: str = "get", path: str = "/things", **schemas: Node) -> Node:
    """The facts of the only operation of a document."""
    document = facts.infer(spec({path: {method: node}}, schemas)).document
    return document["paths"][path][method]["x-gigstack"]  # type: ignore[no-any-return] # JSON


def guesses(node: Node, method: str = "get", path: str = "/things") -> list[str]:
    return [str(guess) for guess in facts.infer(spec({path: {method: node}})).guesses]


@pytest.mark.parametrize(
    ("tag", "name", "method"),
    [
        ("things", "list_things", "list"),
        ("things", "getThing", "get"),
        ("things", "getThingFiles", "get_files"),
        ("things", "GetThingByID", "get_by_id"),
        ("things", "mark_thing_as_paid", "mark_as_paid"),
        ("Big Things", "find-big-things", "find"),
        ("big_things", "get_big_part", "get_part"),
        ("companies", "list_companies", "list"),
        ("boxes", "open_box", "open"),
        ("classes", "get_class", "get"),
        ("access", "grant_access", "grant"),
        ("things", "import_things", "import_"),
        ("things", "things", "things"),
        ("parts", "list_part_things", "list"),
        ("parts", "list_things", "list_things"),
        ("things", "", "get"),
        ("things", "3d_things", "call_3_d"),
        ("things", "things/list-for-user", "list_for_user"),
        ("things", "other/list-for-user", "other_list_for_user"),
    ],
)
def test_a_method_is_called_after_its_operation_without_the_noun(
    tag: str, name: str, method: str
) -> None:
    node = {**operation(name), "tags": [tag]}

    assert inferred(node)["method"] == method


def test_an_operation_without_tag_has_a_method_too() -> None:
    node = operation("list_things")
    del node["tags"]

    assert inferred(node)["method"] == "list_things"


def test_methods_of_one_name_keep_their_whole_names() -> None:
    document = spec({"/things": {"get": operation("get_thing"), "put": operation("get_things")}})

    found = facts.infer(document)

    item = found.document["paths"]["/things"]
    assert [node["x-gigstack"]["method"] for node in item.values()] == ["get_thing", "get_things"]
    assert [str(guess) for guess in found.guesses] == [
        f"paths./things.{method}.x-gigstack.method: 'get' would name several methods of things, so "
        f"this one is {name!r}. Set method to a name of its own."
        for method, name in (("get", "get_thing"), ("put", "get_things"))
    ]


@pytest.mark.parametrize(
    ("method", "replay"),
    [
        ("get", "safe"),
        ("head", "safe"),
        ("options", "safe"),
        ("trace", "safe"),
        ("put", "idempotent"),
        ("delete", "idempotent"),
        ("patch", "once"),
        ("post", "once"),
    ],
)
def test_the_method_decides_about_repeats(method: str, replay: str) -> None:
    assert inferred(operation(), method)["replay"] == replay


KEYED_BY_HEADER = operation(parameters=parameters("header", **{"idempotency-key": TEXT}))
KEYED_BY_FIELD = operation(requestBody=content(thing(idempotency_key=TEXT)))


@pytest.mark.parametrize(
    ("node", "place"),
    [
        (KEYED_BY_HEADER, "header.Idempotency-Key"),
        (KEYED_BY_FIELD, "body.idempotency_key"),
    ],
)
def test_an_idempotency_key_makes_a_write_keyed(node: Node, place: str) -> None:
    found = inferred(node, "post")

    assert (found["replay"], found["idempotency_key"]) == ("keyed", place)
    assert guesses(node, "post") == [
        "paths./things.post.x-gigstack.replay: It is repeated with the same idempotency key when "
        "its answer is lost. If the server ignores the key, set replay to once."
    ]


def test_a_method_that_can_be_repeated_needs_no_key() -> None:
    found = inferred(KEYED_BY_FIELD, "put")

    assert found["replay"] == "idempotent"
    assert "idempotency_key" not in found


@pytest.mark.parametrize("method", ["post", "patch"])
def test_a_write_that_is_not_repeated_is_told(method: str) -> None:
    assert guesses(operation(), method) == [
        f"paths./things.{method}.x-gigstack.replay: It is not repeated when its answer is lost: a "
        "repeat might do it twice. If a repeat does no harm, set replay to idempotent."
    ]
    assert guesses({**operation(), "x-gigstack": {"replay": "once"}}, method) == []
    assert guesses(operation(), "put") == []


ITEM = thing(id=TEXT, name=TEXT)


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        (None, "empty"),
        (ITEM, "none"),
        (many(ITEM), "none"),
        (TEXT, "none"),
        (thing(data=ITEM), "data"),
        (thing(data=ITEM, message=TEXT, success=FLAG, is_last=FLAG), "data"),
        (thing(data=ITEM, owner=TEXT), "none"),
        (thing(data=TEXT), "data"),
        (thing(items=many(ITEM), total=COUNT), "items"),
        (thing(results=many(ITEM), data=ITEM), "none"),
        (thing(items=ITEM), "none"),
        ({"allOf": [thing(data=ITEM), thing(message=TEXT)]}, "data"),
        ({"anyOf": [thing(data=ITEM), {"type": "null"}]}, "data"),
    ],
)
def test_the_value_stands_in_the_envelope(answer: Node | None, place: str) -> None:
    assert inferred(operation(answer=answer))["unwrap"] == place


def test_the_answer_is_the_first_success_or_the_default() -> None:
    node = operation(answer=ITEM)
    node["responses"] = {"404": content(thing(data=TEXT)), "201": content(thing(data=ITEM))}
    assert inferred(node)["unwrap"] == "data"

    node["responses"] = {"404": {"description": "No."}, "default": content(thing(data=ITEM))}
    assert inferred(node)["unwrap"] == "data"

    node["responses"] = {}
    assert inferred(node)["unwrap"] == "empty"


CURSOR = thing(data=many(ITEM), next=TEXT)
PLAIN = thing(data=many(ITEM))


@pytest.mark.parametrize(
    ("query", "answer", "paging", "place"),
    [
        (["next"], CURSOR, "next", "data"),
        (["cursor"], thing(data=many(ITEM), next_cursor=TEXT), "cursor", "data"),
        (["starting_after"], CURSOR, "starting_after", "data"),
        (["next", "page"], CURSOR, "next", "data"),
        (["page", "limit"], PLAIN, "page", "data"),
        (["limit"], PLAIN, "single", "data"),
        (["starting_after"], PLAIN, None, "none"),
        (["offset"], PLAIN, None, "none"),
        (["page_token"], PLAIN, None, "none"),
        (["page"], many(ITEM), None, "none"),
        (["page"], thing(data=ITEM), None, "data"),
    ],
)
def test_pages_follow_each_other_as_parameters_and_answer_say(
    query: list[str], answer: Node, paging: str | None, place: str
) -> None:
    node = operation(answer=answer, parameters=parameters("query", **dict.fromkeys(query, COUNT)))

    found = inferred(node)

    assert (found.get("paging"), found["unwrap"]) == (paging, place)


def test_a_list_that_another_method_answers_has_no_pages() -> None:
    found = inferred(operation(answer=PLAIN), "post")

    assert (found.get("paging"), found["unwrap"]) == (None, "data")


def test_a_way_to_page_that_is_not_known_is_told() -> None:
    node = operation(answer=PLAIN, parameters=parameters("query", offset=COUNT))

    assert guesses(node) == [
        "paths./things.get.x-gigstack.paging: It may page by offset in a way that is not known, so "
        "one page is returned. Pass the parameter of the next page yourself."
    ]
    assert guesses(operation(answer=ITEM, parameters=node["parameters"])) == []
    assert guesses(operation(answer=CURSOR, parameters=parameters("query", page=COUNT))) == []


@pytest.mark.parametrize(
    ("media_type", "file_name"),
    [("application/pdf", "{id}.pdf"), ("text/csv; charset=utf-8", "{id}.csv"), ("x/y", "{id}")],
)
def test_an_answer_that_is_not_json_is_a_file(media_type: str, file_name: str) -> None:
    node = operation(parameters=parameters("path", id=TEXT))
    node["responses"] = {"200": content({"type": "string", "format": "binary"}, media_type)}

    found = inferred(node, path="/things/{id}/file")

    assert found["unwrap"] == "none"
    assert found["download"] == {
        "media_type": media_type.partition(";")[0],
        "file_name": file_name,
        "fields": [],
    }


def test_a_file_of_no_path_parameter_is_called_file() -> None:
    node = operation()
    node["responses"] = {"200": content({}, "application/zip")}

    assert inferred(node)["download"]["file_name"] == "file.zip"


@pytest.mark.parametrize("media_type", ["application/json", "application/hal+json", "text/plain"])
def test_json_and_plain_text_are_no_files(media_type: str) -> None:
    node = operation()
    node["responses"] = {"200": content(TEXT, media_type)}

    assert "download" not in inferred(node)


def paths_of_things(**others: Node) -> Node:
    read = operation("get_thing", ref("Thing"), parameters=parameters("path", id=TEXT))
    return {"/things/{id}": {"delete": operation("delete_thing"), "get": read}, **others}


def ids(document: Node, path: str, method: str) -> Node:
    found = facts.infer(document).document["paths"][path][method]["x-gigstack"]
    return found.get("ids", {})  # type: ignore[no-any-return] # JSON


def test_a_path_id_is_that_of_the_model_which_the_path_answers() -> None:
    tags = operation("list_tags", parameters=parameters("path", id=TEXT, tag=TEXT))
    paths = paths_of_things(**{"/things/{id}/tags/{tag}": {"put": tags}})

    assert ids(spec(paths, {"Thing": ITEM}), "/things/{id}/tags/{tag}", "put") == {
        "id": {"Thing": "id"}
    }


def test_a_path_id_of_another_path_is_that_of_the_resource() -> None:
    reset = operation("reset_thing", parameters=parameters("path", id=TEXT))
    paths = paths_of_things(**{"/things/reset/{id}": {"post": reset}})

    assert ids(spec(paths, {"Thing": ITEM}), "/things/reset/{id}", "post") == {
        "id": {"Thing": "id"}
    }


@pytest.mark.parametrize(
    ("parameter", "model", "field"),
    [
        ("id", thing(id=COUNT), "id"),
        ("id", thing(uuid=TEXT), "uuid"),
        ("uuid", thing(id=TEXT, uuid=TEXT), "uuid"),
        ("thing_id", thing(id=TEXT, thing_id=TEXT), "id"),
        ("rfc", thing(rfc=TEXT), "rfc"),
        ("id", thing(id=TEXT, uuid={**TEXT, "x-always": True}), "uuid"),
        ("id", thing(name=TEXT), None),
        ("id", thing(id=FLAG), None),
    ],
)
def test_the_field_of_an_id(parameter: str, model: Node, field: str | None) -> None:
    path = f"/things/{{{parameter}}}"
    node = operation(answer=ref("Thing"), parameters=parameters("path", **{parameter: TEXT}))
    expected = {parameter: {"Thing": field}} if field else {}

    assert ids(spec({path: {"get": node}}, {"Thing": model}), path, "get") == expected


def test_a_schema_that_refers_to_itself_ends() -> None:
    loop = {"anyOf": [{"anyOf": [ref("Loop")]}]}
    document = spec({"/things": {"get": operation(answer=ref("Loop"))}}, {"Loop": loop})

    facts_of = facts.infer(document).document["paths"]["/things"]["get"]["x-gigstack"]

    assert facts_of["unwrap"] == "none"


def test_an_id_is_looked_up_in_the_envelope() -> None:
    read = operation(answer=ref("Envelope"), parameters=parameters("path", id=TEXT))
    schemas = {
        "Envelope": thing(data={"anyOf": [ref("Thing"), {"type": "null"}]}),
        "Thing": ITEM,
    }
    document = spec({"/things/{id}": {"get": read}}, schemas)
    assert ids(document, "/things/{id}", "get") == {"id": {"Thing": "id"}}

    read["x-gigstack"] = {"unwrap": "empty"}
    assert ids(document, "/things/{id}", "get") == {}


def test_ids_that_are_said_are_added_to_those_that_are_inferred() -> None:
    tags = operation(parameters=parameters("path", id=TEXT, tag=TEXT))
    tags["x-gigstack"] = {"ids": {"tag": {"Thing": "name"}}}
    paths = paths_of_things(**{"/things/{id}/tags/{tag}": {"put": tags}})

    assert ids(spec(paths, {"Thing": ITEM}), "/things/{id}/tags/{tag}", "put") == {
        "id": {"Thing": "id"},
        "tag": {"Thing": "name"},
    }


def test_units_limits_and_spellings_of_arguments() -> None:
    node = operation(
        parameters=parameters(
            "query",
            **{
                "created_gte": {**COUNT, "x-unit": "s", "minimum": 0},
                "created[gte]": {**COUNT, "x-unit": "s"},
                "limit": {**COUNT, "minimum": 1, "maximum": 100},
                "page": {**COUNT, "minimum": 1},
                "old[name]": TEXT,
            },
        ),
        requestBody=content(thing(date={**COUNT, "x-unit": "ms"}, name=TEXT)),
    )

    found = inferred(node)

    assert found["alternatives"] == {"created[gte]": "created_gte"}
    assert found["times"] == {"created_gte": "s", "date": "ms"}
    assert found["ranges"] == {"created_gte": [0, None], "limit": [1, 100], "page": [1, None]}


def test_a_filter_by_metadata_is_no_argument() -> None:
    node = operation(parameters=parameters("query", metadata=ref("Filter"), name=TEXT))
    keys = {"type": "object", "patternProperties": {"^metadata[.].+$": TEXT}}
    document = facts.infer(spec({"/things": {"get": node}}, {"Filter": keys})).document

    assert document["components"]["schemas"]["Filter"]["x-role"] == "metadata-filter"
    assert document["paths"]["/things"]["get"]["x-gigstack"]["metadata_filter"] is True
    assert "metadata_filter" not in inferred(operation())


def test_parameters_of_the_path_and_by_reference_count() -> None:
    document = spec(
        {
            "/things": {
                "parameters": [
                    {"$ref": "#/components/parameters/Limit"},
                    {"name": "page", "in": "query", "schema": {**COUNT, "minimum": 0}},
                ],
                "get": operation(
                    parameters=[{"name": "page", "in": "query", "schema": {**COUNT, "minimum": 1}}]
                ),
            }
        }
    )
    document["components"]["parameters"] = {
        "Limit": {"name": "limit", "in": "query", "schema": {**COUNT, "maximum": 9}}
    }

    found = facts.infer(document).document["paths"]["/things"]["get"]["x-gigstack"]

    assert found["ranges"] == {"limit": [None, 9], "page": [1, None]}


@pytest.mark.parametrize(
    ("own", "anonymous"),
    [("[]", True), ("[{}]", True), ('[{"bearer": []}, {}]', False), ("null", False)],
)
def test_an_operation_without_security_is_anonymous(own: str, anonymous: bool) -> None:
    node = operation(security=json.loads(own))

    assert inferred(node).get("anonymous", False) is anonymous


def test_bodies_stamp_where_their_tag_says_so() -> None:
    body = content(ITEM)
    paths = {
        "/things": {
            "post": operation(requestBody=body),
            "get": operation(),
            "put": operation(requestBody=content(ITEM, "multipart/form-data")),
            "patch": {**operation(requestBody=body), "tags": ["other"]},
        }
    }
    document = spec(paths, tags=[{"name": "things", "x-stamps": True}, {"name": "other"}])

    found = facts.infer(document).document["paths"]["/things"]

    assert [method for method, node in found.items() if node["x-gigstack"].get("stamps")] == [
        "post"
    ]


def test_docs_are_those_of_the_operation_or_the_document() -> None:
    paths = {
        "/things": {"get": operation(externalDocs={"url": "https://one"}), "put": operation()},
    }
    found = facts.infer(spec(paths, externalDocs={"url": "https://all"})).document["paths"]
    assert [node["x-gigstack"]["docs"] for node in found["/things"].values()] == [
        "https://one",
        "https://all",
    ]
    assert inferred(operation())["docs"] == ""


def test_a_spec_is_evidence_and_a_call_gets_thirty_seconds() -> None:
    found = inferred(operation())

    assert (found["evidence"], found["deadline_s"]) == ("documented", 30)
    assert "costs" not in found


def test_what_the_document_says_wins() -> None:
    said = {
        "method": "fetch",
        "evidence": "inferred",
        "replay": "once",
        "deadline_s": 90,
        "unwrap": "none",
        "docs": "https://docs",
        "x-own": 1,
    }

    found = inferred({**operation(answer=thing(data=ITEM)), "x-gigstack": said})

    assert said.items() <= found.items()


def role_of(name: str, schemas: Node, **operations: Node) -> str | None:
    document = facts.infer(spec({"/things": operations}, schemas)).document
    return document["components"]["schemas"][name].get("x-role")  # type: ignore[no-any-return]


def test_a_component_that_is_only_sent_is_a_body() -> None:
    sends = operation(requestBody=content(ref("A")))
    reads = operation(answer=ref("A"))

    assert role_of("A", {"A": ITEM}, post=sends) == "body"
    assert role_of("A", {"A": ITEM}, post=sends, get=reads) is None
    assert role_of("A", {"A": ITEM, "B": thing(a=ref("A"))}, post=sends) is None
    assert role_of("A", {"A": {"type": "object"}}, post=sends) == "body"
    assert role_of("A", {"A": TEXT}, post=sends) is None


def test_a_component_that_only_wraps_a_value_is_an_envelope() -> None:
    reads = operation(answer=ref("A"))
    both = operation(answer=ref("A"))
    both["responses"]["201"] = both["responses"]["200"]

    assert role_of("A", {"A": thing(data=ITEM)}, get=reads) == "envelope"
    assert role_of("A", {"A": thing(data=ITEM)}, get=both) == "envelope"
    assert role_of("A", {"A": ITEM}, get=reads) is None
    assert role_of("A", {"A": thing(data=ITEM, a=ref("A"))}, get=reads) is None


def test_an_object_without_fields_is_free_form() -> None:
    reads = operation(answer=thing(data=ref("A")))

    assert role_of("A", {"A": {"type": "object"}}, get=reads) == "free-form"
    assert role_of("A", {"A": {"type": "object", "additionalProperties": {}}}) == "free-form"
    assert role_of("A", {"A": {"type": "object", "additionalProperties": TEXT}}) is None
    assert role_of("A", {"A": {"type": "object", "allOf": [ITEM]}}) is None
    assert role_of("A", {"A": {"type": "object", "x-role": "body"}}) == "body"


def field(name: str, schema: Node) -> tuple[Node, list[str]]:
    """A field after inference, and the guesses."""
    found = facts.infer(spec({}, {"Thing": thing(**{name: schema})}))
    schema = found.document["components"]["schemas"]["Thing"]["properties"][name]
    return schema, [str(guess) for guess in found.guesses]


@pytest.mark.parametrize(
    ("name", "schema", "unit"),
    [
        ("date", {**COUNT, "description": "When (Unix seconds)."}, "s"),
        ("date", {**COUNT, "description": "When (Unix milliseconds)."}, "ms"),
        ("date", {"type": ["number", "null"], "description": "In Unix milliseconds."}, "ms"),
        ("date", {**COUNT, "description": "Unix milliseconds, unlike the seconds of a."}, "ms"),
        ("date", {**COUNT, "description": "A Unix time, taken to be milliseconds."}, "ms"),
        ("date", {**COUNT, "description": "A Unix time in seconds or milliseconds."}, None),
        ("wait", {**COUNT, "description": "How long, in seconds."}, None),
        ("date", {**COUNT, "format": "unix-time"}, "s"),
        ("created_at", {**TEXT, "description": "In Unix seconds."}, None),
        ("created_at", {"type": "number"}, None),
        ("date", COUNT, None),
        ("created_at", {**COUNT, "x-unit": "ms"}, "ms"),
    ],
)
def test_the_unit_of_a_time(name: str, schema: Node, unit: str | None) -> None:
    found, told = field(name, schema)

    assert found.get("x-unit") == unit
    assert told == []


@pytest.mark.parametrize("name", ["created_at", "createdAt"])
def test_a_time_that_only_its_name_tells_is_a_guess(name: str) -> None:
    found, told = field(name, COUNT)

    assert found["x-unit"] == "s"
    assert told == [
        f"components.schemas.Thing.{name}.unit: The time is taken to be in seconds. Set x-unit."
    ]


def test_a_parameter_has_its_unit_too() -> None:
    since = {**COUNT, "description": "Unix milliseconds."}

    assert inferred(operation(parameters=parameters("query", since=since)))["times"] == {
        "since": "ms"
    }


def test_secrets_are_known_by_their_names() -> None:
    assert field("password", TEXT)[0]["x-secret"] is True
    assert field("login", ref("Thing"))[0]["x-secret"] is True
    assert "x-secret" not in field("passed", FLAG)[0]
    assert "x-secret" not in field("name", TEXT)[0]
    assert field("token", {**TEXT, "x-secret": False})[0]["x-secret"] is False


def test_a_note_stays_beside_its_description() -> None:
    noted = {"description": "A text.", "x-note": "Settled: one."}
    assert field("a", noted)[0] == noted


def tolerant(schemas: Node, answer: Node | None = None) -> Node:
    """The schemas of a tolerant document. One answer is the component A."""
    answer = answer or content(ref("A"))
    node = {**operation(), "responses": {"200": answer}}
    document = spec({"/things": {"get": node}}, schemas, **{"x-tolerant": True})
    return facts.infer(document).document["components"]["schemas"]  # type: ignore[no-any-return]


def test_fields_of_answers_may_be_null_in_a_tolerant_document() -> None:
    found = tolerant(
        {
            "A": {"required": ["a"], **thing(a=TEXT, b=ref("B"), c={"anyOf": [TEXT, COUNT]})},
            "B": thing(a={"type": ["string", "integer"]}, b={**ref("C"), "description": "One."}),
            "C": thing(a={}, b={"type": ["string", "null"]}, c=ref("N")),
            "N": {"type": ["object", "null"], "properties": {"a": TEXT}},
            "Sent": {"required": ["a"], **thing(a=TEXT)},
        }
    )

    null = {"type": "null"}
    assert found["A"] == thing(
        a={"type": ["string", "null"]},
        b={"anyOf": [ref("B"), null]},
        c={"anyOf": [TEXT, COUNT, null]},
    )
    assert found["B"]["properties"] == {
        "a": {"type": ["string", "integer", "null"]},
        "b": {"anyOf": [ref("C"), null], "description": "One."},
    }
    assert found["C"]["properties"] == {"a": {}, "b": {"type": ["string", "null"]}, "c": ref("N")}
    assert found["Sent"] == {"required": ["a"], **thing(a=TEXT)}


def test_a_component_of_several_kinds_may_be_null_already() -> None:
    found = tolerant({"A": thing(a=ref("U")), "U": {"anyOf": [TEXT, {"type": "null"}]}})

    assert found["A"]["properties"] == {"a": ref("U")}


def test_a_reference_around_itself_ends() -> None:
    answer = {"$ref": "#/components/responses/R"}
    document = spec({"/things": {"get": {**operation(), "responses": {"200": answer}}}})
    document["components"]["responses"] = {"R": {"description": "x", "headers": {"A": answer}}}
    document["x-tolerant"] = True

    assert facts.infer(document).document["x-tolerant"] is True


def test_the_array_of_an_envelope_is_never_null() -> None:
    found = tolerant({"A": thing(data=many(TEXT), message=TEXT)})

    assert found["A"]["properties"] == {
        "data": many(TEXT),
        "message": {"type": ["string", "null"]},
    }


def test_answers_are_followed_through_references() -> None:
    document = spec(
        {
            "/things": {
                "get": {**operation(), "responses": {"200": {"$ref": "#/components/responses/R"}}}
            }
        },
        {"A": thing(a=TEXT), "B": thing(a=TEXT)},
        webhooks={"event": {"post": {"requestBody": content(ref("B"))}}},
    )
    document["components"]["responses"] = {"R": content(ref("A"))}
    document["x-tolerant"] = True

    found = facts.infer(document).document["components"]["schemas"]

    assert [found[name]["properties"]["a"]["type"] for name in "AB"] == [["string", "null"]] * 2


def test_enums_are_open_in_a_tolerant_document() -> None:
    found = tolerant(
        {
            "Kind": {"type": "string", "enum": ["a"]},
            "Sent": thing(
                a=ref("Kind"),
                b={**ref("Kind"), "description": "One."},
                c=many(ref("Kind")),
                d={"anyOf": [ref("Kind"), COUNT]},
                e={"anyOf": [ref("Kind"), TEXT]},
                f={**ref("Sent"), "description": "Itself."},
            ),
        },
        content(TEXT),
    )

    assert found["Sent"]["properties"] == {
        "a": {"anyOf": [ref("Kind"), TEXT]},
        "b": {"anyOf": [ref("Kind"), TEXT], "description": "One."},
        "c": many({"anyOf": [ref("Kind"), TEXT]}),
        "d": {"anyOf": [ref("Kind"), TEXT, COUNT]},
        "e": {"anyOf": [ref("Kind"), TEXT]},
        "f": {"anyOf": [ref("Sent")], "description": "Itself."},
    }


def test_a_document_that_does_not_say_so_is_not_opened() -> None:
    schemas: Node = {"A": {"required": ["a"], **thing(a=TEXT)}}
    paths = {"/things": {"get": operation(answer=ref("A"))}}

    assert facts.infer(spec(paths, schemas)).document["components"]["schemas"] == schemas


def test_a_document_stays_as_it_is() -> None:
    document = spec({"/things": {"get": operation(answer=ref("A"))}}, {"A": thing(key=TEXT)})
    before = json.dumps(document)

    facts.infer(document)

    assert json.dumps(document) == before


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"paths": None, "components": []},
        {"paths": {"/a": {"get": {}, "parameters": {}}}},
        {"paths": {"/a": {"get": {"tags": 3, "parameters": 7, "responses": [], "security": 1}}}},
        {"paths": {"/a": {"get": {"requestBody": {"content": {"a/b": None}}, "tags": []}}}},
        {"paths": {}, "tags": "none", "components": {"schemas": {"A": {"properties": []}}}},
    ],
)
def test_a_malformed_document_is_left_to_the_checks(document: Node) -> None:
    assert facts.infer(document).document.keys() == document.keys()


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [None], [7], {"$ref": "#/paths"}])
def test_a_malformed_part_is_no_reason_to_stop(value: object) -> None:
    read = operation(answer=ref("A"), parameters=parameters("query", a={**COUNT, "minimum": 0}))
    kinds = {"anyOf": [ref("B"), TEXT]}
    whole = spec(
        {
            "/things": {
                "get": read,
                "parameters": [],
                "post": {**read, "requestBody": content(ref("A"))},
            }
        },
        {"A": thing(data=ref("B"), kind=kinds, token=TEXT), "B": {**TEXT, "enum": ["a"]}},
        **{"x-tolerant": True, "tags": [{"name": "things", "x-stamps": True}]},
    )
    frozen = json.dumps(whole)
    for place in range(len([*walk(whole)])):
        for key in [*walk(whole)][place][1]:
            broken = json.loads(frozen)
            [*walk(broken)][place][1][key] = value
            with suppress(UnusableSpec):
                facts.infer(broken)


def test_our_spec_has_all_facts_and_no_guesses() -> None:
    spec_of_gigstack = load()

    found = facts.infer(spec_of_gigstack)

    assert found.document == spec_of_gigstack
    assert found.guesses == ()
