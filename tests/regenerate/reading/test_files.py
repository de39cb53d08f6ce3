"""A spec in several files becomes one document, from disk or from a host."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from gigstack_api.regenerate import reading
from gigstack_api.regenerate.document import Node, target
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.reading import sources

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Writes files; gives the path of the first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def read(folder: Path, files: Mapping[str, str]) -> Node:
    return reading.read(write(folder, files))


def refusal(folder: Path, files: Mapping[str, str]) -> str:
    with pytest.raises(UnusableSpec) as caught:
        read(folder, files)
    return str(caught.value)


def root(ref: str) -> str:
    return f"{HEAD}paths:\n  /a:\n    get:\n      responses:\n        200: {{description: x, content: {{application/json: {{schema: {{$ref: '{ref}'}}}}}}}}\n"  # noqa: E501


def schema_ref(document: Node) -> str:
    return str(
        target(document, "#/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
    )


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("more.yaml#/Geo", "Geo"),
        ("./more.yaml#/Geo", "Geo"),
        ("more.yaml#/nested/Geo%20Point", "Geo_Point"),
        ("parts/geo%20point.yaml", "geo_point"),
        ("parts/../parts/sub/Geo.json", "Geo"),
    ],
)
def test_what_other_files_hold_becomes_a_component(tmp_path: Path, ref: str, name: str) -> None:
    geo = "{type: object, properties: {lat: {type: number}}}"
    found = read(
        tmp_path,
        {
            "openapi.yaml": root(ref),
            "more.yaml": f"Geo: {geo}\nnested: {{Geo Point: {geo}}}",
            "parts/geo point.yaml": geo,
            "parts/sub/Geo.json": '{"type": "object", "properties": {"lat": {"type": "number"}}}',
        },
    )
    assert schema_ref(found) == f"#/components/schemas/{name}"
    schema = {"type": "object", "properties": {"lat": {"type": "number"}}}
    assert found["components"] == {"schemas": {name: schema}}


def test_references_of_other_files_are_relative_to_these(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "api/openapi.yaml": root("schemas/Pet.yaml"),
            "api/schemas/Pet.yaml": "properties: {owner: {$ref: 'Owner.yaml'}, tag: {$ref: '#/Tag'}}\nTag: {type: string}",  # noqa: E501
            "api/schemas/Owner.yaml": "properties: {pet: {$ref: Pet.yaml}, top: {$ref: '../openapi.yaml#/info'}}",  # noqa: E501
        },
    )
    assert found["components"]["schemas"] == {
        "Pet": {
            "properties": {
                "owner": {"$ref": "#/components/schemas/Owner"},
                "tag": {"$ref": "#/components/schemas/Tag"},
            },
            "Tag": {"type": "string"},
        },
        "Tag": {"type": "string"},
        "Owner": {
            "properties": {
                "pet": {"$ref": "#/components/schemas/Pet"},
                "top": {"$ref": "#/info"},
            }
        },
    }


def test_a_component_that_refers_to_a_file_keeps_its_name(tmp_path: Path) -> None:
    spec = root("#/components/schemas/Animal") + "components: {schemas: {Animal: {$ref: pet.yaml}}}"
    found = read(
        tmp_path, {"openapi.yaml": spec, "pet.yaml": "{properties: {next: {$ref: pet.yaml}}}"}
    )
    assert found["components"]["schemas"] == {
        "Animal": {"properties": {"next": {"$ref": "#/components/schemas/Animal"}}}
    }


def test_two_things_of_one_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    spec = (
        root("a.yaml#/Geo")
        + "components: {schemas: {X: {oneOf: [{$ref: b.yaml#/Geo}, {$ref: c/b.yaml#/Geo}]}}}"
    )
    files = {"openapi.yaml": spec, **dict.fromkeys(("a.yaml", "b.yaml", "c/b.yaml"), "Geo: {}")}
    assert set(read(tmp_path, files)["components"]["schemas"]) == {"X", "Geo", "b_Geo", "b_Geo_2"}


def test_each_reference_becomes_a_component_of_its_kind(tmp_path: Path) -> None:
    spec = f"""{HEAD}
