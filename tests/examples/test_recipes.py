"""The guides for sync code and for tables: each block runs and prints what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.sandbox_process import ROOT, running

from .markdown import Block, python_blocks, run_program, run_snippets

BLOCKS = {page: python_blocks(ROOT / "docs" / f"{page}.md") for page in ("sync", "tables")}

NEEDS = {"Celery": "celery", "Django": "django"}
"""The package that a block needs, by its heading."""

BEFORE = {
    "Django": (
        "import django\n"
        "from django.conf import settings\n"
        "settings.configure(DEFAULT_CHARSET='utf-8')\n"
        "django.setup()\n"
    )
}
"""What surrounds a block in an app."""

AFTER = {
    "Django": (
        "import asyncio, json\n"
        "from asgiref.sync import sync_to_async\n"
        "async def serve():\n"
        "    async with gig:\n"
        "        shown = json.loads((await clients(HttpRequest())).content)['clients']\n"
        "        found = await sync_to_async(client)(HttpRequest(), shown[0]['id'])\n"
        "        print(len(shown), json.loads(found.content) == shown[0])\n"
        "asyncio.run(serve())\n"
    )
}

PRINTED = {"Django": "3 True\n"}
"""The output of blocks that show none."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[dict[str, str]]:
    """The environment that leads to a sandbox process."""
    with running("--seed", "demo") as environment:
        yield environment


@pytest.mark.parametrize("block", BLOCKS["sync"], ids=lambda block: block.heading)
def test_a_recipe_prints_what_it_shows(
    block: Block, sandbox: dict[str, str], tmp_path: Path
) -> None:
    pytest.importorskip(NEEDS.get(block.heading, "asyncio"))
    code = f"{BEFORE.get(block.heading, '')}{block.code}\n{AFTER.get(block.heading, '')}"
    assert run_program(code, sandbox, tmp_path) == PRINTED.get(block.heading, block.output)


@pytest.mark.parametrize("block", BLOCKS["tables"], ids=lambda block: block.heading)
def test_a_list_becomes_a_table(block: Block, sandbox: dict[str, str], tmp_path: Path) -> None:
    pytest.importorskip(block.heading.lower())
    assert run_snippets([block.code], sandbox, tmp_path) == [block.output]
