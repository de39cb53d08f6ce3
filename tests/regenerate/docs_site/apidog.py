"""Writes pages as Apidog does, from the operations of a spec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import yaml

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import Node, calls, component_of, resolve, schemas, walk

FIRST_NUMBER = 30_000_001
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
dump: Any = getattr(yaml, "dump")  # noqa: B009 - its type is partially unknown


class NoAliases(Dumper):  # type: ignore[misc]  # the class depends on what is installed
    """Writes every value out."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def page(title: str, document: Node) -> str:
    """The Markdown of an endpoint or a schema."""
    text = dump(document, Dumper=NoAliases, sort_keys=False, allow_unicode=True)
    return f"# {title}\n\n## OpenAPI Specification\n\n```yaml\n{text}\n```\n"


def frame(paths: Node, components: Node) -> Node:
    """The document of a page."""
    return {
        "openapi": "3.0.1",
        "info": {"title": "", "description": "", "version": "1.0.0"},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"bearer": {"type": "bearer", "scheme": "bearer"}},
        },
        "servers": [{"url": "https://api.gigstack.io/v2", "description": "Prod Env"}],
        "security": [{"bearer": [], "x-apidog": {"schemeGroups": []}}],
    }


def pages_of(spec: Node, most: int) -> Iterator[tuple[str, str, str]]:
    """Slug, line of the index and Markdown of the first operations of a spec."""
    for number, call in zip(range(FIRST_NUMBER, FIRST_NUMBER + most), calls(spec), strict=False):
        title = call.operation["summary"]
        folder = call.operation["tags"][0].replace("_", " ").title()
        slug = f"{quote(title.lower().replace(' ', '-'))}-{number}e0.md"
        operation = written(spec, call.operation, title, folder, number)
        document = frame({call.path: {call.method: operation}}, _reached(spec, operation))
        yield slug, f"{folder} [{title}]({{site}}/{slug}): ", page(title, document)


def written(spec: Node, operation: Node, title: str, folder: str, number: int) -> Node:
    """An operation as Apidog writes it: without an id, with inlined parameters and answers."""
    found: Node = {
        "summary": title,
        "deprecated": False,
        "description": operation.get("description", ""),
        "tags": [folder, folder],
        "parameters": [
            _plain(resolve(spec, parameter, "")) for parameter in operation.get("parameters", ())
        ],
    }
    if body := operation.get("requestBody"):
        found["requestBody"] = {"content": _plain(body["content"])}
    found["responses"] = {
        status: {
            "headers": {},
            "x-apidog-name": "Success" if status.startswith("2") else "Refused",
            **_plain(resolve(spec, answer, "")),
        }
        for status, answer in operation["responses"].items()
    }
    return {
        **found,
        "security": operation.get("security", [{"bearer": []}]),
        "x-apidog-folder": folder,
        "x-apidog-status": "released",
        "x-run-in-apidog": f"https://app.apidog.com/web/project/7/apis/api-{number}-run",
    }


def _plain(node: Any) -> Any:
    """A node without our own extensions."""
    if is_object(node):
        return {key: _plain(item) for key, item in node.items() if not key.startswith("x-")}
    return [_plain(item) for item in node] if is_list(node) else node


def _reached(spec: Node, operation: Node) -> Node:
    """The schemas that an operation reaches, with what Apidog adds to each."""
    found: Node = {}
    waiting: list[Any] = [operation]
    while waiting:
        for _, node in walk(waiting.pop()):
            name = component_of(node.get("$ref"))
            if name is not None and name not in found:
                schema = _plain(schemas(spec)[name])
                waiting.append(schema)
                found[name] = {
                    **schema,
                    "x-apidog-orders": list(schema.get("properties", ())),
                    "x-apidog-ignore-properties": [],
                    "x-apidog-folder": "",
                }
    return found
