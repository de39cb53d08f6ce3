"""Recorded English texts in Spanish, phrase by phrase. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from attrs import frozen

TECHNICAL = re.compile(r"\S*\w[_./=]\w\S*|\w*[a-z][A-Z]\w*|[A-Z]{2,}\w*")
"""Names of code and abbreviations, which are the same in both languages."""

WORD = re.compile(r"[^\W\d_]\w*")


@frozen(slots=False)
class Phrases:
    """Texts that a command records, in Spanish. Of several phrases that fit, the longest is taken.

    `names` are the words that are the same in both languages.
    """

    spanish: Mapping[str, str]
    names: Collection[str]

    def translated(self, text: str) -> str:
        """The text in Spanish. What has no translation stays as it is."""
        return self._phrase.sub(lambda found: self.spanish[found[0]], text)

    def untranslated(self, text: str) -> list[str]:
        """The words of a text that have no translation and are not the same in Spanish."""
        rest = TECHNICAL.sub(" ", self._phrase.sub(" ", text))
        return [word for word in WORD.findall(rest) if word not in self.names]

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        longest_first = sorted(self.spanish, key=len, reverse=True)
        phrases = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<![\w./=])(?:{phrases})(?!\w|[./=]\w)")
