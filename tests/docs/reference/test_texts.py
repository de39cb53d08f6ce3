"""The Spanish texts: all there, none left over, the same code in both languages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from scripts.docs.reference.wording import Wording, spanish, spanish_tables

CODE = re.compile(r"`[^`]+`")
PLACE = re.compile(r"\{\w+\}")


def test_every_text_has_a_translation(said: Wording) -> None:
    assert list(said.missing) == [], "add them to scripts/docs/reference/spanish/"


def test_no_translation_is_left_over(said: Wording) -> None:
    assert [text for text in spanish() if text not in said.used] == []


def test_a_text_is_translated_once() -> None:
    texts = [en for table in spanish_tables().values() for en, _ in table]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_translations_hold_the_same_code_and_values() -> None:
    for english, translated in spanish().items():
        assert Counter(CODE.findall(english)) == Counter(CODE.findall(translated)), english
        assert Counter(PLACE.findall(english)) == Counter(PLACE.findall(translated)), english


def test_sentences_end_alike() -> None:
    for english, translated in spanish().items():
        assert english.endswith(".") == translated.endswith("."), english


def test_an_untranslated_text_stays_english_and_is_missing() -> None:
    words = Wording("es")
    assert words.say("A text that no page has.") == "A text that no page has."
    assert list(words.missing) == ["A text that no page has."]


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "The catalogue X of the SAT"), ("es", "El catálogo X del SAT")]
)
def test_values_are_put_in_after_the_translation(language: str, shown: str) -> None:
    text = "The catalogue {name} of the SAT, as `gigstack_api.catalogs.{enum}`."
    assert Wording(language).say(text, name="X", enum="Y").startswith(shown)


def test_nothing_is_said_for_an_empty_text() -> None:
    words = Wording("es")
    assert words.say("") == ""
    assert not words.used
