"""The changes of operations: what they are, where they are, their facts. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..document import Call, Node, below
from .answers import compare_answers
from .bodies import compare_bodies
from .changes import Change, Side
from .context import Context, table
from .pairing import Pair, shape_of_path
from .parameters import compare_parameters
from .subjects import (
    Shown,
    Subject,
    facts_of,
    method_of,
    module_of,
    of_operation,
    operation_id,
    resource_of,
)

TEXTS = ("summary", "description", "externalDocs", "x-note")
ELSEWHERE = (
    *("parameters", "requestBody", "responses", "security", "callbacks", "x-gigstack"),
    *("deprecated", "x-sunset", "operationId", "tags"),
)
FOLLOWING = ("method", "ranges", "times", "anonymous")
"""Facts that repeat what a name or a parameter says, whose change is reported there."""

FACTS = {
    "replay": "replay-changed",
    "unwrap": "envelope-changed",
    "paging": "paging-changed",
    "deadline_s": "deadline-changed",
    "idempotency_key": "idempotency-key-changed",
    "docs": "operation-text-changed",
    "evidence": "operation-text-changed",
    "example": "operation-text-changed",
}
"""The rule of each fact; that of all others is `fact-changed`."""


def compare_operations(context: Context) -> Iterator[Change]:
    """The changes of all operations, first those that went and came."""
    yield from _resources(context)
    for call in context.gone:
        yield of_operation(call).change("operation-removed", call.place, was=call.operation)
    for call in context.come:
        yield of_operation(call).change("operation-added", call.place, now=call.operation)
    for pair in context.pairs:
        yield from _names(pair)
        yield from _keywords(pair)
        yield from _facts(pair)
        yield from _deprecation(pair)
        yield from _callbacks(pair)
        yield from compare_parameters(pair, context)
        yield from compare_bodies(pair, context)
        yield from compare_answers(pair, context)


def _resources(context: Context) -> Iterator[Change]:
    before = {resource_of(call.operation) for call in [*context.gone, *_old(context)]}
    after = {resource_of(call.operation) for call in [*context.come, *_new(context)]}
    for name in sorted(before ^ after):
        rule = "resource-added" if name in after else "resource-removed"
        yield Subject(
            it=f"`gig.{name}`",
            side=Side.BOTH,
            name=name,
            names=(f"gig.{name}", f"operations.{name}"),
        ).change(rule, "tags")


def _old(context: Context) -> list[Call]:
    return [pair.old for pair in context.pairs]


def _new(context: Context) -> list[Call]:
    return [pair.new for pair in context.pairs]


def _names(pair: Pair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    it = of_operation(new)
    if method_of(old) != method_of(new):
        both = Subject(
            it=it.it,
            side=it.side,
            names=(*of_operation(old).names, *it.names),
            operations=it.operations,
        )
        yield both.change(
            "operation-renamed",
            new.place,
            was=method_of(old),
            now=method_of(new),
            confidence=pair.confidence,
        )
    if (old.method, shape_of_path(old.path)) != (new.method, shape_of_path(new.path)):
        was, now = (f"{call.method.upper()} {call.path}" for call in (old, new))
        yield it.change("operation-moved", new.place, was=was, now=now, confidence=pair.confidence)
    if operation_id(old) != operation_id(new):
        modules = Subject(
            it=it.it, side=it.side, names=(module_of(old), module_of(new)), operations=it.operations
        )
        yield modules.change(
            "operation-id-changed",
            below(new.place, "operationId"),
            was=module_of(old),
            now=module_of(new),
            confidence=pair.confidence,
        )


def _keywords(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.operation, pair.new.operation
    it = of_operation(pair.new)
    for key in sorted(old.keys() | new.keys()):
        if key in ELSEWHERE or old.get(key) == new.get(key):
            continue
        rule = "operation-text-changed" if key in TEXTS else "operation-keyword-changed"
        if key.startswith("x-") and key not in TEXTS:
            rule = "operation-extension-changed"
        yield it.change(
            rule, below(pair.new.place, key), was=old.get(key), now=new.get(key), key=f"`{key}`"
        )


def _facts(pair: Pair) -> Iterator[Change]:
    old, new = facts_of(pair.old.operation), facts_of(pair.new.operation)
    place = below(pair.new.place, "x-gigstack")
    for key in sorted(old.keys() | new.keys()):
        if key in FOLLOWING or old.get(key) == new.get(key):
            continue
        it = _with_arguments(of_operation(pair.new), old.get(key), new.get(key))
        yield it.change(
            FACTS.get(key, "fact-changed"),
            below(place, key),
            was=old.get(key),
            now=new.get(key),
            key=f"`{key}`",
        )


def _with_arguments(it: Subject, old: object, new: object) -> Subject:
    """A method with the arguments that one of its facts is about: `{id: {Client: id}}`."""
    names = table(old).keys() | table(new).keys()
    arguments = (f"{it.name}({name})" for name in sorted(names))
    return evolve(it, names=(*it.names, *arguments))


def _deprecation(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.operation, pair.new.operation
    it = of_operation(pair.new)
    sunset = new.get("x-sunset")
    until = Shown(f", and goes away {_date(sunset)}" if sunset else "")
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "operation-deprecated" if new.get("deprecated") else "operation-undeprecated"
        yield it.change(rule, below(pair.new.place, "deprecated"), now=until)
    elif old.get("x-sunset") != sunset:
        when = Shown(_date(sunset))
        yield it.change("operation-sunset-changed", below(pair.new.place, "x-sunset"), now=when)


def _date(sunset: object) -> str:
    return f"on {sunset}" if sunset else "at no known date"


def _callbacks(pair: Pair) -> Iterator[Change]:
    old, new = (table(call.operation.get("callbacks")) for call in (pair.old, pair.new))
    yield from _named(
        old, new, of_operation(pair.new), below(pair.new.place, "callbacks"), "callback"
    )


def _named(old: Node, new: Node, it: Subject, place: str, rule: str) -> Iterator[Change]:
    """The changes of named parts that are compared as a whole."""
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    for name in names:
        step = "changed" if name in old and name in new else "added" if name in new else "removed"
        yield it.change(
            f"{rule}-{step}", below(place, name), was=old.get(name), now=new.get(name), name=name
        )
