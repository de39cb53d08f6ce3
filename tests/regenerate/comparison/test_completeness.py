"""No difference between two documents goes unreported, and every rule can be reached."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.comparison import compare
from gigstack_api.regenerate.comparison.rules import OPERATIONS, RULES
from gigstack_api.regenerate.document import Node, calls, walk
from tests.regenerate.changes.trying import load

BASE: Node = load("base.yaml")
NO_DIFFERENCE = {
    ("tags", 0, "name"),  # what operations are tagged with counts, not what is declared
    ("tags", 1, "name"),
    ("openapi",),
}
FOLLOWING = {"ranges", "method"}
"""Facts that repeat what stands elsewhere."""


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a document."""
    if path:
        yield path
    if is_object(node):
        for key, value in node.items():
            yield from places(value, (*path, key))
    elif is_list(node):
        for index, value in enumerate(node):
            yield from places(value, (*path, index))


def changed(path: tuple[str | int, ...]) -> Node | None:
    """The base without what stands at a place; with another value if it is a single one."""
    document = copy.deepcopy(BASE)
    holder: Any = document
    for key in path[:-1]:
        holder = holder[key]
    value = holder[path[-1]]
    if isinstance(value, dict | list) and value:
        del holder[path[-1]]
    elif isinstance(value, bool):
        holder[path[-1]] = not value
    elif isinstance(value, str) and path[-1] not in {"$ref", "in", "type"}:
        holder[path[-1]] = f"{value}x"
    elif isinstance(value, int):
        holder[path[-1]] = value + 1
    else:
        return None
    return document


def is_left_out(path: tuple[str | int, ...]) -> bool:
    """Whether a place says nothing, or would leave a reference that leads nowhere."""
    return (
        path in NO_DIFFERENCE
        or not FOLLOWING.isdisjoint(map(str, path))
        or (path[0] == "components" and len(path) <= 3)
        or (path[0] == "tags" and len(path) <= 2)
        or path == ("paths",)
    )


def test_every_difference_is_reported_in_both_directions() -> None:
    silent = [
        path
        for path in places(BASE)
        if not is_left_out(path)
        and (new := changed(path))
        and not (compare(BASE, new) and compare(new, BASE))
    ]
    assert silent == []


def test_the_order_of_keys_is_no_difference() -> None:
    def turned(node: Any) -> Any:
        if is_object(node):
            return {key: turned(value) for key, value in reversed(node.items())}
        return [turned(item) for item in node] if is_list(node) else node

    assert compare(BASE, turned(BASE)) == ()


def test_arguments_are_left_alone() -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    del new["paths"]["/clients"]["get"]
    compare(old, new)
    assert old == BASE


@pytest.mark.parametrize("rule", RULES)
def test_the_words_of_a_rule_can_be_filled(rule: str) -> None:
    names: tuple[str, ...] = ("it", "owner", "name", "was", "now", "key", "required", "always")
    verbs: tuple[str, ...] = ("takes", "sends", "needs", "works", "writes")
    words: dict[str, str] = dict.fromkeys((*names, *verbs), "word")
    line = RULES[rule].words.format_map(words)
    assert "{" not in line
    assert not line.endswith(".")


def test_rules_of_operations_and_values_have_different_names() -> None:
    assert len(RULES) == len(set(RULES))
    assert len(RULES) >= 100
    assert "parameter-removed" in OPERATIONS


def test_notes_and_examples_are_texts() -> None:
    document = copy.deepcopy(BASE)
    for call in calls(document):
        call.operation["x-note"] = "Settled: as the docs say."
        call.operation.setdefault("x-gigstack", {})["example"] = "await gig.clients.list()"
        for answer in call.operation["responses"].values():
            answer["x-note"] = "Unverified: guessed."
    for place, node in walk(document):
        if ".properties." in place and "type" in node:
            node["x-note"] = "Unverified: guessed."

    rules = {change.id for change in compare(BASE, document)}

    assert {rule for rule in rules if "text" not in rule} == set()
    assert "operation-text-changed" in rules
