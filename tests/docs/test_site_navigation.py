"""The navigation of the site, and the pages that it must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docs.pages import DOCS
from scripts.docs.site.assembling import paths
from scripts.docs.site.navigation import LANGUAGES, NavigationError, check, read, tree, unlisted

FILE = """
- title: [Start, Primeros pasos]
  pages:
    start/install: [Installation, Instalación]
- title: [Reference, Referencia]
  pages:
    reference/names: [Names, Nombres]
  folder: reference
  groups:
    - title: [Decisions, Decisiones]
      folder: decisions
"""
TITLES = {
    "index": "Invoices",
    "start/install": "Install it",
    "reference/names": "Public names",
    "reference/errors": "Error codes",
    "reference/operations/index": "Operations",
    "reference/operations/clients": "clients",
}


@pytest.fixture
def navigation(tmp_path: Path) -> Path:
    file = tmp_path / "navigation.yaml"
    file.write_text(FILE, encoding="utf-8")
    return file


def test_pages_have_the_titles_of_their_language(navigation: Path) -> None:
    home, start, _ = tree(read(navigation), "es", TITLES)
    assert home == {"Inicio": "index.md"}
    assert start == {"Primeros pasos": [{"Instalación": "start/install.md"}]}


def test_other_pages_of_a_folder_follow_in_their_order(navigation: Path) -> None:
    reference = tree(read(navigation), "en", TITLES)[2]["Reference"]
    assert reference == [
        {"Names": "reference/names.md"},
        {"Error codes": "reference/errors.md"},
        {
            "Operations": [
                {"Operations": "reference/operations/index.md"},
                {"clients": "reference/operations/clients.md"},
            ]
        },
    ]


def test_a_group_without_pages_is_left_out(navigation: Path) -> None:
    assert "Decisions" not in str(tree(read(navigation), "en", TITLES))
    decided = {**TITLES, "decisions/httpx": "Why httpx"}
    assert {"Why httpx": "decisions/httpx.md"} in tree(read(navigation), "en", decided)[2][
        "Reference"
    ][1]["Decisions"]  # type: ignore[index]


def test_a_missing_page_and_one_too_many_are_named(navigation: Path) -> None:
    pages = {"index", "start/install", "reference/names", "reference/made", "decisions/x"}
    check(read(navigation), {"en": pages})
    with pytest.raises(NavigationError) as raised:
        check(read(navigation), {"en": pages, "es": (pages - {"start/install"}) | {"guides/new"}})
    assert str(raised.value).splitlines() == [
        "docs/es/start/install.md is in docs/navigation.yaml only",
        "docs/es/guides/new.md is not in docs/navigation.yaml",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_place(language: str) -> None:
    assert unlisted(read(DOCS / "navigation.yaml"), paths(DOCS / language)) == []


def test_the_navigation_file_names_each_page_once() -> None:
    listed = [path for section in read(DOCS / "navigation.yaml") for path in section.listed]
    assert len(listed) == len(set(listed))
