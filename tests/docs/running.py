"""Runs the blocks of a page as a reader would, in this process where that changes nothing."""

from __future__ import annotations

import ast
import asyncio
import inspect
import io
import logging
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

from gigstack_api import Gigstack
from scripts.docs.blocks import Block
from scripts.docs.pages import ROOT

from .shell import FailedCommandError, Shell

OWN_PROCESS = {"celery", "ddtrace", "django", "opentelemetry", "sentry_sdk", "structlog", "uvloop"}
"""Packages that change the process they are imported in."""


class FailedBlockError(Exception):
    """A block failed. The text says how."""


def run_page(blocks: Sequence[Block], folder: Path) -> list[str]:
    """Runs the blocks of a page in turn, and says which of them do not print what they show.

    A sandbox must be in the environment. Nothing is run after a block that failed.
    """
    problems: list[str] = []
    with Shell(folder) as shell, asyncio.Runner() as runner:
        client = _Client(runner)
        try:
            for block in blocks:
                problems += _problems_of(block, shell, client)
        except FailedBlockError as error:
            problems.append(str(error))
        finally:
            client.close()
    return problems


def _problems_of(block: Block, shell: Shell, client: _Client) -> list[str]:
    page = block.page.relative_to(ROOT) if block.page.is_relative_to(ROOT) else block.page
    place = f"{page.as_posix()}:{block.line} ({block.heading})"
    try:
        if block.language == "sh":
            printed, shown = shell.run(block.code), block.output
            if not shown:
                return []
        elif block.language == "console":
            return _problems_of_dialogue(block, shell, place)
        elif block.is_program:
            printed, shown = run_program(block), block.output
        else:
            printed, shown = client.run(block), block.output
    except (FailedBlockError, FailedCommandError) as error:
        raise FailedBlockError(f"{place} failed\n{error}") from error
    return [] if fits(shown, printed) else [_difference(place, shown, printed)]


def _problems_of_dialogue(block: Block, shell: Shell, place: str) -> list[str]:
    """Runs each command of a block. One without output in the block may print anything.

    `cat` of a file that is not there writes it.
    """
    problems: list[str] = []
    parts = re.split(r"^\$ (.*)\n", block.code, flags=re.MULTILINE)[1:]
    for command, shown in zip(parts[::2], parts[1::2], strict=True):
        words = command.split()
        if words[0] == "cat" and len(words) == 2 and not Path(words[1]).exists():
            Path(words[1]).write_text(shown, encoding="utf-8")
        printed = shell.run(command)
        if shown and not fits(shown, printed):
            problems.append(_difference(f"{place} $ {command}", shown, printed))
    return problems


def _difference(place: str, shown: str, printed: str) -> str:
    return f"{place}\n--- shown\n{shown}--- printed\n{printed}"


def fits(shown: str, printed: str) -> bool:
    """Whether an output is the one that is shown, where `...` is any text of a line."""
    pattern = ".*".join(map(re.escape, shown.split("...")))
    return re.fullmatch(pattern, printed) is not None


def run_program(block: Block) -> str:
    """The output of a program."""
    tree = ast.parse(block.in_place, str(block.page))
    if OWN_PROCESS & imported(tree):
        return run_in_process(block.code)
    module = ModuleType("__main__")
    main = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        return _captured(block, lambda: exec(_compiled(block, tree), vars(module)))
    finally:
        sys.modules["__main__"] = main


def imported(tree: ast.AST) -> set[str]:
    """The packages that code imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


class _Client:
    """The client that the blocks of a page share, with the names that they define."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._open = AsyncExitStack()
        self._names: dict[str, Any] = {}

    def run(self, block: Block) -> str:
        """The output of a block inside `async with Gigstack() as gig:`."""
        if not self._names:
            gig = self._runner.run(self._open.enter_async_context(Gigstack()))
            self._names |= {"gig": gig, "Gigstack": Gigstack}
        return _captured(block, lambda: self._runner.run(self._awaited(block)))

    def close(self) -> None:
        self._runner.run(self._open.aclose())

    async def _awaited(self, block: Block) -> None:
        result = eval(_compiled(block, ast.parse(block.in_place, str(block.page))), self._names)
        if inspect.iscoroutine(result):
            await result


def _compiled(block: Block, tree: ast.Module) -> Any:
    flags = 0 if block.is_program else ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    return compile(tree, str(block.page), "exec", flags, dont_inherit=True)


def _captured(block: Block, run: Callable[[], object]) -> str:
    """What code of a block prints."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err), _process_restored():
            run()
    except BaseException as error:
        frames = traceback.TracebackException.from_exception(error)
        while len(frames.stack) > 1 and frames.stack[0].filename != str(block.page):
            del frames.stack[0]
        raise FailedBlockError("".join(frames.format()) + out.getvalue()) from error
    if err.getvalue():
        raise FailedBlockError(f"it writes to stderr: {err.getvalue()}")
    return out.getvalue()


@contextmanager
def _process_restored() -> Generator[None]:
    """Undoes what a block does to the environment and the logging of this process."""
    variables, root = dict(os.environ), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(variables)
        root.handlers[:] = handlers
        root.setLevel(level)


def run_in_process(code: str, environment: Mapping[str, str] | None = None) -> str:
    """The output of a program in a process of its own. Warnings count as errors.

    Raises:
        FailedBlockError: it failed, or wrote to stderr.
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or done.stderr:
        raise FailedBlockError(f"{done.stderr}{done.stdout}it ended with {done.returncode}")
    return done.stdout
