"""An OpenAPI document as plain data: its places, its references, its operations. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from .findings import refuse

Node: TypeAlias = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMAS = "#/components/schemas/"
DATA = frozenset({"example", "examples", "default", "enum", "const"})
"""Keys whose values are data: what looks like a schema or a reference there is none."""

NAMED = frozenset({
    *("properties", "patternProperties", "schemas", "headers", "parameters", "responses"),
    *("requestBodies", "examples", "securitySchemes", "links", "callbacks", "pathItems"),
    *("$defs", "encoding", "content", "paths", "webhooks"),
})  # fmt: skip
"""Keys of objects whose own keys are names, so that `x-a` there is no extension."""


@frozen
class Call:
    """An operation of a document with its path, method and place."""

    path: str
    method: str
    operation: Node

    @property
    def place(self) -> str:
        """Where it stands: `paths./clients.get`."""
        return f"paths.{self.path}.{self.method}"


def calls(document: Node) -> Iterator[Call]:
    """The operations of a document in its order, those of webhooks and callbacks not among them."""
    paths = document.get("paths")
    for path, item in (paths if is_object(paths) else {}).items():
        for method, operation in (item if is_object(item) else {}).items():
            if method in METHODS and is_object(operation):
                yield Call(str(path), method, operation)


def call_path(path: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The path of a call for a key of `paths`, and the query that always goes with it."""
    before, _, query = path.partition("#")[0].partition("?")
    return before, tuple(parse_qsl(query, keep_blank_values=True))


def schemas(document: Node) -> dict[str, Node]:
    """The component schemas of a document by name."""
    components = document.get("components")
    found = components.get("schemas") if is_object(components) else None
    return found if is_object(found) else {}


def below(place: str, key: str | int) -> str:
    """The place of a key or index below a place."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if place else key


def walk(node: object, place: str = "") -> Iterator[tuple[str, Node]]:
    """Every object of a document with its place, parents first; none within examples and data."""
    todo = [(place, node)]
    while todo:
        here, item = todo.pop()
        children: list[tuple[str, object]] = []
        if is_list(item):
            children = [(below(here, index), child) for index, child in enumerate(item)]
        elif is_object(item):
            yield here, item
            names = here.rpartition(".")[2] == "properties"  # a field may be called `example`
            children = [
                (below(here, str(key)), child)
                for key, child in item.items()
                if names or key not in DATA
            ]
        todo.extend(reversed(children))


def pointer(*keys: str | int) -> str:
    """The JSON pointer of keys, as a reference within a document: `#/components/schemas/Tax`."""
    escaped = (str(key).replace("~", "~0").replace("/", "~1").replace("%", "%25") for key in keys)
    return "#" + "".join(f"/{key}" for key in escaped)


def keys_of(ref: str) -> list[str]:
    """The keys of a reference within a document, unescaped."""
    parts = ref.partition("#")[2].split("/")[1:]
    return [unquote(part).replace("~1", "/").replace("~0", "~") for part in parts]


def target(document: Node, ref: str) -> object:
    """The target of a reference within a document.

    Raises:
        LookupError: there is no such place.
    """
    if not re.match(r"#(/|$)", ref):
        raise LookupError(ref)
    found: object = document
    for key in keys_of(ref):
        if is_list(found) and key.isdecimal() and int(key) < len(found):
            found = found[int(key)]
        elif is_object(found) and key in found:
            found = found[key]
        else:
            raise LookupError(ref)
    return found


def resolve(document: Node, node: Node, place: str) -> Node:
    """The object that a node refers to, through any number of references; the node if it has none.

    Raises:
        UnusableSpec: a reference leads nowhere, to itself, or to something else than an object.
    """
    seen: set[str] = set()
    while isinstance(ref := node.get("$ref"), str):
        if ref in seen:
            raise refuse(place, f"$ref {ref!r} refers to itself.", "Let it refer to a definition.")
        seen.add(ref)
        try:
            found = target(document, ref)
        except LookupError:
            raise refuse(
                place, f"$ref {ref!r} leads nowhere.", "Correct it or add what it refers to."
            ) from None
        if not is_object(found):
            raise refuse(place, f"$ref {ref!r} leads to no object.", "Correct it.")
        node = found
    return node


def component_of(ref: object) -> str | None:
    """The name of the component schema that a reference names, if it names one."""
    if isinstance(ref, str) and ref.startswith(SCHEMAS) and len(keys := keys_of(ref)) == 3:
        return keys[2]
    return None
