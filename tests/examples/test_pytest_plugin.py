"""The examples in the README of the sandbox run: the pytest fixtures and the curl calls."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.sandbox_process import ROOT, running

README = (ROOT / "gigstack_api" / "sandbox" / "README.md").read_text(encoding="utf-8")
ISOLATED = """
import pytest
from gigstack_api.sandbox import Sandbox

SEEN: list[Sandbox] = []


@pytest.mark.anyio
@pytest.mark.parametrize("time", range(2))
async def test_every_test_gets_a_fresh_sandbox(gigstack, gigstack_sandbox, time):
    assert not any(gigstack_sandbox is sandbox for sandbox in SEEN)
    SEEN.append(gigstack_sandbox)
    assert gigstack_sandbox.requests == ()
    made = await gigstack.clients.create(name="A")
    assert [client.id async for client in gigstack.clients.list()] == [made.id]
    assert list(gigstack_sandbox.state.collection("team_sandbox", "clients")) == [made.id]
"""


def blocks(language: str) -> list[str]:
    """The examples of the README in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def pytest_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs pytest in a folder where this project is only an installed package."""
    options = (
        "-v",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:ddtrace",  # this plugin takes a second to load, and rewriting asserts another
        "--assert=plain",
        f"--rootdir={folder}",
        "-o",
        "asyncio_default_fixture_loop_scope=function",
    )
    command = [sys.executable, "-W", "error", "-m", "pytest", *options, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_fixtures_are_installed_and_fresh_for_each_test(tmp_path: Path) -> None:
    [example] = [block for block in blocks("python") if "def test_" in block]
    (tmp_path / "test_example.py").write_text(example, encoding="utf-8")
    (tmp_path / "test_isolated.py").write_text(ISOLATED, encoding="utf-8")
    done = pytest_in(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for backend in ("asyncio", "trio"):
        assert f"test_a_lost_answer_does_not_invoice_twice[{backend}] PASSED" in done.stdout
        assert (
            len(
                re.findall(
                    rf"test_every_test_gets_a_fresh_sandbox\[.*{backend}.*\] PASSED", done.stdout
                )
            )
            == 2
        )


def test_without_the_plugin_there_are_no_fixtures(tmp_path: Path) -> None:
    (tmp_path / "test_isolated.py").write_text(ISOLATED, encoding="utf-8")
    done = pytest_in(tmp_path, "-p", "no:gigstack_api")
    assert done.returncode == 1
    assert "fixture 'gigstack' not found" in done.stdout


def test_the_example_in_python_runs() -> None:
    [example] = [block for block in blocks("python") if "sandbox.serve()" in block]
    lines = "".join(f"    {line}\n" for line in example.splitlines())
    code = f"import asyncio\nasync def main():\n{lines}asyncio.run(main())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_needs_only_the_base_url_and_the_key() -> None:
    [example] = [block for block in blocks("sh") if block.startswith("curl ")]
    commands = re.split(r"\n\n(?=curl )", example)
    answers: list[dict[str, Any]] = []
    with running() as environment:
        for command in commands:
            done = subprocess.run(
                ["sh", "-c", command],
                env=os.environ | environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            answers.append(json.loads(done.stdout))
    payment, invoices, refused = answers
    assert (payment["data"]["status"], payment["data"]["total"]) == ("succeeded", 1000)
    assert [invoice["uuid"] for invoice in invoices["data"]] == payment["data"]["invoices"]
    assert refused["error"]["code"] == "service_unavailable"
