"""The answers of an operation: several of one status become one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gigstack_api._core.schema.types import is_object

from ..document import Node
from .examples import examples_of, repair_examples
from .extensions import extension, without_extensions
from .notes import Notes
from .schema_repairs import repair_schema

FURTHER = re.compile(r"x-(?P<status>[1-5]\d\d|[1-5]XX|default):(?P<name>.*)", re.IGNORECASE)
"""The key of a second answer with a status. OpenAPI tools ignore it."""


def repair_answers(responses: Node, place: str, notes: Notes) -> Node:
    """The answers by status. Further ones add their examples, and their schemas as alternatives."""
    joined: dict[str, list[tuple[str, Node]]] = {}
    for key, answer in responses.items():
        further = FURTHER.fullmatch(key)
        if further is None and key.startswith("x-"):
            continue
        if not is_object(answer):
            notes.add(f"{place}.{key}", "This is not an answer.", "It is left out.")
            continue
        status = (further["status"] if further else key).upper().replace("DEFAULT", "default")
        label = str(extension(answer, "name") or (further["name"] if further else "")).strip()
        joined.setdefault(status, []).append((label, answer))
    return {
        status: _joined(answers, f"{place}.{status}", notes) for status, answers in joined.items()
    }


def _joined(answers: list[tuple[str, Node]], place: str, notes: Notes) -> Node:
    """One answer of all that have its status."""
    (label, first), *others = answers
    if "$ref" in first:
        if others:
            notes.add(place, "Another answer has this status.", "It is left out; see the page.")
        return {"$ref": first["$ref"]}
    node = without_extensions(first)
    node["description"] = str(node.get("description") or label)
    if not node.get("headers"):
        node.pop("headers", None)
    contents: dict[str, list[tuple[str, Node]]] = {}
    for name, answer in answers:
        content = answer.get("content", {})
        for media_type, media in content.items() if is_object(content) else ():
            if is_object(media):
                contents.setdefault(media_type, []).append((name, media))
    node["content"] = {
        media_type: _joined_media(found, media_type, place, notes)
        for media_type, found in contents.items()
    }
    if not node["content"]:
        del node["content"]
    return node


def _joined_media(found: list[tuple[str, Node]], media_type: str, place: str, notes: Notes) -> Node:
    """One media type of those of all answers with its status."""
    where = f"{place}.content.{media_type}"
    schemas = list(_schemas(found, where, notes))
    if len(found) == 1:
        node = repair_examples(without_extensions(found[0][1]), media_type)
        return {**node, "schema": schemas[0]} if schemas else node
    examples: dict[str, Node] = {}
    for index, (label, media) in enumerate(found, 1):
        for name, example in examples_of(media, media_type, label or str(index)).items():
            free = name if name not in examples else f"{label or index} {name}"
            examples[free] = {"summary": label, **example} if label else example
    node = without_extensions(found[0][1])
    node = {key: value for key, value in node.items() if key not in ("example", "examples")}
    if schemas:
        node["schema"] = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {**node, "examples": examples} if examples else node


def _schemas(found: list[tuple[str, Node]], place: str, notes: Notes) -> Iterator[object]:
    """The repaired schemas of media types, equal ones once."""
    seen: list[object] = []
    for _, media in found:
        if "schema" in media:
            schema = repair_schema(media["schema"], f"{place}.schema", notes)
            if schema not in seen:
                seen.append(schema)
                yield schema


def repair_content(content: object, place: str, notes: Notes) -> Node:
    """The media types of a request body."""
    result: Node = {}
    for media_type, media in content.items() if is_object(content) else ():
        if not is_object(media):
            continue
        node = repair_examples(without_extensions(media), media_type)
        if "schema" in media:
            where = f"{place}.{media_type}.schema"
            node["schema"] = repair_schema(media["schema"], where, notes)
        result[media_type] = node
    return result
