"""The search questions: `docs/questions.yaml`, each typed into the search of the built site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from attrs import frozen

from ..navigation import LANGUAGES
from .browser import Browser
from .searching import hits


@frozen
class Question:
    """A question, the page that answers it, and where people ask it."""

    ask: str
    page: str
    source: str


def read(source: Path) -> Mapping[str, list[Question]]:
    """The questions of a file by language."""
    found = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {name: [Question(**one) for one in found[name]] for name in LANGUAGES}


def faults(
    browser: Browser, address: str, questions: Mapping[str, list[Question]]
) -> Iterator[str]:
    """A line for each question whose page is not the first hit."""
    for language, asked in questions.items():
        home = f"{address}/{language}"
        found = hits(browser, f"{home}/index.html", [question.ask for question in asked])
        for question, links in zip(asked, found, strict=True):
            pages = [link.removeprefix(f"{home}/").partition(".html")[0] for link in links]
            if pages[:1] != [question.page]:
                first = ", ".join(pages[:3]) or "nothing"
                yield f"{language}: {question.ask}: {question.page} expected, found {first}"
