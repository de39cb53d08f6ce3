"""Recorded texts are translated phrase by phrase."""

from __future__ import annotations

import pytest

from scripts.docs.phrases import Phrases

PHRASES = Phrases({"calls": "llamadas", "calls at once": "llamadas a la vez"}, {"asyncio"})


def test_the_longest_phrase_is_translated() -> None:
    assert PHRASES.translated("50 calls at once; calls") == "50 llamadas a la vez; llamadas"


@pytest.mark.parametrize("text", ["recalls", "calls.list", "gig.calls", "of=calls", "calls_s"])
def test_a_phrase_within_a_word_or_a_name_stays(text: str) -> None:
    assert PHRASES.translated(text) == text


def test_words_without_a_translation_are_found() -> None:
    text = "50 calls of asyncio: clients.create, cut_after, ServerError, x=1"
    assert PHRASES.untranslated(text) == ["of"]
