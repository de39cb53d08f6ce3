"""Texts without the differences that people do not mean: accents, case, punctuation. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[a-z0-9]+")
SMALL_WORDS = frozenset({"de", "del", "el", "la", "las", "los", "of", "the"})
REMARK = re.compile(r"\([^)]*\)|\[[^]]*\]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The letters and digits of a text: `Régimen fiscal` and `REGIMEN_FISCAL` are the same."""
    return "".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of a text without articles, in plain letters."""
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in WORD.findall(letters) if word not in SMALL_WORDS]


def without_remarks(text: str) -> str:
    """A text without what stands in brackets."""
    return REMARK.sub(" ", text)
