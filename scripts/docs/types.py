"""Checks the Python of the README, the English pages and the docstrings with strict mypy.

The Spanish pages have the same code: a test compares them. `make check` runs this after mypy
itself, whose cache it uses: with that it takes a second, without it 15 of processor time.
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from . import examples
from .blocks import Block, python_blocks
from .pages import ENGLISH, README, ROOT, pages

WITH_ITS_OWN_PACKAGE = {"regenerating"}
"""The page whose program uses the package that it writes: `tests/regenerate` runs it."""

HEAD = ["from gigstack_api import Gigstack", "async def page(gig: Gigstack) -> None:"]

OPTIONS = """
[mypy]
strict = true
python_version = 3.11

[mypy-celery.*,django.*,pandas.*,pyarrow.*]
ignore_missing_imports = true

[mypy-{pages}]
allow_redefinition = true
disallow_untyped_decorators = false
"""
"""For all modules those of `make check`: others would empty its cache. Guides use packages without
types, one of which decorates. The blocks of a page use a name for several things.
"""


@frozen
class Module:
    """Code of a page, each line at the number that it has in the page."""

    name: str
    page: Path
    code: str


def programs() -> list[Path]:
    """The pages with Python."""
    found = [page for page in pages(ENGLISH) if page.stem not in WITH_ITS_OWN_PACKAGE]
    return [page for page in (README, *found) if python_blocks(page)]


def modules() -> Iterator[Module]:
    """The code of all pages: each program, and what else a page has in a function with a client."""
    for page in programs():
        name = "_".join(page.relative_to(ROOT).with_suffix("").parts).lower().replace("-", "_")
        blocks = python_blocks(page)
        of_test = {block.test for block in blocks} - {None}
        for number, block in enumerate(blocks):
            if block.is_program:
                yield Module(f"{name}_{number}", page, block.in_place)
        for number, test in enumerate(sorted(map(str, of_test))):
            of_this = [block for block in blocks if block.test == test]
            head = HEAD if _awaits(_joined(of_this)) else None
            yield Module(f"{name}_test_{number}", page, _joined(of_this, head))
        if inside := [block for block in blocks if not block.directive]:
            yield Module(name, page, _joined(inside, HEAD))


def _awaits(code: str) -> bool:
    """Whether it can only stand inside a function."""
    try:
        compile(code, "page", "exec")
    except SyntaxError:
        return True
    return False


def _joined(blocks: list[Block], head: list[str] | None = None) -> str:
    lines = list(head or [])
    for block in blocks:
        lines += [""] * (block.line - 1 - len(lines))
        lines += textwrap.indent(block.code, "    " if head else "").splitlines()
    return "\n".join(lines) + "\n"


def check(folder: Path) -> int:
    """Checks all code in one run, in a folder for it. The exit code of mypy."""
    found = {module.name: module for module in modules()}
    found["docstrings"] = Module("docstrings", Path(examples.__file__), examples.module())
    options = OPTIONS.replace("{pages}", ",".join(found))
    (folder / "mypy.ini").write_text(options, encoding="utf-8")
    for module in found.values():
        (folder / f"{module.name}.py").write_text(module.code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(folder / "mypy.ini")]
    command += ["--cache-dir", str(ROOT / ".mypy_cache")]
    command += [str(folder / f"{name}.py") for name in found]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    print(_by_page(done.stdout, folder, found) + done.stderr, end="")
    return done.returncode


def _by_page(report: str, folder: Path, found: dict[str, Module]) -> str:
    """The report of mypy with the paths of pages."""

    def path(match: re.Match[str]) -> str:
        return found[match[1]].page.relative_to(ROOT).as_posix()

    prefix = re.escape(str(folder))
    return re.sub(rf"^\S*{prefix}/(\w+)\.py", path, report, flags=re.MULTILINE)


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        sys.exit(check(Path(made)))
