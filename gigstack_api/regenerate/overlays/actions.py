"""Reads the actions of an overlay document, or says what is wrong with them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from attrs import frozen
from jsonpath import CompoundJSONPath, JSONPath, JSONPathEnvironment
from jsonpath.exceptions import JSONPathError

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from ..findings import Finding, UnusableSpec

Kind: TypeAlias = Literal["update", "remove", "copy"]
Path: TypeAlias = JSONPath | CompoundJSONPath

KINDS: tuple[Kind, ...] = ("update", "remove", "copy")
KNOWN = frozenset({"target", "description", *KINDS})
VERSION = re.compile(r"1\.[01]\.\d+")
PATHS = JSONPathEnvironment(strict=True)


@frozen
class Action:
    """One change of an overlay.

    `overlay` is the title of its document and `index` its number there, from 0. `value` is what an
    update sets, the JSONPath that a copy takes, or whether a removal is meant. `replaces` stands
    for `x-replace`.
    """

    overlay: str
    index: int
    target: str
    kind: Kind
    reason: str = ""
    value: Any = None
    replaces: bool = False

    @property
    def place(self) -> str:
        """Where it stands: `corrections: actions[3]`."""
        return f"{self.overlay}: actions[{self.index}]"

    def __str__(self) -> str:
        return f"{self.place} ({self.kind} {self.target})"


def read_actions(overlay: object) -> list[Action]:
    """The actions of an overlay document, in their order.

    Raises:
        UnusableSpec: the document or an action is malformed, with all findings.
    """
    if not is_object(overlay):
        raise UnusableSpec([Finding("overlay", "It is not an object.", "Write an overlay 1.1.")])
    title = _title(overlay)
    found = [*_document(overlay, title)]
    actions: list[Action] = []
    listed: object = overlay.get("actions")
    for index, item in enumerate(listed if is_list(listed) else ()):
        problems = [*_problems(item, f"{title}: actions[{index}]")]
        found += problems
        if not problems:
            actions.append(_action(item, title, index))
    if found:
        raise UnusableSpec(found)
    return actions


def compiled(path: str) -> Path:
    """A JSONPath, ready to select.

    Raises:
        JSONPathError: it is not an expression of RFC 9535.
    """
    return PATHS.compile(path)


def _title(overlay: Node) -> str:
    info: object = overlay.get("info")
    title = info.get("title") if is_object(info) else None
    return title if isinstance(title, str) and title else "overlay"


def _document(overlay: Node, title: str) -> Iterator[Finding]:
    version = overlay.get("overlay")
    if not isinstance(version, str) or not VERSION.fullmatch(version):
        yield Finding(f"{title}: overlay", f"{version!r} is not a known version.", "Write 1.1.0.")
    info: object = overlay.get("info")
    for key in ("title", "version"):
        if not is_object(info) or not isinstance(info.get(key), str):
            yield Finding(f"{title}: info", f"{key} is missing.", f"Give it a {key}, a text.")
    actions = overlay.get("actions")
    if not is_list(actions) or not actions:
        yield Finding(f"{title}: actions", "There are none.", "List at least one action.")
    for key in overlay.keys() - {"overlay", "info", "actions", "extends"}:
        if not str(key).startswith("x-"):
            yield Finding(f"{title}: {key}", "An overlay has no such key.", "Remove it.")


def _problems(item: object, place: str) -> Iterator[Finding]:
    if not is_object(item):
        yield Finding(place, "It is not an object.", "Write target, description and a change.")
        return
    kinds = [kind for kind in KINDS if kind in item]
    if len(kinds) != 1:
        yield Finding(
            place, f"It has {len(kinds)} changes.", "Give it one of update, remove and copy."
        )
    for key in ("target", "copy"):
        if key in item or key == "target":
            yield from _path_problems(item.get(key), f"{place}.{key}")
    for key, kind, word in (
        ("description", str, "a text"),
        ("remove", bool, "true or false"),
        ("x-replace", bool, "true or false"),
    ):
        if not isinstance(item.get(key, kind()), kind):
            yield Finding(f"{place}.{key}", f"{item[key]!r} is not {word}.", f"Write {word}.")
    if item.get("x-replace") and "update" not in item:
        yield Finding(f"{place}.x-replace", "It is for updates.", "Remove it.")
    for key in item.keys() - KNOWN:
        if not str(key).startswith("x-"):
            yield Finding(f"{place}.{key}", "An action has no such key.", "Remove it.")


def _path_problems(path: object, place: str) -> Iterator[Finding]:
    if not isinstance(path, str) or not path.startswith("$"):
        yield Finding(place, f"{path!r} is not a JSONPath.", "Write one that begins with $.")
        return
    try:
        compiled(path)
    except JSONPathError as error:
        reason = str(error).splitlines()[0].strip(" .")
        yield Finding(place, f"{path!r} is not a JSONPath: {reason}.", "See RFC 9535.")


def _action(item: Node, title: str, index: int) -> Action:
    kind: Kind = next(kind for kind in KINDS if kind in item)
    return Action(
        overlay=title,
        index=index,
        target=item["target"],
        kind=kind,
        reason=item.get("description", ""),
        value=item[kind],
        replaces=item.get("x-replace", False),
    )
