"""A drift log as proposed actions of an overlay. Pure, but for reading the log.

Each line of the log names an operation and a path in its answer. The path is followed through the
schemas of the document to the place that declares the field. Lines of the same place, seen by
several operations, become one action.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.drift_log import Counts, Place, read_lines

from .document import Call, Node, calls, keys_of, target
from .findings import refuse

UNKNOWN = "no such field"
VERSION = "1.1.0"
TYPES: Mapping[str, Node] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "array": {"type": "array", "items": {}},
    "object": {"type": "object", "additionalProperties": True},
    "secret": {"x-secret": True},
    "null": {},
}
"""The schema of a new field of which this type came."""

Keys: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a node of the document."""


@frozen
class Seen:
    """How often something was seen, when, and by which operations."""

    count: int
    first: float
    last: float
    operations: tuple[str, ...]

    def __add__(self, other: Seen) -> Seen:
        operations = tuple(dict.fromkeys((*self.operations, *other.operations)))
        first, last = min(self.first, other.first), max(self.last, other.last)
        return Seen(self.count + other.count, first, last, operations)

    def __str__(self) -> str:
        days = [_day(self.first), _day(self.last)]
        when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"Seen {times} {when} by {', '.join(self.operations)}"


def read_log(path: Path) -> Counts:
    """The counts of a drift log.

    Raises:
        UnusableSpec: it cannot be read, or holds no line of a drift log.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refuse(
            str(path), f"It cannot be read: {error.strerror}.", "Check its name."
        ) from None
    found = read_lines(content.splitlines())
    if not found:
        problem = "It holds no line of a drift log."
        raise refuse(str(path), problem, 'Write it with on_drift=DriftLog("drift.jsonl").')
    return found


def actions(log: Counts | Path, document: Node, named: Node | None = None) -> Node:
    """An overlay with a proposal for each place that the log names, most frequent first.

    `x-not-proposed` lists, as texts, lines of which no action follows. If it is the only content,
    `actions` is empty, and the document is not an overlay yet.

    Args:
        log: The counts, or the file with them.
        document: The document that the overlay is for.
        named: The same document with `x-gigstack` facts, if the document has none itself.

    Raises:
        UnusableSpec: the file cannot be read.
    """
    counts = read_log(log) if isinstance(log, Path) else log
    operations = _by_name(named or document)
    gathered: dict[tuple[Keys, str], list[tuple[Place, Seen]]] = {}
    left_out: dict[str, Seen] = {}
    for place, (count, first, last) in counts.items():
        seen = Seen(count, first, last, (place.operation,))
        found = _found(place, operations, document)
        if isinstance(found, str):
            left_out[found] = left_out[found] + seen if found in left_out else seen
        else:
            gathered.setdefault(found, []).append((place, seen))
    proposed = [
        (sum(seen.count for _, seen in lines), action)
        for (keys, name), lines in gathered.items()
        for action in _proposals(document, keys, name, lines)
    ]
    result: Node = {
        "overlay": VERSION,
        "info": {"title": "Proposals from drift", "version": "1.0.0"},
        "actions": [action for _, action in sorted(proposed, key=lambda pair: -pair[0])],
    }
    if left_out:
        listed = sorted(left_out.items(), key=lambda pair: -pair[1].count)
        result["x-not-proposed"] = [f"{text} {seen}." for text, seen in listed]
    return result


def _day(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _by_name(document: Node) -> dict[str, Call]:
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


def _found(place: Place, operations: Mapping[str, Call], document: Node) -> tuple[Keys, str] | str:
    """The object schema and the field that a line is about, or why there is no proposal.

    The name is empty where the schema itself is meant, such as that of the items of a list.
    """
    call = operations.get(place.operation)
    where = (
        f"{place.operation} {place.path or 'answer'}: expected {place.expected}, got {place.got}."
    )
    if call is None:
        return f"{where} The document has no such operation."
    if "*" in place.path or place.expected == "application/json":
        return f"{where} Look at the answer."
    start = _answer(call, document)
    steps = re.findall(r"\[\]|[^.\[\]]+", place.path)
    if start is None or not steps:
        return f"{where} Look at the answer."
    holder = _follow(document, start, steps[:-1])
    if steps[-1] == "[]":
        holder = _follow(document, start, steps)
        found = None if holder is None else (holder, "")
    else:
        holder = None if holder is None else _with_fields(document, holder, steps[-1])
        found = None if holder is None else (holder, steps[-1])
    if found is None:
        return f"{where} The document has no such place."
    return found


def _answer(call: Call, document: Node) -> Keys | None:
    """The place of the schema of the first success answer."""
    answers = document["paths"][call.path][call.method].get("responses", {})
    for status in answers:
        if str(status).upper().startswith("2"):
            keys = _at(document, ("paths", call.path, call.method, "responses", status))
            content = _node(document, keys).get("content")
            for media_type, media in content.items() if is_object(content) else ():
                if "json" in media_type and is_object(media) and "schema" in media:
                    return (*keys, "content", media_type, "schema")
    return None


def _node(document: Node, keys: Keys) -> Node:
    """The node at a place; an empty one where there is no object."""
    found: object = document
    for key in keys:
        if is_object(found):
            found = found.get(str(key))
        else:
            found = found[int(key)] if is_list(found) and int(key) < len(found) else None
    return found if is_object(found) else {}


def _at(document: Node, keys: Keys) -> Keys:
    """The place that a place refers to, through references."""
    seen: set[Keys] = set()
    while isinstance(ref := _node(document, keys).get("$ref"), str) and keys not in seen:
        seen.add(keys)
        try:
            target(document, ref)
        except LookupError:
            return keys
        keys = tuple(keys_of(ref))
    return keys


def _alternatives(document: Node, keys: Keys, depth: int = 8) -> Iterator[Keys]:
    """A schema and those that it is made of."""
    keys = _at(document, keys)
    yield keys
    for word in ("allOf", "anyOf", "oneOf") if depth else ():
        listed = _node(document, keys).get(word)
        for index in range(len(listed)) if is_list(listed) else ():
            yield from _alternatives(document, (*keys, word, index), depth - 1)


def _follow(document: Node, keys: Keys, steps: Sequence[str]) -> Keys | None:
    """The place of the schema that a path leads to."""
    for step in steps:
        for found in _alternatives(document, keys):
            node = _node(document, found)
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


def _with_fields(document: Node, keys: Keys, name: str) -> Keys | None:
    """The object schema that declares a field, else the first that declares any."""
    found = [
        (place, fields)
        for place in _alternatives(document, keys)
        if is_object(fields := _node(document, place).get("properties"))
    ]
    declaring = [place for place, fields in found if name in fields]
    return next(iter(declaring or [place for place, _ in found]), None)


def _proposals(
    document: Node, holder: Keys, name: str, lines: Sequence[tuple[Place, Seen]]
) -> Iterator[Node]:
    """The actions for one field."""
    whole = _sum(seen for _, seen in lines)
    fields = _node(document, holder).get("properties", {})
    if name and name not in fields:
        schema = _schema_of({place.got for place, _ in lines})
        yield _action(holder, f"{whole}: a new field.", {"properties": {name: schema}})
        return
    keys = (*holder, "properties", name) if name else holder
    values = {place.value: seen for place, seen in lines if place.value}
    if values:
        enum = next(
            (at for at in _alternatives(document, keys) if "enum" in _node(document, at)), None
        )
        if enum is not None:
            known = _node(document, enum)["enum"]
            new = [value for value in values if value not in known]
            if new:
                reason = f"{_sum(values.values())}: new values."
                yield _action(enum, reason, {"enum": new})
    nulls = [seen for place, seen in lines if place.got == "null"]
    if nulls and name:
        yield from _optional(document, holder, name, _sum(nulls))
    others = [(place, seen) for place, seen in lines if place.got not in ("null", "secret")]
    others = [(place, seen) for place, seen in others if not place.value]
    if others:
        yield from _wider(document, keys, others)


def _sum(seen: Iterable[Seen]) -> Seen:
    first, *others = seen
    for other in others:
        first += other
    return first


def _schema_of(kinds: set[str]) -> Node:
    """The schema of a new field of which these types came."""
    known = sorted(kinds - {"null"})
    schemas = [dict(TYPES.get(kind, {})) for kind in known]
    result = schemas[0] if len(schemas) == 1 else {"anyOf": schemas} if schemas else {}
    if "null" in kinds and "type" in result:
        return {**result, "type": [result["type"], "null"]}
    return {"anyOf": [*schemas, {"type": "null"}]} if "null" in kinds and schemas else result


def _optional(document: Node, holder: Keys, name: str, seen: Seen) -> Iterator[Node]:
    """Actions for a field that the spec promises, and that was null or missing."""
    node = _node(document, holder)
    reason = f"{seen}: it was null or missing."
    if name in node.get("required", ()):
        place = f"{jsonpath(holder)}.required[?@ == {_quoted(name)}]"
        yield {"target": place, "description": reason, "remove": True}
    keys = (*holder, "properties", name)
    if "x-always" in _node(document, keys):
        yield {"target": jsonpath((*keys, "x-always")), "description": reason, "remove": True}


def _wider(document: Node, keys: Keys, lines: Sequence[tuple[Place, Seen]]) -> Iterator[Node]:
    """Actions for a field of which other types came."""
    seen = _sum(found for _, found in lines)
    came = sorted({place.got for place, _ in lines})
    expected = ", ".join(sorted({place.expected for place, _ in lines}))
    reason = f"{seen}: expected {expected}, got {', '.join(came)}."
    node = _node(document, keys)
    types = node.get("type")
    if isinstance(types, str):
        yield _action(keys, reason, {"type": [types, *(kind for kind in came if kind != types)]})
    elif is_list(types):
        new = [kind for kind in came if kind not in types]
        if new:
            yield _action(keys, reason, {"type": new})  # an update appends to a list
    elif is_list(node.get("anyOf")):
        yield _action(keys, reason, {"anyOf": [dict(TYPES[kind]) for kind in came]})
    elif "$ref" in node:
        both = [{"$ref": node["$ref"]}, *(dict(TYPES[kind]) for kind in came)]
        yield {"target": jsonpath((*keys, "$ref")), "description": reason, "remove": True}
        yield _action(keys, reason, {"anyOf": both})


def _action(keys: Keys, reason: str, update: Node) -> Node:
    return {"target": jsonpath(keys), "description": reason, "update": update}


def jsonpath(keys: Keys) -> str:
    """The JSONPath of a place (RFC 9535)."""
    path = "$"
    for key in keys:
        if isinstance(key, int):
            path += f"[{key}]"
        else:
            path += (
                f".{key}" if re.fullmatch(r"[A-Za-z_]\w*", key, re.ASCII) else f"[{_quoted(key)}]"
            )
    return path


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
