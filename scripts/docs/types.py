"""Checks the Python of the README, the guides and the docstrings with strict mypy.

`make check` runs it after mypy itself, whose cache it uses: with that it takes a second, without it
15 of processor time.
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from . import examples
from .pages import ENGLISH, ROOT, pages

BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)

ONE_PROGRAM = {"catalogs", "fastapi", "webhooks"}
"""The guides whose blocks continue each other."""

WITH_ITS_OWN_PACKAGE = {"regenerating"}
"""The guide whose program uses the package that it writes: `tests/regenerate` runs it."""

OPTIONS = """
[mypy]
strict = true
python_version = 3.11

[mypy-celery.*,django.*,pandas.*,pyarrow.*]
ignore_missing_imports = true

[mypy-sync_2]
disallow_untyped_decorators = false
"""
"""For all modules those of `make check`: others would empty its cache. Guides use packages without
types, one of which decorates.
"""


def programs() -> list[Path]:
    """The pages with Python."""
    return [
        ROOT / "README.md",
        *(page for page in pages(ENGLISH) if page.stem not in WITH_ITS_OWN_PACKAGE),
    ]


def blocks_of(page: Path) -> list[str]:
    """The programs of a page, as they stand there."""
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def modules() -> Iterator[tuple[str, str]]:
    """The programs of all pages as modules, by name: what awaits is in a function with a client.
    The examples of docstrings are one module.
    """
    yield "docstrings", examples.module()
    for page in programs():
        blocks = blocks_of(page)
        if page.stem in ONE_PROGRAM:
            blocks = ["\n".join(blocks)]
        for number, block in enumerate(blocks):
            yield f"{page.stem.lower()}_{number}", block if _is_module(block) else _wrapped(block)


def _is_module(block: str) -> bool:
    try:
        compile(block, "block", "exec")
    except SyntaxError:
        return False
    return True


def _wrapped(block: str) -> str:
    head = "from gigstack_api import Gigstack\n\n\nasync def block(gig: Gigstack) -> None:\n"
    return head + textwrap.indent(block, "    ")


def check(folder: Path) -> int:
    """Checks all programs in one run, in a folder for them. The exit code of mypy."""
    (folder / "mypy.ini").write_text(OPTIONS, encoding="utf-8")
    files: list[str] = []
    for name, code in modules():
        path = folder / f"{name}.py"
        path.write_text(code, encoding="utf-8")
        files.append(str(path))
    command = [sys.executable, "-m", "mypy", "--config-file", str(folder / "mypy.ini")]
    command += ["--cache-dir", str(ROOT / ".mypy_cache"), *files]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        sys.exit(check(Path(made)))
