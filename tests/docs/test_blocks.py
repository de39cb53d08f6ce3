"""The blocks of every page run against a sandbox with demo data, and print what they show."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from scripts.docs.blocks import RUN, blocks_of
from scripts.docs.pages import ENGLISH, README, ROOT, pages

from .running import run_page

PAGES = [README, *pages(ENGLISH)]
IDS = [page.relative_to(ROOT).as_posix() for page in PAGES]

PARSERS: Mapping[str, Callable[[str], object]] = {
    "ini": lambda text: ConfigParser().read_string(text),
    "json": json.loads,
    "toml": tomllib.loads,
    "yaml": lambda text: list(yaml.safe_load_all(text)),
}

AS_THEY_ARE = {"text", "promql", "html", "xml"}
"""Languages of blocks that are shown and not checked."""


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_blocks_of_a_page_print_what_they_show(page: Path, demo: Path) -> None:
    blocks = [
        block
        for block in blocks_of(page)
        if block.language in RUN and block.is_run and not block.test
    ]
    problems = run_page(blocks, demo)
    if problems:
        pytest.fail("\n\n".join(problems), pytrace=False)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_other_blocks_of_a_page_can_be_read(page: Path) -> None:
    for block in blocks_of(page):
        if parse := PARSERS.get(block.language):
            parse(block.code)
        else:
            assert block.language in RUN | AS_THEY_ARE, (
                f"{page}:{block.line}: unknown language {block.language!r}; one of "
                f"{sorted(RUN | AS_THEY_ARE | PARSERS.keys())} is needed"
            )


BY_TESTS = [block for page in PAGES for block in blocks_of(page) if block.test]


@pytest.mark.parametrize(
    ("page", "test"), sorted({(block.page, block.test) for block in BY_TESTS}, key=str)
)
def test_a_test_that_a_page_names_is_about_it(page: Path, test: str) -> None:
    source = (ROOT / test).read_text(encoding="utf-8")
    named = rf'"(\w+/)?{page.stem}(\.md)?"|\b{page.stem}\)'
    assert re.search(named, source), f"{test} does not name {page.name}"
