"""The search questions are enough, and their pages exist."""

from __future__ import annotations

import pytest

from scripts.docs.pages import DOCS
from scripts.docs.site.look.questions import read
from scripts.docs.site.navigation import LANGUAGES
from scripts.docs.site.navigation import read as read_navigation

QUESTIONS = read(DOCS / "questions.yaml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_ten_questions_that_differ(language: str) -> None:
    asked = [question.ask for question in QUESTIONS[language]]
    assert len(set(asked)) == len(asked) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_has_its_page_and_a_source(language: str) -> None:
    listed = {path for part in read_navigation(DOCS / "navigation.yaml") for path in part.listed}
    for question in QUESTIONS[language]:
        assert question.page in listed
        assert question.source.startswith(("issue ", "page ", "pull request "))
