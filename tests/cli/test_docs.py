"""The page about the command: its examples run, and it names every command and option."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import click
import pytest

from gigstack_api.cli.app import root
from gigstack_api.cli.texts import choose
from gigstack_api.reconcile.records import read_record
from scripts.docs.blocks import blocks_of, python_blocks
from scripts.docs.pages import GUIDES
from tests.cli.command import call
from tests.cli.test_texts import commands
from tests.reconcile.lost import sent, unknown

PAGE = GUIDES / "cli.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = [block.code for block in blocks_of(PAGE) if block.language == "console"]


def steps(block: str) -> list[tuple[str, str]]:
    """The commands of a block and their output."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_the_examples_print_what_they_show(demo: Path) -> None:
    assert len(BLOCKS) >= 5
    given = {name: os.environ[name] for name in ("GIGSTACK_API_BASE_URL", "GIGSTACK_API_KEY")}
    for line, shown in (step for block in BLOCKS for step in steps(block)):
        words = shlex.split(line)
        if words[0] == "cat":
            Path(words[1]).write_text(shown, encoding="utf-8")
            continue
        typed = ""
        if words[0] == "printf":
            words = words[words.index("|") + 1 :]
            typed = given["GIGSTACK_API_KEY"]
        words = [os.path.expandvars(word) for word in words]
        ended = call(*words[1:], folder=demo, given=given, typed=typed)
        assert (ended.code, line) == (0, line)
        assert ended.out.startswith(shown)


def test_every_command_and_option_is_on_the_page() -> None:
    choose("en")
    for path, command in commands(root()):
        if isinstance(command, click.Group):
            continue
        assert re.search(rf"(`|gigstack-api ){path}(?![\w-])", TEXT), path
        for option in command.params:
            if isinstance(option, click.Option):
                assert re.search(rf"{option.opts[0]}(?![\w-])", TEXT), (path, option.opts[0])


def test_a_stored_error_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [block] = python_blocks(PAGE)
    names: dict[str, object] = {}
    exec(block.code, names)
    store = names["store"]
    assert callable(store)
    store(unknown(sent=sent(name="Ana")))
    assert read_record(Path("error.json").read_bytes()).operation == "clients.create"
