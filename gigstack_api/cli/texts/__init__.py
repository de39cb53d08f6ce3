"""All texts that the command shows, in Spanish and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from .doctor import DOCTOR
from .help import COMMANDS, METAVARS, OPTIONS
from .running import ERRORS, RUNNING

Language = Literal["es", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

TEXTS: Mapping[str, Mapping[Language, str]] = {
    key: {"es": spanish, "en": english}
    for table in (COMMANDS, OPTIONS, METAVARS, RUNNING, ERRORS, DOCTOR)
    for key, (spanish, english) in table.items()
}
"""The texts by key and language."""

_chosen: list[Language] = ["en"]
"""For all threads: the progress is drawn in one of its own."""


def choose(language: Language) -> None:
    """Chooses the language of all texts from now on."""
    _chosen[0] = language


def chosen() -> Language:
    """The language of the texts."""
    return _chosen[0]


def counted(noun: str, count: int) -> str:
    """A number of something in the chosen language: `1 client`, `2,000 clients`."""
    return f"{count:,} {text(f'noun.{noun}.one' if count == 1 else f'noun.{noun}')}"


def text(key: str, /, **values: object) -> str:
    """A text in the chosen language, with its values."""
    return TEXTS[key][_chosen[0]].format(**values)
