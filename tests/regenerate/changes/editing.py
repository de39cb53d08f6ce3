"""Edits of a document, as the rows of changes.yaml write them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from gigstack_api._core.schema.types import is_list
from gigstack_api.regenerate.document import Node


def edited(document: Node, edits: list[list[Any]]) -> Node:
    """A copy of a document after some edits.

    An edit is a list: `set` with a place and a value, `drop` with a place, `move` and `copy` with
    two places, `rename` with two names of a component. A place is its keys with a space between;
    `+` is the end of a list.
    """
    node = copy.deepcopy(document)
    for name, *arguments in edits:
        node = EDITS[name](node, *arguments)
    return node


def _holder(node: Any, place: str) -> tuple[Any, Any]:
    *parents, last = place.split(" ")
    for key in parents:
        node = node[int(key)] if is_list(node) else node.setdefault(key, {})
    return node, int(last) if is_list(node) and last != "+" else last


def _set(node: Node, place: str, value: Any) -> Node:
    holder, key = _holder(node, place)
    if key == "+":
        holder.append(copy.deepcopy(value))
    else:
        holder[key] = copy.deepcopy(value)
    return node


def _drop(node: Node, place: str) -> Node:
    holder, key = _holder(node, place)
    del holder[key]
    return node


def _copy(node: Node, place: str, to: str) -> Node:
    holder, key = _holder(node, place)
    return _set(node, to, holder[key])


def _move(node: Node, place: str, to: str) -> Node:
    """The thing under another key; within one object it stays where it stood."""
    holder, key = _holder(node, place)
    target, other = _holder(node, to)
    if holder is not target:
        return _drop(_copy(node, place, to), place)
    items = [(other if name == key else name, value) for name, value in holder.items()]
    holder.clear()
    holder.update(items)
    return node


def _rename(node: Node, name: str, to: str) -> Node:
    text = json.dumps(node).replace(f'schemas/{name}"', f'schemas/{to}"')
    return _move(json.loads(text), f"components schemas {name}", f"components schemas {to}")


EDITS: dict[str, Callable[..., Node]] = {
    "set": _set,
    "drop": _drop,
    "move": _move,
    "copy": _copy,
    "rename": _rename,
}
