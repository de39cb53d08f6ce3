"""A value that a field cannot take."""

from __future__ import annotations

MOST_LETTERS = 40


class Unfit(Exception):
    """The sentence that says why."""


def shown(value: object) -> str:
    """A value in a sentence, shortened."""
    text = str(value)
    return repr(text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…")
