"""References: each leads somewhere; schemas are referred to by name; the rest is written inline."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Sequence
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import METHODS, Node, component_of, keys_of, pointer, resolve, target
from ..findings import UnusableSpec
from .places import component_name
from .shape import Checker, check_shape
from .slots import all_slots, path_items, references_in
from .work import Work

INLINE = ("parameters", "responses", "requestBodies", "headers", "examples", "pathItems")


def check_references(work: Work) -> None:
    """Refuses references that lead nowhere, to themselves, or out of the document."""
    for place, node, ref in references_in(work.document):
        if not ref.startswith("#/"):
            work.refuse(
                place,
                f"$ref {ref!r} does not lead into this document.",
                "Refer to a component: #/components/schemas/Name.",
            )
            continue
        try:
            resolve(work.document, node, place)
        except UnusableSpec as error:
            (finding,) = error.findings
            work.refuse(place, finding.problem, _advice(work.document, ref) or finding.remedy)


def _advice(document: Node, ref: str) -> str:
    keys = keys_of(ref)
    try:
        siblings = target(document, pointer(*keys[:-1]))
    except LookupError:
        return ""
    near = difflib.get_close_matches(keys[-1], siblings, n=1) if is_object(siblings) else []
    return f"Did you mean {near[0]!r}?" if near and near[0] != keys[-1] else ""


def name_inner_targets(work: Work) -> None:
    """Lets every schema that is referred to be a component.

    A reference may lead to a field of another schema or to the schema of an answer.
    """
    promoted: dict[tuple[str, ...], str] = {}
    known = -1
    while known < len(promoted):  # what was promoted may refer to other places
        known = len(promoted)
        for slot in list(all_slots(work.document)):
            if isinstance(ref := slot.schema.get("$ref"), str):
                keys = tuple(keys_of(ref))
                if keys[:2] == ("components", "schemas") and len(keys) == 3:
                    promoted[keys] = keys[2]
                elif keys not in promoted:
                    promoted[keys] = _promote(work, keys)
                slot.schema["$ref"] = pointer("components", "schemas", promoted[keys])
        work.stop_if_refused()
    check_references(work)


def _promote(work: Work, keys: tuple[str, ...]) -> str:
    """Makes a component of what stands at a place, which then refers to it; gives its name."""
    *outer, last = keys
    holder = _at(work.document, outer)
    key: Any = int(last) if is_list(holder) else last
    found = holder[key]
    if is_object(found) and (name := component_of(found.get("$ref"))) and len(found) == 1:
        return name
    words = [word for word in keys if word not in NOT_NAMES]
    name = component_name(words, work.schemas)
    work.schemas[name] = copy.deepcopy(found)
    Checker(work).check(work.schemas[name], "schema", ".".join(keys))
    if (outer and outer[-1] in NOT_NAMES) or last in ("schema", "items"):
        holder[key] = {"$ref": pointer("components", "schemas", name)}
    return name


NOT_NAMES = (
    *("components", "schemas", "properties", "paths", "responses", "content", "schema"),
    *("requestBody", "allOf", "anyOf", "oneOf", "items", "$defs", "parameters"),
)


def _at(document: Node, keys: Sequence[str]) -> Any:
    """The node at a place, also behind references that were put on the way."""
    found: Any = document
    for key in keys:
        if is_object(found) and key not in found and "$ref" in found:
            found = resolve(document, found, pointer(*keys))
        found = found[int(key)] if is_list(found) else found[key]
    if is_object(found) and "$ref" in found:
        found = resolve(document, found, pointer(*keys))
    return found


def replace_aliases(work: Work) -> None:
    """Lets references to a component that is only another name for one lead to that one."""
    aliases: dict[str, str] = {}
    for name, schema in work.schemas.items():
        choices = schema.get("anyOf", ())
        only = choices[0] if len(choices) == 1 else schema
        if (other := component_of(only.get("$ref"))) and not _adds(schema):
            aliases[name] = other
    for slot in all_slots(work.document):
        seen: set[str] = set()
        name = component_of(slot.schema.get("$ref")) or ""
        while name in aliases and name not in seen:
            seen.add(name)
            name = aliases[name]
        if name in seen:
            work.refuse(slot.place, f"{name!r} refers to itself.", "Let it refer to a definition.")
            return
        if seen:
            slot.schema["$ref"] = pointer("components", "schemas", name)
    for name, other in aliases.items():
        del work.schemas[name]
        work.note(f"components.schemas.{name}", f"this is another name for {other}.")


def _adds(schema: Node) -> bool:
    """Whether a component says more than which other it is."""
    return bool(set(schema) - {"$ref", "anyOf", "description", "x-title", "examples"})


def inline_references(work: Work) -> None:
    """Writes parameters, bodies, answers, headers and examples where they are referred to.

    Parameters and servers of a path become those of its operations.
    """
    document = work.document
    for place, item, _ in list(path_items(document)):
        _settle_path_item(work, item, place)
    for kind in INLINE:
        document.get("components", {}).pop(kind, None)
    work.stop_if_refused()
    check_shape(work)


def inline_path_items(work: Work) -> None:
    """Writes path items where they are referred to, so that each has operations of its own."""
    for place, item, _ in list(path_items(work.document)):
        _inline_path_item(work, item, place)


def _inline_path_item(work: Work, item: Node, place: str) -> None:
    if "$ref" in item:
        found = copy.deepcopy(resolve(work.document, item, place))
        item.pop("$ref")
        for key, value in found.items():
            item.setdefault(key, value)


def _settle_path_item(work: Work, item: Node, place: str) -> None:
    shared = [_copied(work, node, place) for node in item.pop("parameters", ())]
    servers = item.pop("servers", None)
    for method in METHODS:
        if not is_object(operation := item.get(method)):
            continue
        where = f"{place}.{method}"
        own = [_copied(work, node, where) for node in operation.get("parameters", ())]
        taken = {(node.get("name"), node.get("in")) for node in own}
        inherited = [
            copy.deepcopy(node)
            for node in shared
            if (node.get("name"), node.get("in")) not in taken
        ]
        if own or inherited:
            operation["parameters"] = [*inherited, *own]
        if servers:
            operation.setdefault("servers", copy.deepcopy(servers))
        _inline_messages(work, operation, where)


def _inline_messages(work: Work, operation: Node, place: str) -> None:
    if is_object(body := operation.get("requestBody")):
        operation["requestBody"] = _message(work, body, f"{place}.requestBody")
    answers: Node = operation.get("responses", {})
    for status, answer in answers.items():
        answers[status] = _message(work, answer, f"{place}.responses.{status}")
    callbacks: Node = operation.get("callbacks", {})
    for name, callback in callbacks.items():
        where = f"{place}.callbacks.{name}"
        callbacks[name] = found = _copied(work, callback, where)
        for address, item in found.items():
            if is_object(item):
                _inline_path_item(work, item, f"{where}.{address}")
                _settle_path_item(work, item, f"{where}.{address}")


def _message(work: Work, message: Node, place: str) -> Node:
    found = _copied(work, message, place)
    headers: Node = found.get("headers", {})
    for name, header in headers.items():
        headers[name] = _copied(work, header, f"{place}.headers.{name}")
    media: Node = found.get("content", {})
    for content in media.values():
        examples: Node = content.get("examples", {})
        for name, example in examples.items():
            examples[name] = _copied(work, example, f"{place}.examples.{name}")
    return found


def _copied(work: Work, node: Node, place: str) -> Node:
    """A copy of what a node refers to; the node itself if it refers to nothing."""
    if "$ref" not in node:
        return node
    found = copy.deepcopy(resolve(work.document, node, place))
    if "description" in node:
        found["description"] = node["description"]
    return found
