"""The Python of the README and the pages is checked by `make check`, and needs no crutch."""

from __future__ import annotations

import ast
import re

from scripts.docs.blocks import python_blocks
from scripts.docs.types import modules, programs

A_CRUTCH = re.compile(r'\b(cast|assert_type)\(|or ""|type: ignore|assert \w+ is not None')


def test_every_block_of_every_page_is_checked_at_its_line() -> None:
    found = list(modules())
    for page in programs():
        codes = [module.code.splitlines() for module in found if module.page == page]
        for block in python_blocks(page):
            lines = [line.strip() for line in block.code.splitlines()]
            places = [code[block.line - 1 : block.line - 1 + len(lines)] for code in codes]
            assert lines in [[line.strip() for line in place] for place in places]
    for module in found:
        assert ast.parse(module.code).body


def test_modules_have_names_of_their_own() -> None:
    names = [module.name for module in modules()]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() for name in names)


def test_the_code_of_all_pages_needs_no_crutch() -> None:
    found = [
        (page.name, match[0])
        for page in programs()
        for block in python_blocks(page)
        for match in A_CRUTCH.finditer(block.code)
    ]
    assert found == []
