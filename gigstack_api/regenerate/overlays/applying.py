"""Applies overlays to a document. Pure: the document that was given stays as it is."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import frozen
from jsonpath.exceptions import JSONPathError

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from ..findings import Finding, UnusableSpec
from .actions import Action, compiled, read_actions

Parts: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a node."""


@frozen
class Applied:
    """A document after its overlays.

    `unmatched` are the actions that selected nothing, `idle` those that changed nothing.
    """

    document: Node
    unmatched: tuple[Action, ...] = ()
    idle: tuple[Action, ...] = ()


def apply(document: Node, *overlays: object) -> Applied:
    """A document after the actions of overlays, which are applied in their order.

    Raises:
        UnusableSpec: an overlay is malformed, or an action does not fit what it selects.
    """
    actions = [action for overlay in overlays for action in read_actions(overlay)]
    holder: Node = {"document": _copied(document)}
    unmatched: list[Action] = []
    idle: list[Action] = []
    misfits: list[Finding] = []
    for action in actions:
        try:
            targets = _select(action.target, holder["document"])
            if not targets:
                unmatched.append(action)
            elif not _change(holder, action, targets):
                idle.append(action)
        except _MisfitError as error:
            misfits.append(Finding(action.place, str(error), "Correct target or value."))
    if misfits:
        raise UnusableSpec(misfits)
    return Applied(holder["document"], tuple(unmatched), tuple(idle))


class _MisfitError(Exception):
    """A value cannot be put where the target is."""


def _select(path: str, document: Node) -> list[Parts]:
    """The places that a JSONPath selects, each once."""
    try:
        found = [tuple(match.parts) for match in compiled(path).finditer(document)]
    except JSONPathError as error:
        raise _MisfitError(f"{path!r} cannot be followed: {error}.") from None
    return list(dict.fromkeys(found))


def _change(holder: Node, action: Action, targets: list[Parts]) -> bool:
    """Applies an action to its targets; whether anything changed."""
    if action.kind == "remove":
        return bool(action.value) and _remove(holder, targets)
    value = _source(holder["document"], action) if action.kind == "copy" else action.value
    changed = False
    for parts in targets:
        owner, key = _owner(holder, parts)
        before = owner[key]
        owner[key] = _merged(before, value, replaces=action.replaces)
        changed |= owner[key] != before or type(owner[key]) is not type(before)
    return changed


def _source(document: Node, action: Action) -> Any:
    """The value that a copy takes."""
    found = _select(action.value, document)
    if len(found) != 1:
        raise _MisfitError(f"copy selects {len(found)} nodes, not one.")
    node: Any = document
    for key in found[0]:
        node = node[key]
    return _copied(node)


def _remove(holder: Node, targets: list[Parts]) -> bool:
    """Removes nodes, the later items of an array first, so that indexes stay right."""
    if () in targets:
        raise _MisfitError("The whole document cannot be removed.")
    for parts in sorted(targets, key=_order, reverse=True):
        owner, key = _owner(holder, parts)
        del owner[key]
    return True


def _order(parts: Parts) -> list[tuple[int, int, str]]:
    """Sorts places by array index where they have one; a node comes before what is in it."""
    return [(0, part, "") if isinstance(part, int) else (1, 0, part) for part in parts]


def _owner(holder: Node, parts: Parts) -> tuple[Any, str | int]:
    """The object or array around the node at a place, and the key of the node there."""
    owner: Any = holder
    key: str | int = "document"
    for part in parts:
        owner, key = owner[key], part
    return owner, key


def _merged(target: Any, value: Any, *, replaces: bool) -> Any:
    """A node after an update. `target` stays as it is."""
    if is_object(target):
        if not is_object(value):
            raise _MisfitError("The target is an object, the update is not.")
        if replaces:
            return {**target, **_copied(value)}
        return {
            **target,
            **{
                key: _entry(target[key], item) if key in target else _copied(item)
                for key, item in value.items()
            },
        }
    if is_list(target):
        if replaces:
            return _copied(value)
        return [*target, *_copied(value if is_list(value) else [value])]
    if is_object(value) or is_list(value):
        raise _MisfitError("The target is a single value, the update is not.")
    return value


def _entry(target: Any, value: Any) -> Any:
    """A value below an updated object. One of another kind takes the place of what is there."""
    if is_object(target) and is_object(value):
        return _merged(target, value, replaces=False)
    if is_list(target) and is_list(value):
        return [*target, *_copied(value)]
    return _copied(value)


def _copied(node: Any) -> Any:
    """A copy in which no two places share a node, as those of YAML anchors do."""
    if is_object(node):
        return {key: _copied(item) for key, item in node.items()}
    return [_copied(item) for item in node] if is_list(node) else node
