"""The pages as a whole: links, headings, the two languages."""

from __future__ import annotations

import posixpath
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.docs.outline import without_fences
from scripts.docs.reference import LANGUAGES, reference, write_reference
from scripts.spec.model import operation_count

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^(#{1,6}) (.+?)(?: \{#([\w-]+)\})?$", re.MULTILINE)
ANCHOR = re.compile(r'<span id="([\w-]+)">')
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PROCESSOR_S = 5.0


def anchors(text: str) -> list[str]:
    prose = without_fences(text)
    return [
        *(found[3] for found in HEADING.finditer(prose) if found[3]),
        *ANCHOR.findall(prose),
    ]


def links(text: str) -> Iterator[str]:
    prose = re.sub(r"(?<!\[)`[^`\n]*`", "", without_fences(text))
    return (link for link in LINK.findall(prose) if not link.startswith("http"))


def broken(pages: Mapping[str, str]) -> Iterator[str]:
    known = {page: set(anchors(text)) for page, text in pages.items()}
    for page, text in pages.items():
        for link in links(text):
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            target = target if path else page
            if target not in known or (anchor and anchor not in known[target]):
                yield f"{page}: {link}"


def test_every_link_leads_to_a_heading(pages: Mapping[str, str]) -> None:
    assert list(broken(pages)) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    page = "# A\n\n## B {#b}\n\n[x](#b) [x](#c) [x](d.md) [x](../a.md#b) [x](../a.md#z)\n"
    found = list(broken({"a.md": "## B {#b}\n", "r/b.md": page}))
    assert found == ["r/b.md: #c", "r/b.md: d.md", "r/b.md: ../a.md#z"]


def test_the_ids_of_a_page_are_different(pages: Mapping[str, str]) -> None:
    for page, text in pages.items():
        twice = [anchor for anchor, times in Counter(anchors(text)).items() if times > 1]
        assert twice == [], page


def test_a_page_has_one_title_and_no_skipped_level(pages: Mapping[str, str]) -> None:
    for page, text in pages.items():
        levels = [len(found[1]) for found in HEADING.finditer(without_fences(text))]
        assert levels[0] == 1, page
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_all_headings_but_the_title_have_an_id(pages: Mapping[str, str]) -> None:
    for page, text in pages.items():
        bare = [found[2] for found in HEADING.finditer(without_fences(text)) if not found[3]]
        assert len(bare) == 1, page


def test_both_languages_have_the_same_pages_and_ids(
    english: Mapping[str, str], spanish: Mapping[str, str]
) -> None:
    assert list(english) == list(spanish)
    for page, text in english.items():
        assert anchors(text) == anchors(spanish[page]), page


def test_both_languages_have_the_same_programs(
    english: Mapping[str, str], spanish: Mapping[str, str]
) -> None:
    for page, text in english.items():
        programs = [
            [fence[2] for fence in FENCE.finditer(each) if fence[1] != "text"]
            for each in (text, spanish[page])
        ]
        assert programs[0] == programs[1], page


def test_rows_of_a_table_have_as_many_cells_as_its_head(pages: Mapping[str, str]) -> None:
    for page, text in pages.items():
        for table in re.findall(r"(?:^\|.*\n)+", without_fences(text), re.MULTILINE):
            cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
            assert len(cells) == 1, f"{page}: {table[:200]}"


def test_no_text_shows_research_notes_before_the_evidence(english: Mapping[str, str]) -> None:
    for page, text in english.items():
        if page.startswith("reference/classes/"):
            continue
        for part in re.split(r"^## ", text, flags=re.MULTILINE):
            shown = part.partition("**Evidence**")[0]
            assert not re.search(r"\b(?:Settled|Unverified): ", shown), page


def test_every_operation_has_its_heading(english: Mapping[str, str]) -> None:
    found = [
        heading
        for page, text in english.items()
        if page.startswith("reference/operations/") and not page.endswith("index.md")
        for heading in re.findall(r"^## `gig\.([\w.]+)`", text, re.MULTILINE)
    ]
    by_hand = {"clients.upsert", "clients.upsert_many", "invoices.bundle"}
    assert len(found) == len(set(found))
    assert len(set(found) - by_hand) == operation_count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_written_below_the_target(tmp_path: Path, language: str) -> None:
    written = write_reference(tmp_path, language)
    pages, _ = reference(language)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == list(pages)
    assert all(
        path.read_text(encoding="utf-8") == pages[name]
        for path, name in zip(written, pages, strict=True)
    )


def test_two_runs_give_the_same_pages(english: Mapping[str, str]) -> None:
    assert reference("en")[0] == english


def test_both_languages_are_quick() -> None:
    before = time.process_time()
    for language in LANGUAGES:
        reference(language)
    assert time.process_time() - before < PROCESSOR_S
