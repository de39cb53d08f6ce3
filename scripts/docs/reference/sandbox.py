"""The page of the sandbox: its options from its parser, the rest from a text in each language."""

from __future__ import annotations

import re
from argparse import SUPPRESS
from collections.abc import Iterator
from pathlib import Path

from gigstack_api.sandbox.__main__ import parser

from ...spec.model import operation_count
from .markdown import code, table
from .wording import Wording

PAGE = "reference/sandbox.md"
TEXTS = Path(__file__).with_name("sandbox_page")
OWN_DEFAULT = re.compile(r" \(default: %\(default\)s([^)]*)\)")
"""The default in a help text; the table has a column for it."""


def sandbox_page(words: Wording) -> str:
    """The text of the language with the table of options."""
    text = (TEXTS / f"{words.language}.md").read_text(encoding="utf-8")
    say = words.say
    head = [say("Option"), say("Default"), say("Description")]
    options = table(head, _options(words))
    return text.replace("{options}", options).replace("{operations}", str(operation_count()))


def _options(words: Wording) -> Iterator[tuple[str, str, str]]:
    actions = parser()._actions  # pyright: ignore[reportPrivateUsage] - the only way
    for action in actions:
        if action.default is SUPPRESS:  # --help
            continue
        choices = f"{{{','.join(map(str, action.choices or ()))}}}"
        value = action.metavar or (choices if action.choices else action.dest.upper())
        shown = action.option_strings[-1] + (f" {value}" if action.nargs != 0 else "")
        default = code(str(action.default)) if action.default else ""
        yield code(shown), default, words.say(OWN_DEFAULT.sub(_rest, str(action.help)))


def _rest(default: re.Match[str]) -> str:
    """The part of a default that is not the value: `, this machine only`."""
    return default[1].replace(";", ",")
