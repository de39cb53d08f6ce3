"""The thing that a change is about, in the words and names of the generated package. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from attrs import evolve, field, frozen

from gigstack_api._core.schema.types import is_list, is_object

from .. import names
from ..document import Call, Node
from .changes import Change, Side
from .rules import OPERATIONS, RULES, VALUES

VERBS = {
    "takes": "take",
    "sends": "send",
    "needs": "need",
    "works": "work",
    "writes": "write",
    "calls": "call",
    "finds": "find",
    "waits": "wait",
    "accepts": "accept",
    "goes": "go",
    "has": "have",
    "is": "are",
}
MANY = 3
"""How many methods a line names before it counts them."""


@frozen(kw_only=True)
class Subject:
    """A thing that changed.

    `it` is its name within a sentence, `prefix` how identifiers of its changes begin, `names` its
    names in the package. Arguments have an `owner`: the methods that take them.
    """

    it: str
    side: Side
    prefix: str = ""
    name: str = ""
    owner: str = ""
    plural: bool = False
    names: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    confidence: float = 1.0

    def change(
        self,
        rule: str,
        place: str,
        *,
        was: Any = None,
        now: Any = None,
        key: str = "",
        name: str = "",
        confidence: float = 1.0,
    ) -> Change:
        """A change of the thing, with the words and the level of its rule.

        `name` and `key` are the part and the keyword that changed, where the words name one.
        """
        as_argument = f"parameter-{rule}"
        worded = (
            OPERATIONS[as_argument] if self.owner and as_argument in OPERATIONS else RULES[rule]
        )
        judged = VALUES.get(rule, worded)
        texts = {
            **{verb: many if self.plural else verb for verb, many in VERBS.items()},
            "it": self.it,
            "owner": self.owner,
            "name": name or self.name,
            "was": shown(was),
            "now": shown(now),
            "key": key,
            "required": "",
            "always": "always there",
        }
        if self.side == Side.REQUEST:
            texts |= {"required": ", and required", "always": "required"}
        line = worded.words.format_map(texts)
        return Change(
            id=rule if rule.startswith(("path-", "parameter-")) else f"{self.prefix}{rule}",
            level=judged.level(self.side),
            place=place,
            was=was.text if isinstance(was, Shown) else was,
            now=now.text if isinstance(now, Shown) else now,
            side=self.side,
            line=line[:1].upper() + line[1:],
            subjects=self.names,
            operations=self.operations,
            confidence=confidence,
        )

    def within(self, part: str, name: str) -> Subject:
        """A part of the thing that has no name of its own: an item, a value, a key."""
        return evolve(self, it=part.format(it=self.it), owner="", name=name)


def shown(value: object) -> str:
    """A value as a line shows it: types and places in words, all else as JSON."""
    if isinstance(value, Shown):
        return value.text
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = value if isinstance(value, str) else text
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


@frozen
class Shown:
    """A value that is already worded."""

    text: str


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them: `a`, `b` and `c`; from the fourth on they are counted."""
    quoted = [f"`{name}`" for name in dict.fromkeys(names)]
    if len(quoted) > MANY:
        return f"{', '.join(quoted[: MANY - 1])} and {len(quoted) - MANY + 1} more"
    return " and ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))


def python_name(node: Node, name: str) -> str:
    """The Python name of a parameter or field: the one that stands with it, or its own."""
    known = node.get("x-python-name")
    return known if isinstance(known, str) else names.argument_name(name)


def field_name(node: Node, name: str) -> str:
    """The Python name of a field: the one that stands with it, or its own if Python can have it."""
    known = node.get("x-python-name")
    return known if isinstance(known, str) else names.field_name(name)


def class_name(schema: object, name: str) -> str:
    """The class of a component."""
    known = schema.get("x-class-name") if is_object(schema) else None
    return known if isinstance(known, str) else name


def facts_of(operation: Node) -> Node:
    """The facts of an operation; empty if it has none."""
    facts = operation.get("x-gigstack")
    return facts if is_object(facts) else {}


def resource_of(operation: Node) -> str:
    """The resource that an operation belongs to."""
    tags = operation.get("tags")
    return names.resource_name(str(tags[0])) if is_list(tags) and tags else "default"


def method_of(call: Call) -> str:
    """The method of an operation as users write it: `gig.clients.list`."""
    method = facts_of(call.operation).get("method") or names.method_name(operation_id(call))
    return f"gig.{resource_of(call.operation)}.{method}"


def operation_id(call: Call) -> str:
    """The operationId; method and path where there is none."""
    return str(call.operation.get("operationId") or f"{call.method}{call.path}")


def of_operation(call: Call, side: Side = Side.BOTH) -> Subject:
    """The method of an operation."""
    method = method_of(call)
    return Subject(
        it=f"`{method}`",
        side=side,
        name=method,
        names=(method, module_of(call)),
        operations=(operation_id(call),),
    )


def module_of(call: Call) -> str:
    """The public module of an operation."""
    return f"operations.{resource_of(call.operation)}.{names.module_name(operation_id(call))}"


def of_argument(calls: Iterable[Call], name: str, prefix: str) -> Subject:
    """An argument of the methods of some operations."""
    found = tuple(calls)
    methods = [method_of(call) for call in found]
    return Subject(
        it=f"the argument `{name}` of {listed(methods)}",
        side=Side.REQUEST,
        prefix=prefix,
        name=f"`{name}`",
        owner=listed(methods),
        plural=len(set(methods)) > 1,
        names=tuple(f"{method}({name})" for method in methods),
        operations=tuple(map(operation_id, found)),
    )


@frozen(kw_only=True)
class Owner:
    """An object whose fields are compared: a model, the body of operations, or an answer."""

    kind: str
    """`model`, `body` or `answer`."""
    name: str
    side: Side
    calls: tuple[Call, ...] = ()
    operations: tuple[str, ...] = field(default=())

    def field(self, node: Node, name: str) -> Subject:
        """One of its fields."""
        python = field_name(node, name)
        side = self._side_of(node)
        prefix = "field-" if side == Side.BOTH else f"{side}-field-"
        if self.kind == "body":
            return evolve(of_argument(self.calls, python, prefix), operations=self.operations)
        it = f"`{self.name}.{python}`"
        if self.kind == "answer":
            it = f"`{name}` in the answer of {listed(map(method_of, self.calls))}"
        return Subject(
            it=it,
            side=side,
            prefix=prefix,
            name=f"`{python}`",
            names=(f"{self.name}.{python}",),
            operations=self.operations,
        )

    def _side_of(self, node: Node) -> Side:
        if self.side == Side.BOTH and node.get("readOnly"):
            return Side.ANSWER
        return Side.REQUEST if self.side == Side.BOTH and node.get("writeOnly") else self.side
