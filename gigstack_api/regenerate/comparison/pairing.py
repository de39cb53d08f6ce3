"""The operations and components of two documents that are the same, renamed ones too. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from attrs import frozen

from gigstack_api._core.schema.types import is_object

from ..document import Call, Node, calls, schemas
from .shapes import shape
from .subjects import operation_id, resource_of

SURE = 1.0
LIKELY = 0.75
"""How alike two things of different names must be to be taken for one."""

T = TypeVar("T")


@frozen
class Pair:
    """An operation in both documents."""

    old: Call
    new: Call
    confidence: float


def pair_operations(old: Node, new: Node) -> tuple[list[Pair], list[Call], list[Call]]:
    """The operations that both documents have, those that went, and those that came.

    One is the same as another with its path and method, else with its operationId, else with as
    good as the same parameters, body and answers.
    """
    gone, come = list(calls(old)), list(calls(new))
    found: list[Pair] = []
    keys: tuple[Callable[[Call], object], ...] = (
        lambda call: (call.method, call.path, operation_id(call)),
        lambda call: (call.method, shape_of_path(call.path)),
        lambda call: call.operation.get("operationId"),
    )
    for key in keys:
        by_key = {key(call): call for call in come}
        for call in tuple(gone):
            twin = by_key.get(key(call)) if key(call) is not None else None
            if twin is not None and twin in come:
                found.append(Pair(call, twin, SURE))
                gone.remove(call)
                come.remove(twin)
    for before, after, likeness in _best(gone, come, likeness_of_operations):
        found.append(Pair(before, after, likeness))
        gone.remove(before)
        come.remove(after)
    order = {id(call.operation): index for index, call in enumerate(calls(new))}
    return sorted(found, key=lambda pair: order[id(pair.new.operation)]), gone, come


def shape_of_path(path: str) -> str:
    """A path whatever its parameters are called."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def likeness_of_operations(old: Call, new: Call) -> float:
    """How sure it is that two operations of different names and paths are one, from 0 to 1."""
    if old.method != new.method:
        return 0.0
    weights = {"parameters": 1.0, "requestBody": 3.0, "responses": 3.0}
    there = {key for key in weights if key in old.operation or key in new.operation}
    same = {key for key in there if old.operation.get(key) == new.operation.get(key)}
    alike = sum(weights[key] for key in same) / max(sum(weights[key] for key in there), 1.0)
    name = _overlap(
        {*re.split(r"\W+|_", operation_id(old))}, {*re.split(r"\W+|_", operation_id(new))}
    )
    return round(
        0.7 * alike + 0.2 * name + 0.1 * (resource_of(old.operation) == resource_of(new.operation)),
        2,
    )


def renamed_schemas(old: Node, new: Node) -> dict[str, tuple[str, float]]:
    """The components that have another name, with it and the confidence."""
    was, now = schemas(old), schemas(new)
    gone = [name for name in was if name not in now]
    come = [name for name in now if name not in was]

    def likeness(before: str, after: str) -> float:
        return likeness_of_schemas(was[before], now[after])

    return {before: (after, sure) for before, after, sure in _best(gone, come, likeness)}


def likeness_of_schemas(old: Node, new: Node) -> float:
    """How sure it is that two components of different names are one, from 0 to 1."""
    if old == new:
        return SURE
    fields = _typed_fields(old), _typed_fields(new)
    values = {*map(repr, old.get("enum", ()))}, {*map(repr, new.get("enum", ()))}
    if any(fields):
        return _overlap(*fields)
    return _overlap(*values)


def _typed_fields(schema: Node) -> set[tuple[str, frozenset[str]]]:
    fields = schema.get("properties")
    items = fields.items() if is_object(fields) else ()
    return {(name, shape(field, {}).types) for name, field in items}


def _overlap(one: set[T], other: set[T]) -> float:
    both = one | other
    return round(len(one & other) / len(both), 2) if both else 0.0


def _best(
    gone: Sequence[T], come: Sequence[T], likeness: Callable[[T, T], float]
) -> Iterator[tuple[T, T, float]]:
    """Pairs of what went and what came, the likeliest first, each at most once.

    Two that are equally alike to a third are left alone: it cannot be known which of them it is.
    """
    scored = sorted(
        (
            (likeness(one, other), index, number)
            for index, one in enumerate(gone)
            for number, other in enumerate(come)
        ),
        reverse=True,
    )
    scores = {(index, number): score for score, index, number in scored}
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found: list[tuple[T, T, float]] = []
    for score, index, number in scored:
        if score < LIKELY or index in taken_old or number in taken_new:
            continue
        rivals = [
            other
            for other, other_score in scores.items()
            if other != (index, number)
            and other_score == score
            and (other[0] == index or other[1] == number)
            and other[0] not in taken_old
            and other[1] not in taken_new
        ]
        taken_old.add(index)
        taken_new.add(number)
        if not rivals:
            found.append((gone[index], come[number], score))
    yield from found
