"""Places in a document that drift is about, and how they are written as JSONPath. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Call, Node, calls, keys_of, target

Keys: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a node of the document."""


def by_name(document: Node) -> dict[str, Call]:
    """The operations by the names that drift has: resource and method, and the operationId."""
    found: dict[str, Call] = {}
    for call in calls(document):
        facts = call.operation.get("x-gigstack")
        tags = call.operation.get("tags")
        if is_object(facts) and is_list(tags) and tags:
            resource = re.sub(r"\W+", "_", str(tags[0])).strip("_").lower()
            found[f"{resource}.{facts.get('method')}"] = call
        found.setdefault(str(call.operation.get("operationId")), call)
    return found


def answer_of(call: Call, document: Node) -> Keys | None:
    """The place of the schema of the first success answer."""
    answers = document["paths"][call.path][call.method].get("responses", {})
    for status in answers:
        if str(status).upper().startswith("2"):
            keys = target_of(document, ("paths", call.path, call.method, "responses", status))
            content = node_at(document, keys).get("content")
            for media_type, media in content.items() if is_object(content) else ():
                if "json" in media_type and is_object(media) and "schema" in media:
                    return (*keys, "content", media_type, "schema")
    return None


def node_at(document: Node, keys: Keys) -> Node:
    """The node at a place; an empty one where there is no object."""
    found: object = document
    for key in keys:
        if is_object(found):
            found = found.get(str(key))
        else:
            found = found[int(key)] if is_list(found) and int(key) < len(found) else None
    return found if is_object(found) else {}


def target_of(document: Node, keys: Keys) -> Keys:
    """The place that a place refers to, through references."""
    seen: set[Keys] = set()
    while isinstance(ref := node_at(document, keys).get("$ref"), str) and keys not in seen:
        seen.add(keys)
        try:
            target(document, ref)
        except LookupError:
            return keys
        keys = tuple(keys_of(ref))
    return keys


def alternatives(document: Node, keys: Keys, depth: int = 8) -> Iterator[Keys]:
    """A schema and those that it is made of."""
    keys = target_of(document, keys)
    yield keys
    for word in ("allOf", "anyOf", "oneOf") if depth else ():
        listed = node_at(document, keys).get(word)
        for index in range(len(listed)) if is_list(listed) else ():
            yield from alternatives(document, (*keys, word, index), depth - 1)


def follow(document: Node, keys: Keys, steps: Sequence[str]) -> Keys | None:
    """The place of the schema that a path leads to."""
    for step in steps:
        for found in alternatives(document, keys):
            node = node_at(document, found)
            if step == "[]" and is_object(node.get("items")):
                keys = (*found, "items")
                break
            fields = node.get("properties")
            if step != "[]" and is_object(fields) and step in fields:
                keys = (*found, "properties", step)
                break
        else:
            return None
    return keys


def with_fields(document: Node, keys: Keys, name: str) -> Keys | None:
    """The object schema that declares a field, else the first that declares any."""
    found = [
        (place, fields)
        for place in alternatives(document, keys)
        if is_object(fields := node_at(document, place).get("properties"))
    ]
    declaring = [place for place, fields in found if name in fields]
    return next(iter(declaring or [place for place, _ in found]), None)


def jsonpath(keys: Keys) -> str:
    """The JSONPath of a place (RFC 9535)."""
    path = "$"
    for key in keys:
        if isinstance(key, int):
            path += f"[{key}]"
        else:
            path += (
                f".{key}" if re.fullmatch(r"[A-Za-z_]\w*", key, re.ASCII) else f"[{quoted(key)}]"
            )
    return path


def quoted(text: str) -> str:
    """A text as JSONPath quotes it."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
