"""Overlay actions that keep what went, or its old name, for one release. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, calls, schemas
from .changes import Change
from .pairing import Pair, pair_operations
from .subjects import method_of, resource_of

ALIAS = "x-renamed-from"
"""The key by which a thing says its old Python name, or a list of them."""


WITHOUT_CLASS = ("body", "envelope")
"""Roles of schemas that users see no class of."""


def aliases(old: Node, new: Node, changes: Iterable[Change]) -> tuple[Node, ...]:
    """Overlay actions that keep an old name, or a thing that went, for one release.

    A renamed thing gets `x-renamed-from`: from it the generated code has the old name too, with a
    DeprecationWarning. A thing that went is described again as deprecated. A method that belongs to
    another resource now, the module of an operation, and the arguments for paths and headers have
    one name only.
    """
    pairs, _, _ = pair_operations(old, new)
    by_place = {pair.new.place: pair for pair in pairs}
    found: list[Node] = []
    for change in changes:
        make = ACTIONS.get(change.id.removeprefix(_prefix(change.id)))
        for action in make(change, by_place, new) if make else ():
            if action not in found:
                found.append(action)
    return tuple(found)


def _prefix(rule: str) -> str:
    for prefix in ("parameter-", "request-field-", "answer-field-", "field-", "schema-enum-"):
        if rule.startswith(prefix):
            return prefix if prefix != "schema-enum-" else "schema-"
    return ""


def _action(target: str, line: str, update: Any) -> Node:
    return {"target": target, "description": f"Kept for one release: {line}.", "update": update}


def _operation_renamed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    pair = pairs[change.place]
    if resource_of(pair.old.operation) == resource_of(pair.new.operation):
        target = _path("paths", pair.new.path, pair.new.method)
        was = method_of(pair.old).rpartition(".")[2]
        yield _action(target, f"the old name of `{method_of(pair.new)}`", {ALIAS: was})


def _operation_removed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    method, path = _call_of(change.place)
    kept = {**change.was, "deprecated": True}
    if path in new.get("paths", {}):
        yield _action(_path("paths", path), change.line, {method: kept})
    else:
        yield _action("$.paths", change.line, {path: {method: kept}})


def _call_of(place: str) -> tuple[str, str]:
    path, _, method = place.removeprefix("paths.").rpartition(".")
    return method, path


def _renamed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    """A field or a parameter."""
    if ".parameters." in change.place:
        operation, _, name = change.place.rpartition(".parameters.")
        method, path = _call_of(operation)
        target = f"{_path('paths', path, method)}.parameters[?@.name=='{name}']"
        if not _has_query_parameter(new, path, method, name):
            return  # it is a header, or stands in a place that operations share
    else:
        target = _path(*change.place.split("."))
    now, was = (str(name).strip("`") for name in (change.now, change.was))
    yield _action(target, f"the old name of `{now}`", {ALIAS: was.rpartition(".")[2]})


def _has_query_parameter(document: Node, path: str, method: str, name: str) -> bool:
    found = [
        call.operation.get("parameters")
        for call in calls(document)
        if (call.path, call.method) == (path, method)
    ]
    items = [item for listed in found if is_list(listed) for item in listed]
    return any(
        is_object(item) and (item.get("in"), item.get("name")) == ("query", name) for item in items
    )


def _removed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    """A field or a parameter."""
    kept = {**change.was, "deprecated": True} if is_object(change.was) else {"deprecated": True}
    if ".properties." not in change.place:
        method, path = _call_of(change.place)
        yield _action(_path("paths", path, method), change.line, {"parameters": [kept]})
        return
    schema, _, name = change.place.rpartition(".properties.")
    yield _action(_path(*schema.split("."), "properties"), change.line, {name: kept})


def _schema_renamed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    *_, name = keys = change.place.split(".")
    schema = schemas(new)[name]
    if "enum" in schema or (schema.get("properties") and schema.get("x-role") not in WITHOUT_CLASS):
        yield _action(_path(*keys), f"the old name of `{change.now}`", {ALIAS: change.was})


def _schema_removed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    name = change.place.rpartition(".")[2]
    kept = {**change.was, "deprecated": True}
    yield _action("$.components.schemas", change.line, {name: kept})


def _enum_value_removed(change: Change, pairs: dict[str, Pair], new: Node) -> Iterator[Node]:
    target = _path(*change.place.removesuffix(".enum").split("."))
    yield _action(target, change.line, {"enum": [change.was]})


def _path(*keys: str) -> str:
    """A JSONPath of keys."""
    return "$" + "".join(f".{key}" if key.isidentifier() else f"['{key}']" for key in keys)


ACTIONS: dict[str, Callable[[Change, dict[str, Pair], Node], Iterator[Node]]] = {
    "operation-renamed": _operation_renamed,
    "operation-removed": _operation_removed,
    "renamed": _renamed,
    "removed": _removed,
    "schema-renamed": _schema_renamed,
    "schema-removed": _schema_removed,
    "enum-value-removed": _enum_value_removed,
}
"""The action for each kind of change, by the identifier without what the value is."""
