"""Every documented answer of every operation, and one with every field: what the mutations begin
with. Pure.
"""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import field, frozen

from scripts.spec.examples import Arguments, plausible_document
from scripts.spec.model import Call, Node, calls, load, resolve

from .json_mutations import Path, places


@frozen(kw_only=True)
class Example:
    """An answer that the spec documents, with its schema and every place in it."""

    call: Call
    arguments: Arguments
    status: int
    schema: Node
    document: Any
    places: list[Path] = field(repr=False)

    @property
    def unwrap(self) -> Path:
        """Where the value stands."""
        place = self.call.facts["unwrap"]
        return () if place in {"none", "empty"} else tuple(place.split("."))

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
        """Whether there is no value."""
        return bool(self.call.facts["unwrap"] == "empty")


@frozen(kw_only=True)
class Examples:
    """The success answers of the docs, one with every field for each operation, and the error
    answers of the docs.
    """

    documented: list[Example]
    full: list[Example]
    refusals: list[Example]

    def draw(self, chance: Random, number: int) -> Example:
        """One of them; every fifth is a full one, of each operation in turn."""
        if number % 5 == 0:
            return self.full[number // 5 % len(self.full)]
        return chance.choice(self.refusals if chance.random() < 0.2 else self.documented)


def examples() -> Examples:
    """All there are in the spec."""
    found = Examples(documented=[], full=[], refusals=[])
    for call in calls(load()):
        arguments = Arguments.least(call)
        found.full.append(
            _example(
                call,
                arguments,
                int(next(iter(call.successes))),
                call.answer,
                plausible_document(call),
            ),
        )
        for status, answer in call.node["responses"].items():
            for _, schema, document in call.examples(resolve(call.spec, answer)):
                kept = found.documented if status.startswith("2") else found.refusals
                kept.append(_example(call, arguments, int(status), schema, document))
    return found


def _example(call: Call, arguments: Arguments, status: int, schema: Node, document: Any) -> Example:
    return Example(
        call=call,
        arguments=arguments,
        status=status,
        schema=schema,
        document=document,
        places=places(document),
    )
