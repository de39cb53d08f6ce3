"""Any OpenAPI document can be served: what it does not describe as a resource has its examples."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.__main__ import main
from gigstack_api.sandbox.spec_files import read_spec

pytestmark = pytest.mark.anyio


def spec(paths: Mapping[str, Any], **components: Any) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "Other", "version": "1"},
        "paths": paths,
        "components": components,
    }


def json_of(schema: Any = None, **parts: Any) -> dict[str, Any]:
    media = {**({} if schema is None else {"schema": schema}), **parts}
    return {"description": "", "content": {"application/json": media}}


@asynccontextmanager
async def serving(document: dict[str, Any], **headers: str) -> AsyncGenerator[httpx.AsyncClient]:
    sandbox = Sandbox(spec=document)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(sandbox.app),
        base_url="http://127.0.0.1/v2",
        headers=headers,
    ) as http:
        yield http


PET = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "tag": {"type": "string", "nullable": True},
        "secret": {"type": "string", "writeOnly": True},
        "createdAt": {"type": "string", "format": "date-time"},
        "updated": {"type": "string", "format": "date"},
    },
}
REF = {"$ref": "#/components/schemas/Pet%20One"}
NEW = {"type": "object", "properties": PET["properties"]}
PETS = spec(
    {
        "/pets": {
            "get": {
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                    {"name": "offset", "in": "query", "schema": {"type": "integer"}},
                    {"name": "tag", "in": "query", "schema": {"type": "string"}},
                ],
                "responses": {"200": json_of({"type": "array", "items": REF})},
            },
            "post": {"requestBody": json_of(NEW), "responses": {"201": json_of(REF)}},
        },
        "/pets/{petId}": {
            "get": {"responses": {"200": json_of(REF)}},
            "patch": {"requestBody": json_of(NEW), "responses": {"default": json_of(REF)}},
            "delete": {"responses": {"200": json_of(REF)}},
        },
        "/pets/{petId}/toys": {
            "post": {"requestBody": json_of({}), "responses": {"200": json_of({})}},
            "get": {"responses": {"200": json_of({"type": "array", "items": {}})}},
        },
    },
    schemas={"Pet One": PET},
)


async def test_a_resource_without_envelope_is_remembered() -> None:
    async with serving(PETS) as http:
        body = {"name": "Rex", "id": 7, "tag": None, "secret": "x"}
        assert (await http.post("/pets", json={"name": "Ana", "tag": "b"})).json()["id"] == 1
        made = (await http.post("/pets", json=body)).json()
        assert {name: made[name] for name in ("name", "id", "tag")} == {
            "name": "Rex",
            "id": 7,
            "tag": None,
        }
        assert "secret" not in made
        assert made["createdAt"].endswith("Z")
        assert len(made["updated"]) == 10
        listed = (await http.get("/pets")).json()
        assert [pet["id"] for pet in listed] == [1, 7]
        assert [pet["id"] for pet in (await http.get("/pets?tag=b")).json()] == [1]
        assert [pet["id"] for pet in (await http.get("/pets?limit=1&offset=1")).json()] == [7]
        changed = (await http.patch("/pets/7", json={"name": "Max", "id": 9})).json()
        assert (changed["name"], changed["id"]) == ("Max", 7)
        gone = await http.delete("/pets/7")
        assert (gone.status_code, gone.json()["name"]) == (200, "Max")
        assert (await http.get("/pets/7")).status_code == 404


async def test_resources_below_another_are_kept_apart() -> None:
    async with serving(PETS) as http:
        for name in ("A", "B"):
            await http.post("/pets", json={"name": name})
        await http.post("/pets/1/toys", json={"kind": "ball"})
        (toy,) = (await http.get("/pets/1/toys")).json()
        assert toy["kind"] == "ball"
        assert toy["id"].startswith("toy_")
        assert (await http.get("/pets/2/toys")).json() == []
        assert (await http.get("/pets/3/toys")).status_code == 404


def action(answer: Any, **parts: Any) -> dict[str, Any]:
    return spec({"/actions/run": {"post": {"responses": {"200": answer}, **parts}}})


@pytest.mark.parametrize(
    ("answer", "document"),
    [
        (json_of({}, example={"a": 1}), {"a": 1}),
        (json_of({}, examples={"x": {"summary": ""}, "y": {"value": [1]}}), [1]),
        (json_of({"type": "array", "items": {"type": "integer", "minimum": 3}}), [3]),
        (
            json_of({"type": "object", "properties": {"email": {"type": "string"}}}),
            {"email": "ana@ejemplo.com"},
        ),
        (json_of({"type": "boolean"}), False),
    ],
)
async def test_other_operations_answer_with_examples_or_values(answer: Any, document: Any) -> None:
    async with serving(action(answer)) as http:
        found = await http.post("/actions/run")
    assert (found.status_code, found.json()) == (200, document)


@pytest.mark.parametrize(
    ("media_type", "media", "content"),
    [
        ("application/pdf", {}, b"%PDF-1.4\n%%EOF\n"),
        ("text/csv", {"example": "a,b"}, b"a,b"),
        ("text/x-data", {"example": {"a": 1}}, b'{"a": 1}'),
        ("application/octet-stream", {}, b"sandbox"),
    ],
)
async def test_files_are_answered_as_files(
    media_type: str, media: dict[str, Any], content: bytes
) -> None:
    async with serving(action({"content": {media_type: media}})) as http:
        found = await http.post("/actions/run")
    assert found.content == content
    assert found.headers["content-type"].startswith(media_type)


@pytest.mark.parametrize("responses", [{"204": {"description": ""}}, {}])
async def test_operations_without_content_answer_without(responses: Any) -> None:
    document = spec({"/actions/run": {"post": {"responses": responses}}})
    async with serving(document) as http:
        found = await http.post("/actions/run")
    assert (found.status_code, found.content) == (204 if responses else 200, b"")
    assert "content-type" not in found.headers


@pytest.mark.parametrize(
    ("body", "sent", "status"),
    [
        (json_of({"type": "array", "items": {"type": "integer"}}), {"json": [1]}, 200),
        (json_of({"type": "array", "items": {"type": "integer"}}), {"json": ["x"]}, 400),
        (json_of({"type": "string"}), {"json": "text"}, 200),
        ({"content": {"text/plain": {"schema": {"type": "string"}}}}, {"content": b"text"}, 200),
        ({"content": {"application/octet-stream": {}}}, {"content": b"\xff"}, 200),
    ],
)
async def test_bodies_of_any_kind_are_taken(
    body: dict[str, Any], sent: dict[str, Any], status: int
) -> None:
    async with serving(action(json_of({}), requestBody=body)) as http:
        assert (await http.post("/actions/run", **sent)).status_code == status


FORM = {
    "type": "object",
    "required": ["count"],
    "properties": {
        "count": {"type": "integer"},
        "rate": {"type": "number"},
        "on": {"type": "boolean"},
        "file": {"type": "string", "format": "binary"},
    },
}


@pytest.mark.parametrize(
    ("media_type", "sent", "status"),
    [
        (
            "application/x-www-form-urlencoded",
            {"data": {"count": "3", "rate": "0.5", "on": "true"}},
            201,
        ),
        ("application/x-www-form-urlencoded", {"data": {"count": "x"}}, 400),
        ("multipart/form-data", {"data": {"count": "3"}, "files": {"file": ("a", b"x")}}, 201),
        ("multipart/form-data", {"files": {"file": ("a", b"x")}}, 400),
    ],
)
async def test_forms_have_typed_fields(media_type: str, sent: Any, status: int) -> None:
    operation = {
        "requestBody": {"content": {media_type: {"schema": FORM}}},
        "responses": {"201": json_of({"type": "object"})},
    }
    document = spec({"/things": {"post": operation, "get": {"responses": {}}}})
    async with serving(document) as http:
        answer = await http.post("/things", **sent)
    assert answer.status_code == status
    if status == 201:
        assert answer.json()["count"] == 3


@pytest.mark.parametrize(
    ("query", "data", "envelope"),
    [
        ("page=2&per_page=2", [3], {"page": 2, "total": 3, "total_pages": 2, "has_more": False}),
        ("per_page=2", [1, 2], {"page": 1, "total": 3, "total_pages": 2, "has_more": True}),
        ("starting_after=1", [2, 3], {"page": 1, "total": 3, "total_pages": 1, "has_more": False}),
    ],
)
async def test_lists_have_the_paging_of_the_spec(
    query: str, data: list[int], envelope: dict[str, Any]
) -> None:
    thing = {"type": "object", "properties": {"id": {"type": "integer"}}}
    page = {
        "type": "object",
        "properties": {
            "things": {"type": "array", "items": thing},
            "page": {"type": "integer"},
            "total": {"type": "integer"},
            "total_pages": {"type": "integer"},
            "has_more": {"type": "boolean"},
        },
    }
    wrapped = {"type": "object", "properties": {"success": {}, "thing": thing}}
    names = ("page", "per_page", "starting_after")
    parameters = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in names]
    document = spec(
        {
            "/things": {
                "parameters": parameters,
                "get": {"responses": {"200": json_of(page)}},
                "post": {"requestBody": json_of(thing), "responses": {"201": json_of(wrapped)}},
            }
        }
    )
    async with serving(document) as http:
        for _ in range(3):
            made = (await http.post("/things", json={})).json()
            assert made["success"] is True
            assert "id" in made["thing"]
        found = (await http.get(f"/things?{query}")).json()
    assert [thing["id"] for thing in found.pop("things")] == data
    assert found == envelope


async def test_keys_may_be_in_the_header_that_the_spec_names() -> None:
    document: dict[str, Any] = {
        **action(json_of({})),
        "security": [{"key": []}],
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}
        },
    }
    async with serving(document) as http:
        assert (await http.post("/actions/run")).status_code == 401
        headers = {"X-Key": Sandbox().key()}
        assert (await http.post("/actions/run", headers=headers)).status_code == 200


async def test_an_operation_of_our_id_elsewhere_is_not_ours() -> None:
    answer = {"get": {"operationId": "list_clients", "responses": {"200": json_of({}, example=3)}}}
    async with serving(spec({"/customers": answer})) as http:
        assert (await http.get("/customers")).json() == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is neither YAML nor JSON"),
        ("[]", "is not an OpenAPI document"),
        ('{"swagger": "2.0"}', "is not an OpenAPI document of version 3.0 or 3.1"),
        ('{"openapi": "3.1.0", "paths": []}', "of version 3.0 or 3.1 with paths"),
        (
            '{"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"$ref": "b.yaml#"}]}}}}',
            "is not in the same file",
        ),
        (
            '{"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"$ref": "#/x"}]}}}}',
            "cannot be served: KeyError",
        ),
    ],
)
def test_what_cannot_be_served_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(content)
    with pytest.raises(ValueError, match=said):
        read_spec(path)


def test_a_missing_file_is_refused_by_the_command(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"gigstack sandbox: cannot read .*missing.yaml"):
        main(["--spec", str(tmp_path / "missing.yaml"), "--port", "0"])


def test_keys_of_answers_may_be_numbers(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("openapi: 3.0.0\npaths: {/a: {get: {responses: {200: {description: x}}}}}\n")
    (operation,) = read_spec(path).operations
    assert (operation.id, operation.name) == ("get /a", "api.get /a")
    assert list(operation.responses) == ["200"]


def test_bounds_of_3_0_are_those_of_3_1() -> None:
    schema = {"type": "integer", "minimum": 0, "exclusiveMinimum": True}
    document = spec({}, schemas={"A": schema})
    found = read_spec(document).document["components"]["schemas"]["A"]
    assert found == {"type": "integer", "exclusiveMinimum": 0}
    assert json.loads(json.dumps(schema))["minimum"] == 0


def crud(create: Any, delete: Any, **facts: str) -> dict[str, Any]:
    """A resource whose creation and deletion have these answers."""
    thing = {"type": "object", "properties": {"id": {"type": "string"}, "a": {"type": "integer"}}}
    found = json_of({"anyOf": [{"type": "null"}, thing]})
    return spec(
        {
            "/things": {
                "post": {"requestBody": json_of(thing), "responses": create},
                "get": {"responses": {"200": json_of({"type": "array", "items": thing})}},
            },
            "/things/{id}": {
                "get": {"responses": {"200": found}},
                "delete": {"responses": delete, "x-gigstack": facts},
            },
        }
    )


ENVELOPE = {
    "type": "object",
    "required": ["code"],
    "properties": {
        "message": {"type": "string"},
        "code": {"type": "integer", "const": 0},
        "data": {"type": "object", "properties": {"id": {"type": "string"}}},
    },
}
MESSAGE = {"type": "object", "properties": {"message": {"type": "string"}, "b": {"type": "array"}}}


@pytest.mark.parametrize(
    ("answer", "facts", "document"),
    [
        (json_of(ENVELOPE), {}, {"message": "Thing deleted", "code": 0, "data": {"id": "t1"}}),
        (
            json_of(ENVELOPE),
            {"unwrap": "empty"},
            {"message": "Thing deleted", "code": 0, "data": {}},
        ),
        (json_of(MESSAGE), {"unwrap": "empty"}, {"message": "Thing deleted"}),
    ],
)
async def test_deletions_answer_in_the_form_of_the_spec(
    answer: Any, facts: dict[str, str], document: Any
) -> None:
    async with serving(crud({"201": {"description": ""}}, {"200": answer}, **facts)) as http:
        made = await http.post("/things", json={"id": "t1", "a": 1})
        assert (made.status_code, made.content) == (201, b"")
        assert (await http.get("/things/t1")).json() == {"id": "t1", "a": 1}
        gone = await http.delete("/things/t1")
    assert gone.json() == document


async def test_resources_that_no_answer_describes_have_no_state() -> None:
    nothing = {"204": {"description": ""}}
    document = spec(
        {
            "/things": {"post": {"requestBody": json_of({}), "responses": nothing}},
            "/things/{id}": {
                "put": {"requestBody": json_of({}), "responses": nothing},
                "delete": {"responses": nothing},
                "head": {"responses": nothing},
            },
        }
    )
    async with serving(document) as http:
        for method in ("PUT", "DELETE", "HEAD"):
            body: Any = {"json": {}} if method == "PUT" else {}
            answer = await http.request(method, "/things/1", **body)
            assert (answer.status_code, answer.content) == (204, b"")


async def test_facts_say_where_a_nested_value_is() -> None:
    thing = {"type": "object", "properties": {"id": {"type": "string"}}}
    schema = {"properties": {"result": {"properties": {"thing": thing}}}}
    document = spec(
        {
            "/things": {
                "post": {
                    "requestBody": json_of(thing),
                    "responses": {"201": json_of(schema)},
                    "x-gigstack": {"unwrap": "result.thing"},
                },
                "get": {"responses": {"200": json_of({"type": "array", "items": thing})}},
            }
        }
    )
    async with serving(document) as http:
        made = await http.post("/things", json={"id": "t1"})
        assert made.json() == {"result": {"thing": {"id": "t1"}}}
        assert (await http.get("/things")).json() == [{"id": "t1"}]


def test_a_spec_of_itself_is_refused() -> None:
    loop: dict[str, Any] = {"openapi": "3.1.0", "paths": {}}
    loop["x-loop"] = loop
    with pytest.raises(ValueError, match="nested too deeply"):
        read_spec(loop)
