"""The documentation of both languages, and what else users read, is spelt correctly."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docs.pages import ROOT
from scripts.docs.spelling import (
    Language,
    entries,
    faults,
    languages,
    listed,
    prose,
    unknown,
    words,
)

ADVICE = "correct these words, or run `python -m scripts.docs.spelling --write` and read the diff"


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.code)
def test_no_word_is_misspelt_and_no_entry_is_needless(language: Language) -> None:
    name = language.word_list.relative_to(ROOT).as_posix()
    found = faults(unknown(language), listed(language), name)
    if found:
        pytest.fail("\n".join([ADVICE, *found]), pytrace=False)


def test_a_fault_names_its_place() -> None:
    found = {"tambien": "page.md:3", "Upserts": "page.md:4", "upserts": "page.md:5"}
    assert faults(found, ["upserts"], "words.txt") == ["page.md:3: tambien"]
    assert faults(found, entries(found), "words.txt") == []
    assert entries(found) == ["tambien", "upserts"]


def test_a_list_is_sorted_and_has_no_needless_words() -> None:
    found = {"httpx": "page.md:1", "Zensical": "page.md:1"}
    assert faults(found, ["httpx", "Zensical"], "words.txt") == []
    assert faults(found, ["Zensical", "httpx"], "words.txt") == ["words.txt is not sorted"]
    assert faults(found, ["anyio", "httpx", "Zensical"], "words.txt") == [
        "words.txt: anyio is not needed"
    ]


def test_code_and_addresses_are_left_out(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Clints {#clyents}\n\n<!-- test: program -->\n```python\n"
        "clint = 1  # a coment\nprint(clint)\n# outpt\n```\n\n"
        "See [lnk](clint.md), `clint`, https://example.com/clint and gig.clint, CFDIs.\n",
        encoding="utf-8",
    )
    found = [word for _, text in prose(page) for word in words(text)]
    assert found == ["Clints", "See", "lnk", "and", "coment"]


def test_docstrings_are_read(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('def read() -> None:\n    """Reeds it.\n\n    Twise."""\n', encoding="utf-8")
    assert [(line, text.strip()) for line, text in prose(module)] == [
        (2, "Reeds it."),
        (3, ""),
        (4, "Twise."),
    ]
