"""The demo and the guides with programs of their own run against a sandbox process over TCP."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.docs.pages import ENGLISH, GUIDES
from scripts.sandbox_process import ROOT, running
from scripts.spec.model import operation_count

from .markdown import python_blocks, run_program, run_snippets


def run(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def sandbox() -> Iterator[dict[str, str]]:
    """The environment that leads to a sandbox process."""
    with running() as environment:
        yield environment


def test_the_demo_shows_the_main_job_and_ends_well() -> None:
    done = run("scripts/demo.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for expected in (
        "created: False, name still 'Juan Pérez García'",
        "created: False, phone now '+52 55 1234 5678'",
        "MultipleMatchesError: Multiple clients found",
        "pages of [10, 10, 5], 25 in total",
        "LUCÍA MARTÍNEZ GARCÍA, RFC MAGL850612QX4, regime 612",
        "NotFoundError: Client not found",
        "RFC must be 12 or 13 characters",
        "after two 503 responses: 2 clients found",
        "Done.",
    ):
        assert expected in done.stdout


def blocks_of(guide: str) -> list[str]:
    """The programs of a guide."""
    return re.findall(
        r"```python\n(.*?)```",
        (GUIDES / f"{guide}.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )


def outputs_of(guide: str, environment: dict[str, str], folder: Path) -> list[str]:
    """What each program of a guide prints, run one after the other in a folder."""
    printed: list[str] = []
    for block in blocks_of(guide):
        command = [sys.executable, "-W", "error", "-c", block]
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout)
    return printed


def test_the_guide_to_fiscal_checks_runs(sandbox: dict[str, str], tmp_path: Path) -> None:
    findings, refused, totals = outputs_of("fiscal", sandbox, tmp_path)
    assert [line.split(" | ")[2] for line in findings.splitlines()] == [
        "generic_use",
        "rate_too_high",
        "ppd_form",
        "global_missing",
    ]
    assert refused == "['rfc_form']\n"
    assert totals == "258.62 41.38 300.00\n"


def test_the_guide_to_files_runs(tmp_path: Path) -> None:
    """One of its blocks is a program of its own."""
    blocks = python_blocks(GUIDES / "files.md")
    (program,) = [block for block in blocks if "asyncio.run" in block.code]
    snippets = [block for block in blocks if block is not program]
    with running("--seed", "demo") as environment:
        printed = run_snippets([block.code for block in snippets], environment, tmp_path)
        assert printed == [block.output for block in snippets]
        assert run_program(program.code, environment, tmp_path).endswith("\ninvoice.pdf\n")
    assert (tmp_path / "invoice.pdf").read_bytes().startswith(b"%PDF")


def test_the_inferred_operations_are_listed() -> None:
    import yaml

    spec = yaml.load(
        (ROOT / "openapi.yaml").read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    facts = [
        (operation["tags"][0], operation["x-gigstack"])
        for item in spec["paths"].values()
        for operation in item.values()
    ]
    page = (ENGLISH / "reference" / "unverified.md").read_text(encoding="utf-8")
    inferred = [
        f"`{tag}.{fact['method']}`" for tag, fact in facts if fact["evidence"] == "inferred"
    ]
    assert len(facts) == operation_count()
    assert all(name in page for name in inferred)
    count = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven"][len(inferred)]
    assert f"{count} operations are inferred" in page
