"""The Python of the README and the guides passes strict mypy, as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)

ONE_PROGRAM = {"catalogs", "fastapi", "webhooks"}
"""The guides whose blocks continue each other."""

OPTIONS = """
[mypy]
strict = true
python_version = 3.11
disallow_untyped_decorators = false

[mypy-celery.*,django.*,pandas.*,pyarrow.*]
ignore_missing_imports = true
"""
"""Packages without types, one of which decorates, are used by guides only."""

A_CRUTCH = re.compile(r'\b(cast|assert_type)\(|or ""|type: ignore|assert \w+ is not None')


def blocks_of(page: Path) -> list[str]:
    """The programs of a page, as modules: what awaits stands in a function that has a client."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    if page.stem in ONE_PROGRAM:
        blocks = ["\n".join(blocks)]
    return [block if _is_module(block) else _in_function(block) for block in blocks]


def _is_module(block: str) -> bool:
    try:
        compile(block, "block", "exec")
    except SyntaxError:
        return False
    return True


def _in_function(block: str) -> str:
    head = "from gigstack_api import Gigstack\n\n\nasync def block(gig: Gigstack) -> None:\n"
    return head + textwrap.indent(block, "    ")


def mypy(folder: Path) -> str:
    """What mypy says of the modules in a folder. The cache is that of `make check`."""
    (folder / "mypy.ini").write_text(OPTIONS, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", str(folder / "mypy.ini")),
            *("--cache-dir", str(ROOT / ".mypy_cache"), "--no-error-summary"),
            *map(str, sorted(folder.glob("*.py"))),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_code_of_all_pages_is_typed(tmp_path: Path) -> None:
    count = 0
    for page in PAGES:
        for number, block in enumerate(blocks_of(page)):
            name = f"{page.stem.lower()}_{number}.py"
            (tmp_path / name).write_text(block, encoding="utf-8")
            count += 1
    assert count >= 38
    # Modules of this kind are found, and no other mistake than this one.
    (tmp_path / "wrong_0.py").write_text(
        _in_function("await gig.clients.get(5)\n"), encoding="utf-8"
    )
    lines = mypy(tmp_path).splitlines()
    assert len(lines) == 1, "\n".join(lines)
    assert "wrong_0.py:5: error: Argument 1 to" in lines[0]


def test_the_code_of_all_pages_needs_no_crutch() -> None:
    found = [
        (page.name, match[0])
        for page in PAGES
        for block in BLOCK.findall(page.read_text(encoding="utf-8"))
        for match in A_CRUTCH.finditer(block)
    ]
    assert found == []
