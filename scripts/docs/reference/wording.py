"""The words of a page in its language: Spanish is looked up by the English text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

SPANISH = Path(__file__).with_name("spanish")


class Wording:
    """The words of one language, and which of them were used.

    `say` gives a text in the language. One without a translation stays English; a test finds it in
    `missing`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: Mapping[str, str] = spanish() if language == "es" else {}
        self.used: dict[str, None] = {}
        self.missing: dict[str, None] = {}

    def say(self, text: str, **values: object) -> str:
        """A text in the language, with its values put in after the translation."""
        if not text:
            return ""
        self.used[text] = None
        said = text
        if self.language == "es":
            if text not in self._texts:
                self.missing[text] = None
            said = self._texts.get(text, text)
        return said.format(**values) if values else said


@cache
def spanish() -> Mapping[str, str]:
    """The Spanish texts by their English ones, of all tables."""
    return {en: es for table in spanish_tables().values() for en, es in table}


@cache
def spanish_tables() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The tables of texts, English and Spanish, by the names of their files."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        path.stem: [
            (row["en"], row["es"])
            for row in yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
        ]
        for path in sorted(SPANISH.glob("*.yaml"))
    }
