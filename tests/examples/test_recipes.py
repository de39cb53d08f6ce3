"""The guides for sync code, tables and observability: each block runs and prints what it shows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.docs.pages import GUIDES
from scripts.sandbox_process import ROOT, running

from .markdown import Block, python_blocks, run_program

BLOCKS = {
    page: python_blocks(GUIDES / f"{page}.md") for page in ("sync", "tables", "observability")
}

NEEDS = {
    "Celery": "celery",
    "Django": "django",
    "OpenTelemetry": "opentelemetry.sdk",
    "Prometheus": "opentelemetry.exporter.prometheus",
    "Sentry": "sentry_sdk",
    "structlog": "structlog",
}
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


@pytest.mark.parametrize(
    "block",
    [block for block in BLOCKS["sync"] if block.heading == "Django"],
    ids=lambda block: block.heading,
)
def test_a_recipe_prints_what_it_shows(
    block: Block, sandbox: dict[str, str], tmp_path: Path
) -> None:
    pytest.importorskip(NEEDS.get(block.heading, "asyncio"))
    code = f"{BEFORE.get(block.heading, '')}{block.code}\n{AFTER.get(block.heading, '')}"
    assert run_program(code, sandbox, tmp_path) == PRINTED.get(block.heading, block.output)


EXECUTE = """
import nbformat, sys
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
print(nbformat.writes(notebook))
"""


def outputs_of(notebook: str) -> list[dict[str, Any]]:
    """The data of each output of a notebook: by media type, text as one string."""
    return [
        {kind: "".join(data) for kind, data in output["data"].items()}
        for cell in json.loads(notebook)["cells"]
        for output in cell.get("outputs", [])
    ]


def test_the_notebook_draws_the_invoices_by_month() -> None:
    for package in ("ipykernel", "matplotlib", "nbclient", "pandas"):
        pytest.importorskip(package)
    path = ROOT / "examples" / "invoices_by_month.ipynb"
    done = subprocess.run(
        [sys.executable, "-c", EXECUTE, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    last, by_month, picture = outputs_of(done.stdout)
    shown = outputs_of(path.read_text(encoding="utf-8"))
    assert [last["text/plain"], by_month["text/plain"]] == [
        output["text/plain"] for output in shown[:2]
    ]
    assert by_month["text/plain"].count("2025-") == 12
    assert len(picture["image/png"]) > 10_000
