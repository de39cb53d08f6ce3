"""The reasons why no code can be written from a document, found beforehand. Pure.

`check` is given a normalised document with facts. Nothing of it makes a rule fail: what facts say
may come from an overlay, and is read with care.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from gigstack_api._core.operations.page import Paging
from gigstack_api._core.operations.route import Replay
from gigstack_api._core.schema.types import is_list, is_object

from .document import Call, Node, calls, component_of, schemas
from .findings import Finding
from .names import is_usable
from .writing.enums import lost_enum_values

Rule: TypeAlias = Callable[[Node], Iterator[Finding]]

REPLAY = tuple(member.name.lower() for member in Replay)
PAGING = tuple(member.name.lower() for member in Paging)
EVERYWHERE = ("none", "empty")
"""Values of `unwrap` that do not name a place."""

TAKEN = ("self",)


def check(document: Node) -> tuple[Finding, ...]:
    """Each reason why no code can be written from a document, once."""
    return tuple(dict.fromkeys(found for rule in RULES for found in rule(document)))


def _operations_are_there(document: Node) -> Iterator[Finding]:
    """Models of webhooks are worth a package, too."""
    if not any(calls(document)) and not document.get("webhooks"):
        yield Finding("paths", "the spec has no operations.", "Add a path.")


def _facts_are_there(document: Node) -> Iterator[Finding]:
    for call in calls(document):
        facts = call.operation.get("x-gigstack")
        if not is_object(facts):
            yield Finding(call.place, "it has no facts.", "Let x-gigstack be an object.")
            continue
        place = f"{call.place}.x-gigstack"
        for key in ("method", "replay", "deadline_s", "unwrap"):
            if key not in facts:
                yield Finding(place, f"{key} is missing.", "Add it.")
        yield from _values_are_known(facts, place)


def _values_are_known(facts: Node, place: str) -> Iterator[Finding]:
    for key, known in (("replay", REPLAY), ("paging", PAGING)):
        if facts.get(key) not in (None, *known):
            yield Finding(
                f"{place}.{key}", f"it cannot be {facts[key]!r}.", f"Use {', '.join(known)}."
            )
    deadline = facts.get("deadline_s", 1)
    if isinstance(deadline, bool) or not isinstance(deadline, (int, float)) or deadline <= 0:
        yield Finding(f"{place}.deadline_s", "it must be a number of seconds.", "Correct it.")
    for key in ("ids", "times", "ranges", "alternatives", "download"):
        if not is_object(facts.get(key, {})):
            yield Finding(f"{place}.{key}", "it must be an object.", "Correct it.")
    if not isinstance(facts.get("unwrap", ""), str):
        yield Finding(f"{place}.unwrap", "it must be a text.", "Name the field of the answer.")


def _methods_have_one_operation(document: Node) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Call] = {}
    for call in calls(document):
        method = _facts(call).get("method")
        resource = str(next(iter(call.operation.get("tags", ())), ""))
        if not isinstance(method, str):
            continue
        if not is_usable(method) or method in TAKEN:
            yield Finding(
                f"{call.place}.x-gigstack.method",
                f"{method!r} cannot be the name of a method.",
                "Choose another.",
            )
        if other := seen.get((resource, method)):
            yield Finding(
                call.place,
                f"{resource}.{method} is the method of {other.place} too.",
                "Give one of them another with x-gigstack.method in an overlay.",
            )
        seen.setdefault((resource, method), call)


def _values_have_a_place(document: Node) -> Iterator[Finding]:
    for call in calls(document):
        facts = _facts(call)
        place = facts.get("unwrap", "none")
        answer = _answer(call)
        if not isinstance(place, str) or place in EVERYWHERE or facts.get("download"):
            continue
        if not answer and not _has_content(call):
            yield Finding(
                f"{call.place}.x-gigstack.unwrap",
                f"{place!r} does not exist in the answer, which is empty.",
                "Let it be empty.",
            )
            continue
        found = _at(document, answer, place)
        if found is None:
            yield Finding(
                f"{call.place}.x-gigstack.unwrap",
                f"{place!r} does not exist in the answer.",
                "Name the field that holds the value, or none.",
            )
        elif facts.get("paging") and "array" not in str(found.get("type", "")):
            yield Finding(
                f"{call.place}.x-gigstack.unwrap",
                f"{place!r} is not an array, and a list needs one.",
                "Name the field that holds the items, or remove paging.",
            )


def _ids_exist(document: Node) -> Iterator[Finding]:
    known = schemas(document)
    for call in calls(document):
        ids: Any = _facts(call).get("ids", {})
        for parameter, models in (ids if is_object(ids) else {}).items():
            for name, field in (models if is_object(models) else {}).items():
                if str(field) not in known.get(name, {}).get("properties", {}):
                    yield Finding(
                        f"{call.place}.x-gigstack.ids.{parameter}",
                        f"there is no field {name}.{field}.",
                        "Correct it.",
                    )


def _schemas_have_an_end(document: Node) -> Iterator[Finding]:
    """A model may hold itself; an array, a map or a union that is nothing but itself may not."""
    known = schemas(document)
    for name in known:
        waiting, seen = [name], set[str]()
        while waiting:
            for other in _held_at_once(known.get(waiting.pop(), {})):
                if other == name:
                    yield Finding(
                        f"components.schemas.{name}",
                        "it holds itself without a model between.",
                        "Let an overlay end it, with an object or with any value.",
                    )
                    waiting.clear()
                    break
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)


def _held_at_once(schema: Node) -> Iterator[str]:
    """The components that a schema without fields refers to."""
    if schema.get("properties"):
        return
    todo: list[Any] = [schema.get(key) for key in ("items", "additionalProperties")]
    todo += schema.get("anyOf", [])
    while todo:
        item = todo.pop()
        if is_object(item) and not item.get("properties"):
            if name := component_of(item.get("$ref")):
                yield name
            todo += [item.get("items"), *item.get("anyOf", ())]


def _facts(call: Call) -> Node:
    facts = call.operation.get("x-gigstack")
    return facts if is_object(facts) else {}


def _answer(call: Call) -> Node:
    """The schema of the first answer to success."""
    for status, answer in call.operation.get("responses", {}).items():
        if str(status).startswith("2") and is_object(answer):
            media: Node = answer.get("content", {})
            for content in media.values():
                found: Node = content.get("schema", {})
                return found
    return {}


def _has_content(call: Call) -> bool:
    answers: Node = call.operation.get("responses", {})
    return any(
        bool(answer.get("content"))
        for status, answer in answers.items()
        if str(status).startswith("2") and is_object(answer)
    )


def _at(document: Node, schema: Node, place: str) -> Node | None:
    found: Node | None = _value(document, schema)
    for name in place.split("."):
        inner = (found or {}).get("properties", {}).get(name)
        found = _value(document, inner) if is_object(inner) else None
    return found


def _value(document: Node, schema: Node) -> Node:
    """A schema without null, through references."""
    for _ in range(20):
        if name := component_of(schema.get("$ref")):
            schema = schemas(document).get(name, {})
        elif is_list(choices := schema.get("anyOf")):
            kept = [choice for choice in choices if choice != {"type": "null"}]
            schema = kept[0] if kept else {}
    return schema


RULES: tuple[Rule, ...] = (
    _operations_are_there,
    _facts_are_there,
    _methods_have_one_operation,
    _values_have_a_place,
    _ids_exist,
    _schemas_have_an_end,
    lost_enum_values,
)
