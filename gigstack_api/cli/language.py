"""The language of all texts: `--lang`, or else the locale."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

from .texts import LANGUAGES, Language, choose

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first one that is set says the locale."""

SPANISH = re.compile("es(?![a-z])", re.IGNORECASE)

OPTION = "--lang"


def language_of(environment: Mapping[str, str]) -> Language:
    """The language of a locale: Spanish for `es`, `es_MX.UTF-8`, ...; English for all others."""
    locale = next(filter(None, (environment.get(name) for name in VARIABLES)), "")
    return "es" if SPANISH.match(locale) else "en"


def choose_from_environment() -> None:
    """Chooses the language of the locale."""
    choose(language_of(os.environ))


def take_language(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    """The arguments without `--lang`, which may stand anywhere, and its value.

    It is taken out before the commands exist, since their help is in that language.
    """
    rest: list[str] = []
    found: str | None = None
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            return [*rest, argument, *waiting], found
        if argument == OPTION:
            found = waiting.pop(0) if waiting else ""
        elif argument.startswith(f"{OPTION}="):
            found = argument.removeprefix(f"{OPTION}=")
        else:
            rest.append(argument)
    return rest, found


def known_language(name: str) -> Language | None:
    """The language of a value of `--lang`; None if there is no such one."""
    return next((language for language in LANGUAGES if language == name.lower()), None)
