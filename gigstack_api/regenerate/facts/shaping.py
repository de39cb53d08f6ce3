"""The fact that shapes a document: tolerance of answers. Pure."""

from __future__ import annotations

from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, component_of, resolve, schemas, walk
from .operation import as_object

NULL = {"type": "null"}
TEXT = {"type": "string"}
DATA = frozenset({"example", "examples", "enum", "const", "default"})


def tolerate(document: Node) -> None:
    """Opens the answers of a document that has `x-tolerant: true`.

    Every field of an answer can be null, except the array of an envelope, and no field is
    required: an API leaves fields out and empties them without a word. Every enum can be another
    text, in what is sent and in what comes, since enums grow.
    """
    if document.get("x-tolerant") is not True:
        return
    components = schemas(document)
    enums = {name for name, schema in components.items() if "enum" in as_object(schema)}
    for _, node in walk(document):
        _open_enums(node, enums)
    for name in components.keys() & _answered(document):
        schema = as_object(components[name])
        schema.pop("required", None)
        fields = as_object(schema.get("properties"))
        for field, inner in fields.items():
            if is_object(inner) and not _is_list_of_envelope(schema, inner):
                fields[field] = _nullable(document, inner)


def _open_enums(node: Node, enums: set[str]) -> None:
    """Puts a text beside the enums that the schemas below a node refer to."""
    properties = node.get("properties")
    holders: list[tuple[Any, Any]] = [
        (node, key) for key in ("schema", "items", "additionalProperties") if key in node
    ]
    holders += [(properties, key) for key in properties] if is_object(properties) else []
    for holder, key in holders:
        schema = holder[key]
        if is_object(schema) and component_of(schema.get("$ref")) in enums:
            holder[key] = _any_of(schema, TEXT)
        elif is_object(schema) and "$ref" in schema and len(schema) > 1:
            holder[key] = _any_of(schema)
    choices = node.get("anyOf")
    if is_list(choices) and TEXT not in choices:
        named = [
            i for i, one in enumerate(choices) if component_of(as_object(one).get("$ref")) in enums
        ]
        if named:
            choices.insert(named[-1] + 1, dict(TEXT))


def _any_of(schema: Node, *more: Node) -> Node:
    """A reference with what stands beside it, as the first of several choices."""
    beside = {key: value for key, value in schema.items() if key != "$ref"}
    return {"anyOf": [{"$ref": schema["$ref"]}, *map(dict, more)], **beside}


def _answered(document: Node) -> set[str]:
    """The components reachable from answers and webhooks."""
    answers = [
        node.get("responses") for _, node in walk(document.get("paths", {})) if "responses" in node
    ]
    waiting = [*_refs(document, answers), *_refs(document, document.get("webhooks"))]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _refs(document, schemas(document).get(name))
    return found


def _refs(document: Node, node: object) -> list[str]:
    """The components that a node refers to, also through shared answers."""
    found: list[str] = []
    followed: set[str] = set()
    todo = [node]
    while todo:
        item = todo.pop()
        if is_list(item):
            todo += item
        elif is_object(item):
            todo += [inner for key, inner in item.items() if key not in DATA]
            if (name := component_of(item.get("$ref"))) is not None:
                found.append(name)
            elif isinstance(ref := item.get("$ref"), str) and ref not in followed:
                followed.add(ref)
                todo.append(resolve(document, item, "answers"))
    return found


def _is_list_of_envelope(schema: Node, field: Node) -> bool:
    return schema.get("x-role") == "envelope" and field.get("type") == "array"


def _nullable(document: Node, schema: Node) -> Node:
    """A schema that allows null too."""
    if "$ref" in schema:
        return schema if _allows_null(document, schema) else _any_of(schema, NULL)
    if is_list(choices := schema.get("anyOf")):
        if not any(_allows_null(document, choice) for choice in choices):
            choices.append(dict(NULL))
    elif "type" in schema and not _allows_null(document, schema):
        kind = schema["type"]
        schema["type"] = [*(kind if is_list(kind) else [kind]), "null"]
    return schema


def _allows_null(document: Node, schema: Node) -> bool:
    schema = resolve(document, as_object(schema), "answers")
    if is_list(choices := schema.get("anyOf")):
        return any(_allows_null(document, choice) for choice in choices)
    kind = schema.get("type", "null")
    return "null" in (kind if is_list(kind) else [kind])
