"""Writes the facts of a document that it does not have yet. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, calls
from ..findings import Finding
from . import answers, arguments, methods, repeating
from .operation import Operation, as_object
from .schemas import roles, secrets, units
from .shaping import tolerate

DEADLINE_S = 30
ORDER = (
    "method", "evidence", "replay", "idempotency_key", "deadline_s", "unwrap", "ids", "paging",
    "download", "stamps", "costs", "metadata_filter", "alternatives", "times", "docs", "ranges",
    "anonymous", "example",
)  # fmt: skip
"""Keys of `x-gigstack`, in the order in which they are written; others follow."""
MAPS = frozenset({"ids", "alternatives"})
"""Facts by name: what the document says is added to what is inferred."""


@frozen
class Inferred:
    """A document with all its facts, and what was guessed about it."""

    document: Node
    guesses: tuple[Finding, ...] = ()


def infer(document: Node) -> Inferred:
    """A document in which every operation has all facts of the table of this package.

    Raises:
        UnusableSpec: a reference leads nowhere.
    """
    document = json.loads(json.dumps(document))
    guesses: list[Finding] = []
    guesses += (
        _guess(place, "unit", f"The time is taken to be in {_UNIT_WORDS[unit]}.", "Set x-unit.")
        for place, unit in units(document)
    )
    operations = [*_operations(document)]
    names, clashes = _method_names(operations)
    guesses += clashes
    unwraps = {
        operation.call.place: operation.facts.get("unwrap") or answers.unwrap(operation)
        for operation in operations
    }
    roles(document, operations, unwraps)
    secrets(document)
    for operation in operations:
        guesses += _guesses(operation)
        found = _facts(operation, operations, names[operation.call.place])
        found = {key: value for key, value in found.items() if value not in (None, {}, False)}
        facts = found | operation.facts
        for key in MAPS & found.keys() & operation.facts.keys():
            facts[key] = {**found[key], **operation.facts[key]}
        operation.call.operation["x-gigstack"] = {
            key: facts[key] for key in dict.fromkeys((*ORDER, *facts)) if key in facts
        }
    tolerate(document)
    return Inferred(document, tuple(guesses))


_UNIT_WORDS = {"s": "seconds", "ms": "milliseconds"}


def _operations(document: Node) -> Iterator[Operation]:
    for call in calls(document):
        shared = document["paths"][call.path].get("parameters")
        nodes = tuple(filter(is_object, shared)) if is_list(shared) else ()
        yield Operation(document, call, nodes)


def _method_names(operations: list[Operation]) -> tuple[dict[str, str], list[Finding]]:
    """The method names of operations by place, each once in its resource."""
    short = {
        operation.call.place: operation.facts.get("method") or methods.method_name(operation)
        for operation in operations
    }
    times = Counter((one.tag, short[one.call.place]) for one in operations)
    findings: list[Finding] = []
    for operation in operations:
        place, name = operation.call.place, short[operation.call.place]
        if times[operation.tag, name] > 1 and "method" not in operation.facts:
            short[place] = methods.full_name(operation)
            findings.append(
                _guess(
                    f"{place}.x-gigstack",
                    "method",
                    f"{name!r} would name several methods of {operation.tag}, so this one is "
                    f"{short[place]!r}.",
                    "Set method to a name of its own.",
                )
            )
    return short, findings


def _facts(operation: Operation, operations: list[Operation], method: str) -> dict[str, Any]:
    """The facts that the rules give an operation; None, {} and False stand for no fact."""
    own = operation.facts
    place = own.get("unwrap") or answers.unwrap(operation)
    hidden = {**arguments.alternatives(operation), **as_object(own.get("alternatives"))}
    return {
        "method": method,
        "evidence": "documented",
        "replay": repeating.replay_class(operation),
        "idempotency_key": repeating.idempotency_key(operation),
        "deadline_s": DEADLINE_S,
        "unwrap": place,
        "ids": arguments.ids(operation, operations),
        "paging": answers.paging(operation, place),
        "download": answers.download(operation),
        "stamps": _stamps(operation),
        "metadata_filter": arguments.metadata_filter(operation),
        "alternatives": hidden,
        "times": arguments.times(operation, hidden),
        "docs": _docs(operation),
        "ranges": arguments.ranges(operation, hidden),
        "anonymous": arguments.anonymous(operation),
    }


def _stamps(operation: Operation) -> bool:
    tags = operation.document.get("tags")
    named = [tag for tag in tags if is_object(tag)] if is_list(tags) else []
    marked = {str(tag.get("name")) for tag in named if tag.get("x-stamps") is True}
    return operation.tag in marked and "application/json" in operation.bodies


def _docs(operation: Operation) -> str:
    nodes = (operation.call.operation, operation.document)
    found = (as_object(node.get("externalDocs")).get("url") for node in nodes)
    return str(next(filter(None, found), ""))


def _guesses(operation: Operation) -> Iterator[Finding]:
    """The guesses about an operation where the document has no fact."""
    for fact, rule in (
        ("replay", repeating.replay_guess),
        ("paging", answers.paging_guess),
    ):
        if fact not in operation.facts and (guess := rule(operation)):
            yield _guess(f"{operation.call.place}.x-gigstack", fact, *guess)


def _guess(place: str, fact: str, problem: str, remedy: str) -> Finding:
    return Finding(f"{place}.{fact}", problem, remedy)
