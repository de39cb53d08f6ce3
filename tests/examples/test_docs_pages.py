"""The Python blocks of the docs run against the sandbox and print what they show."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from scripts.docs.pages import GUIDES
from scripts.sandbox_process import ROOT, running

from .markdown import Block, python_blocks, run_snippets

SNIPPETS = [
    *("bulk", "bulk_files", "client", "clients", "drift", "errors"),
    *("imports", "lists", "requests", "retries", "webhooks"),
]
"""Pages whose blocks go inside `async with Gigstack() as gig:`, one after the other."""

ELSEWHERE = {
    "catalogs": "tests/catalogs/test_docs.py",
    "cli": "tests/cli/test_docs.py",
    "fastapi": "tests/fastapi/test_guides.py",
    "files": "tests/examples/test_examples.py",
    "fiscal": "tests/examples/test_examples.py",
    "observability": "tests/examples/test_recipes.py",
    "regenerating": "tests/regenerate/test_docs_page.py",
    "sync": "tests/examples/test_recipes.py",
    "tables": "tests/examples/test_recipes.py",
}
"""Pages with programs of their own, and the test that runs them."""


def is_runnable(block: Block) -> bool:
    """Whether what the block imports is there yet."""
    return "gigstack_api.operations" not in block.code or bool(find_spec("gigstack_api.operations"))


@pytest.mark.parametrize("page", SNIPPETS)
def test_the_blocks_of_a_page_print_what_they_show(page: str, tmp_path: Path) -> None:
    blocks = [block for block in python_blocks(GUIDES / f"{page}.md") if is_runnable(block)]
    assert blocks
    with running("--seed", "demo") as environment:
        printed = run_snippets([block.code for block in blocks], environment, tmp_path)
    assert printed == [block.output for block in blocks]


def test_every_page_with_python_is_run_by_a_test() -> None:
    pages = {page.stem for page in GUIDES.glob("*.md") if python_blocks(page)}
    assert pages == {*SNIPPETS, *ELSEWHERE}
    for page, test in ELSEWHERE.items():
        assert f'"{page}' in (ROOT / test).read_text(encoding="utf-8")
