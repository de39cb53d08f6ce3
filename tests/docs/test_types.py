"""The Python of the README and the guides is checked by `make check`, and needs no crutch."""

from __future__ import annotations

import ast
import re

from scripts.docs.types import blocks_of, modules, programs

A_CRUTCH = re.compile(r'\b(cast|assert_type)\(|or ""|type: ignore|assert \w+ is not None')


def test_every_block_of_every_page_is_checked() -> None:
    found = dict(modules())
    assert len(found) >= 37
    code = "\n".join(found.values())
    for page in programs():
        for block in blocks_of(page):
            assert all(line.strip() in code for line in block.splitlines())
    for module in found.values():
        assert ast.parse(module).body


def test_the_code_of_all_pages_needs_no_crutch() -> None:
    found = [
        (page.name, match[0])
        for page in programs()
        for block in blocks_of(page)
        for match in A_CRUTCH.finditer(block)
    ]
    assert found == []