paths:
  /a: {{$ref: more.yaml#/item}}
  /b:
    parameters: [{{$ref: more.yaml#/limit}}]
    post:
      requestBody: {{$ref: more.yaml#/body}}
      responses:
        200:
          description: x
          headers: {{X: {{$ref: more.yaml#/header}}}}
          content: {{application/json: {{examples: {{one: {{$ref: more.yaml#/example}}}}}}}}
        404: {{$ref: more.yaml#/answer}}
"""
    more = """
item: {get: {responses: {}}}
limit: {name: limit, in: query}
body: {content: {}}
header: {schema: {}}
example: {value: {$ref: not-a-reference.yaml}}
answer: {description: gone}
"""
    found = read(tmp_path, {"openapi.yaml": spec, "more.yaml": more})
    assert {kind: list(group) for kind, group in found["components"].items()} == {
        "pathItems": ["item"],
        "parameters": ["limit"],
        "requestBodies": ["body"],
        "headers": ["header"],
        "examples": ["example"],
        "responses": ["answer"],
    }


def test_examples_are_no_references(tmp_path: Path) -> None:
    spec = root("#/components/schemas/A") + (
        "components: {schemas: {A: {example: {$ref: gone.yaml}, enum: [{$ref: gone.yaml}],"
        " properties: {example: {$ref: b.yaml}, $ref: {type: string}}}}}"
    )
    found = read(tmp_path, {"openapi.yaml": spec, "b.yaml": "{type: string}"})
    assert found["components"]["schemas"]["A"]["properties"]["example"] == {
        "$ref": "#/components/schemas/b"
    }


def test_a_discriminator_may_name_files(tmp_path: Path) -> None:
    spec = root("#/components/schemas/A") + (
        "components: {schemas: {A: {oneOf: [{$ref: dog.yaml}], discriminator: {propertyName: k,"
        " mapping: {dog: dog.yaml, cat: Cat}}}}}"
    )
    found = read(tmp_path, {"openapi.yaml": spec, "dog.yaml": "{type: object}"})
    mapping = found["components"]["schemas"]["A"]["discriminator"]["mapping"]
    assert mapping == {"dog": "#/components/schemas/dog", "cat": "Cat"}


def test_a_discriminator_may_name_a_missing_file(tmp_path: Path) -> None:
    files = {
        "api.yaml": "{openapi: 3.1.0, paths: {}, components: {schemas: {A: {discriminator:"
        " {propertyName: kind, mapping: {dog: gone.yaml}}}}}}"
    }
    found = read(tmp_path, files)
    assert found["components"]["schemas"]["A"]["discriminator"]["mapping"] == {"dog": "gone.yaml"}


def test_a_reference_to_the_root_of_a_file_is_one_to_the_file(tmp_path: Path) -> None:
    files = {"api.yaml": root("Geo.yaml#/"), "Geo.yaml": "{type: object}"}
    found = read(tmp_path, files)
    assert found["components"]["schemas"]["Geo"] == {"type": "object"}


def test_references_in_extensions_are_not_followed(tmp_path: Path) -> None:
    files = {"api.yaml": "{openapi: 3.1.0, paths: {}, x-code: {$ref: gone.py}}"}
    assert read(tmp_path, files)["x-code"] == {"$ref": "gone.py"}


REFUSED = {
    "a file that is missing": (
        {"openapi.yaml": root("gone.yaml")},
        "paths./a.get.responses.200.content.application/json.schema: gone.yaml cannot be read: No"
        " such file or directory. Correct the path.",
    ),
    "a part that is missing": (
        {"openapi.yaml": root("more.yaml#/Geo"), "more.yaml": "Other: {}"},
        "$ref to 'Geo' in more.yaml leads nowhere. Correct it or add what it refers to.",
    ),
    "a part that a second file misses": (
        {"openapi.yaml": root("a.yaml"), "a.yaml": "{items: {$ref: 'b.yaml#/x'}}", "b.yaml": "{}"},
        "a.yaml.items: $ref to 'x' in b.yaml leads nowhere.",
    ),
    "a file above": (
        {"api/openapi.yaml": root("../secret.yaml"), "secret.yaml": "{}"},
        "$ref '../secret.yaml' leads out of the folder of the spec. Only files in that folder and"
        " below are read; put a copy there.",
    ),
    "an absolute path": (
        {"openapi.yaml": root("/etc/passwd")},
        "$ref '/etc/passwd' leads out of the folder",
    ),
    "a path above in disguise": (
        {"api/openapi.yaml": root("%2e%2e/secret.yaml"), "secret.yaml": "{}"},
        "leads out of the folder",
    ),
    "an address": (
        {"openapi.yaml": root("https://example.com/a.yaml")},
        "$ref 'https://example.com/a.yaml' leads out of the folder",
    ),
    "an anchor": (
        {"openapi.yaml": root("a.yaml#geo"), "a.yaml": "{}"},
        "names an anchor. Refer by path",
    ),
    "a null character": ({"openapi.yaml": root("a%00.yaml")}, "holds a null character"),
    "a file that is broken": (
        {"openapi.yaml": root("a.yaml"), "a.yaml": "a: [1"},
        "a.yaml, line 2, column 1: this is not YAML",
    ),
    "a folder": (
        {"openapi.yaml": root("sub"), "sub/a.yaml": "{}"},
        "sub cannot be read: Is a directory.",
    ),
    "components that are no object": (
        {"openapi.yaml": root("a.yaml") + "components: []", "a.yaml": "{}"},
        "components.schemas: this must be an object. Correct it.",
    ),
    "Swagger": (
        {"openapi.yaml": "swagger: '2.0'\npaths: {}"},
        "openapi.yaml, swagger: this is a Swagger 2.0 document. Convert it to OpenAPI 3, with"
        " swagger2openapi for instance.",
    ),
    "a later version": (
        {"openapi.yaml": "openapi: 3.2.0\npaths: {}"},
        "openapi.yaml, openapi: version 3.2.0 cannot be read. Take the spec in version 3.0 or 3.1.",
    ),
    "no OpenAPI": ({"openapi.yaml": "a: 1"}, "this is not an OpenAPI document"),
}


@pytest.mark.parametrize(("files", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_in_one_sentence(tmp_path: Path, files: Mapping[str, str], expected: str) -> None:
    found = refusal(tmp_path, files)
    assert expected in found
    assert "\n" not in found


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("{}", encoding="utf-8")
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "leads out of the folder" in refusal(tmp_path, {"api/openapi.yaml": root("link.yaml")})


@pytest.mark.parametrize("version", ["3.0.3", "3.1.1", "3.1", "'3.0'", "3.1.0-rc1"])
def test_reads_3_0_and_3_1(tmp_path: Path, version: str) -> None:
    found = read(tmp_path, {"openapi.yaml": f"openapi: {version}\npaths: {{}}"})
    assert found["openapi"] == version.strip("'")


def test_refuses_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 100)
    assert "the file is larger than 0 MB" in refusal(tmp_path, {"openapi.yaml": "#" * 101})


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """A host that serves the files of a folder; `/moved` redirects, all else is missing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = tmp_path / self.path.lstrip("/")
            status = 302 if self.path == "/moved" else 200 if file.is_file() else 404
            self.send_response(status)
            self.send_header("Location", "https://example.com/openapi.yaml")
            self.end_headers()
            if status == 200:
                self.wfile.write(file.read_bytes())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_reads_a_url_and_what_lies_beside_it(tmp_path: Path, host: str) -> None:
    write(
        tmp_path,
        {"api/openapi.yaml": root("../more.yaml#/Geo"), "more.yaml": "Geo: {type: object}"},
    )
    found = reading.read(f"{host}/api/openapi.yaml")
    assert found["components"]["schemas"] == {"Geo": {"type": "object"}}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/gone.yaml", "answers 404. Correct the address."),
        ("/moved", "redirects to https://example.com/openapi.yaml. Give that address."),
        ("/other.yaml", "$ref 'https://example.com/a.yaml' leads to another host."),
        ("/port.yaml", "leads to another host."),
    ],
)
def test_refuses_what_a_host_answers(tmp_path: Path, host: str, path: str, expected: str) -> None:
    other, port = root("https://example.com/a.yaml"), root("http://127.0.0.1:1/a.yaml")
    write(tmp_path, {"other.yaml": other, "port.yaml": port})
    with pytest.raises(UnusableSpec) as caught:
        reading.read(host + path)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://example.com/a.yaml", "is not fetched. Give an https address"),
        ("ftp://127.0.0.1/a.yaml", "is not fetched. Give an https address"),
        ("file:///etc/passwd", "is not fetched. Give an https address"),
        ("http://127.0.0.1:1/a.yaml", "cannot be fetched:"),
        ("https://[::1/a.yaml", "is not an address: Invalid IPv6 URL."),
    ],
)
def test_refuses_addresses(url: str, expected: str) -> None:
    with pytest.raises(UnusableSpec) as caught:
        reading.read(url)
    assert expected in str(caught.value)


def test_refuses_an_answer_that_is_too_large(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"openapi.yaml": "#" * 101})
    monkeypatch.setattr(sources, "MAX_BYTES", 100)
    with pytest.raises(UnusableSpec, match="the file is larger"):
        reading.read(f"{host}/openapi.yaml")
