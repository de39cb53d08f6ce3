"""Every Python block of the README runs against the sandbox and prints what it shows."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path

import anyio.to_thread
import pytest

from scripts.sandbox_process import ROOT, running

from ..support.asgi import client_of_app
from .markdown import Block, python_blocks, run_program, run_snippets

BLOCKS = [block for block in python_blocks(ROOT / "README.md") if block.heading == "FastAPI"]
Runner = Callable[[Block, Mapping[str, str], Path], Awaitable[str]]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[dict[str, str]]:
    """The environment of the sandbox that the README starts."""
    with running("--seed", "demo") as environment:
        yield environment


async def run_as_program(block: Block, environment: Mapping[str, str], folder: Path) -> str:
    return await anyio.to_thread.run_sync(run_program, block.code, environment, folder)


async def run_inside_main(block: Block, environment: Mapping[str, str], folder: Path) -> str:
    [output] = await anyio.to_thread.run_sync(run_snippets, [block.code], environment, folder)
    return output


async def request_from_app(block: Block, environment: Mapping[str, str], folder: Path) -> str:
    """The answer to the request that the block shows, in the form in which it shows it."""
    names: dict[str, object] = {}
    exec(block.code, names)
    shown = re.fullmatch(r"GET (\S+) -> \d+, (.*), \.\.\.}\n", block.output)
    assert shown is not None

    async with client_of_app(names["app"]) as http:  # type: ignore[arg-type] # whatever the block calls app
        response = await http.get(shown[1])

    head = response.text[: len(shown[2])]
    return f"GET {shown[1]} -> {response.status_code}, {head}, ...}}\n"


RUNNERS: Mapping[str, Runner] = {
    "Quick start": run_as_program,
    "Invoices": run_inside_main,
    "Upserts, lists, errors": run_inside_main,
    "FastAPI": request_from_app,
    "Sandbox": run_inside_main,
}
"""By heading, how a reader runs the blocks below it."""


@pytest.mark.asyncio
@pytest.mark.parametrize("block", BLOCKS, ids=[block.heading for block in BLOCKS])
async def test_a_block_prints_what_it_shows(
    block: Block, sandbox: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sandbox.items():
        monkeypatch.setenv(name, value)

    assert block.heading in RUNNERS, f"no test runs the blocks below {block.heading!r}"
    assert block.output, f"the block below {block.heading!r} shows no output"
    assert await RUNNERS[block.heading](block, sandbox, tmp_path) == block.output
