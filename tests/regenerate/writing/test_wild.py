"""What real specs hold: packages of it can be imported, and their calls arrive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest

from gigstack_api import BaseClient
from gigstack_api.regenerate import regenerate

pytestmark = pytest.mark.anyio

Node = dict[str, Any]
TEXT = {"type": "string"}
THING = {"type": "object", "properties": {"id": TEXT}}


def answer(media_type: str = "application/json", schema: Node = THING) -> Node:
    return {"description": "", "content": {media_type: {"schema": schema}}}


def operation(name: str, responses: Node | None = None, **more: Any) -> Node:
    return {
        "operationId": name,
        "tags": ["Año nuevo"],
        "responses": responses or {"200": answer()},
        **more,
    }


SPEC: Node = {
    "openapi": "3.1.0",
    "info": {"title": "Wild", "version": "1"},
    "servers": [{"url": "https://wild.test"}],
    "paths": {
        "/things?beta=true": {
            "get": operation("beta", parameters=[{"name": "q", "in": "query", "schema": TEXT}])
        },
        "/#Target=A": {"post": operation("target")},
        "/head": {"head": operation("head")},
        "/lines": {"get": operation("lines", {"200": answer("application/x-ndjson")})},
        "/a/{id}": {
            "get": operation(
                "label",
                parameters=[
                    {"name": "id", "in": "path", "required": True, "style": "label", "schema": TEXT}
                ],
            )
        },
        "/body": {"post": operation("body", {"200": {"description": ""}, "201": answer()})},
        "/later": {
            "get": operation(
                "later",
                {
                    "200": answer(schema={"type": "object", "properties": {"data": THING}}),
                    "202": answer(schema={"type": "object", "properties": {"job": TEXT}}),
                },
            )
        },
        "/quoted": {
            "get": operation(
                "quoted",
                {
                    "200": answer(
                        schema={
                            "type": "object",
                            "description": 'Use "quotes" \n',
                            "properties": {"a": {**TEXT, "description": 'It is "b" '}},
                        }
                    )
                },
                summary='The "last" ',
            )
        },
    },
}


@pytest.fixture(scope="module")
def client_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[type[BaseClient]]:
    folder = tmp_path_factory.mktemp("wild")
    spec = folder / "spec.json"
    spec.write_text(json.dumps(SPEC), encoding="utf-8")
    written = regenerate(spec, out=folder / "wild_package")
    sys.path.insert(0, str(folder))
    yield getattr(import_module("wild_package"), written.class_name)
    sys.path.remove(str(folder))


@pytest.mark.parametrize(
    ("method", "arguments", "status", "reply", "sent", "value"),
    [
        ("beta", {"q": "a"}, 200, b'{"id":"1"}', "GET /things?beta=true&q=a", {"id": "1"}),
        ("beta", {}, 200, b'{"id":"1"}', "GET /things?beta=true", {"id": "1"}),
        ("target", {}, 200, b'{"id":"1"}', "POST /", {"id": "1"}),
        ("head", {}, 200, b"", "HEAD /head", None),
        ("lines", {}, 200, b'{"a":1}\n{"a":2}\n', "GET /lines", '{"a":1}\n{"a":2}\n'),
        ("label", {"*": "x"}, 200, b'{"id":"1"}', "GET /a/.x", {"id": "1"}),
        ("body", {}, 201, b'{"id":"1"}', "POST /body", {"id": "1"}),
        ("body", {}, 200, b"", "POST /body", None),
        ("later", {}, 200, b'{"data":{"id":"1"}}', "GET /later", {"id": "1"}),
        ("later", {}, 202, b'{"job":"1"}', "GET /later", {"job": "1"}),
        ("quoted", {}, 200, b'{"a":"1"}', "GET /quoted", {"a": "1"}),
    ],
)
async def test_a_call_arrives(
    client_class: type[BaseClient],
    method: str,
    arguments: Node,
    status: int,
    reply: bytes,
    sent: str,
    value: object,
) -> None:
    requests: list[str] = []

    def record(request: httpx.Request) -> httpx.Response:
        requests.append(f"{request.method} {request.url.raw_path.decode()}")
        media_type = "application/x-ndjson" if method == "lines" else "application/json"
        headers = {"content-type": media_type} if reply else {}
        return httpx.Response(status, headers=headers, content=reply)

    transport = httpx.AsyncClient(transport=httpx.MockTransport(record))
    async with client_class("key", http_client=transport) as client:
        resource = getattr(client, "año_nuevo")  # noqa: B009 - not every editor writes it
        keywords = {name: value for name, value in arguments.items() if name != "*"}
        ids = [arguments["*"]] if "*" in arguments else []
        found = await getattr(resource, method)(*ids, **keywords)
    await transport.aclose()
    assert requests == [sent]
    assert (found.to_dict() if hasattr(found, "to_dict") else found) == value


def test_webhooks_alone_become_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = {"post": {"requestBody": answer(schema={"$ref": "#/components/schemas/Thing"})}}
    inline = {"post": {"requestBody": answer(schema={"type": "object", "properties": {"n": TEXT}})}}
    document = {
        "openapi": "3.1.0",
        "webhooks": {"made": named, "merged": inline},
        "components": {"schemas": {"Thing": THING}},
    }
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(document))
    regenerate(spec, out=tmp_path / "hooks_package")
    monkeypatch.syspath_prepend(tmp_path)  # pyright: ignore[reportUnknownMemberType]
    models = import_module("hooks_package.models")
    assert models.__all__ == ["PostMergedBody", "Thing"]
    assert models.PostMergedBody.from_dict({"n": "a"}).n == "a"
    assert import_module("hooks_package.operations").__doc__
