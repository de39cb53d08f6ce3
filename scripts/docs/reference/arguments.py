"""The table of the arguments of a method."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .docstrings import without_notes
from .markdown import code
from .places import models
from .source import Argument, Function
from .types import Types, is_nullable
from .wording import Wording

MOST_VALUES = 16
"""More values of an enum are left to the page of its model."""


def argument_rows(
    words: Wording, types: Types, method: Function, on: str
) -> Iterator[tuple[str, str, str, str]]:
    """Name, type, whether it is required, and text of each argument."""
    texts = method.doc.entries("Args")
    for argument in method.arguments:
        if argument.name == "reserved" and argument.kind == "**":
            continue
        stars = argument.kind if argument.kind in {"*", "**"} else ""
        yield (
            code(f"{stars}{argument.name}"),
            types.shown(argument.type, on=on, default=argument.default),
            words.say("yes") if argument.is_required else words.say("no"),
            _text(words, argument, texts.get(argument.name, "")),
        )


def _text(words: Wording, argument: Argument, text: str) -> str:
    parts = [words.say(without_notes(text))]
    if is_nullable(argument.type):
        parts.append(words.say("None is sent as null."))
    values = _values(argument)
    if values:
        parts.append(f"{words.say('Values')}: {', '.join(map(code, values))}.")
    if argument.default not in {None, "None", "OMIT"}:
        parts.append(f"{words.say('Default')}: {code(str(argument.default))}.")
    return " ".join(part for part in parts if part)


def _values(argument: Argument) -> list[str]:
    """The values of the enum that an argument takes."""
    names = (
        [word.id for word in ast.walk(argument.type) if isinstance(word, ast.Name)]
        if argument.type
        else []
    )
    for name in names:
        if name in models() and (members := models()[name].members):
            return list(members.values()) if len(members) <= MOST_VALUES else []
    return []
