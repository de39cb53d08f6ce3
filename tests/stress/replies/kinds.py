"""The documented replies of every operation, and one with every field: the mutations start from
these.
"""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import field, frozen

from scripts.spec.examples import Arguments, plausible_document
from scripts.spec.model import Call, Node, calls, load, resolve

from .json_mutations import JsonPath, all_paths


@frozen(kw_only=True)
class ReplyExample:
    """A documented reply, with its schema and all paths in it."""

    call: Call
    arguments: Arguments
    status: int
    schema: Node
    document: Any
    paths: list[JsonPath] = field(repr=False)

    @property
    def unwrap(self) -> JsonPath:
        """The path of the value."""
        path = self.call.facts["unwrap"]
        return () if path in {"none", "empty"} else tuple(path.split("."))

    @property
    def is_page(self) -> bool:
        """Whether the value is a page of a list."""
        return "paging" in self.call.facts

    @property
    def is_file(self) -> bool:
        """Whether the value is a file."""
        return "download" in self.call.facts

    @property
    def is_empty(self) -> bool:
        """Whether the reply has no value."""
        return bool(self.call.facts["unwrap"] == "empty")


@frozen(kw_only=True)
class ReplyExamples:
    """The documented success replies, one `full` reply with every field for each operation, and the
    documented error replies.
    """

    documented: list[ReplyExample]
    full: list[ReplyExample]
    refusals: list[ReplyExample]

    def draw(self, random: Random, number: int) -> ReplyExample:
        """A random example; every fifth is a full one, of each operation in turn."""
        if number % 5 == 0:
            return self.full[number // 5 % len(self.full)]
        return random.choice(self.refusals if random.random() < 0.2 else self.documented)


def load_examples() -> ReplyExamples:
    """All examples of the spec."""
    found = ReplyExamples(documented=[], full=[], refusals=[])
    for call in calls(load()):
        arguments = Arguments.least(call)
        status = int(next(iter(call.successes)))
        document = plausible_document(call)
        found.full.append(_example(call, arguments, status, call.answer, document))
        for text, response in call.node["responses"].items():
            for _, schema, value in call.examples(resolve(call.spec, response)):
                group = found.documented if text.startswith("2") else found.refusals
                group.append(_example(call, arguments, int(text), schema, value))
    return found


def _example(
    call: Call, arguments: Arguments, status: int, schema: Node, document: Any
) -> ReplyExample:
    return ReplyExample(
        call=call,
        arguments=arguments,
        status=status,
        schema=schema,
        document=document,
        paths=all_paths(document),
    )
