"""The Django views of a guide and the notebook run."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from scripts.docs.blocks import python_blocks
from scripts.docs.pages import GUIDES
from scripts.sandbox_process import ROOT
from tests.docs.running import run_in_process

BEFORE = """
import django
from django.conf import settings
settings.configure(DEFAULT_CHARSET="utf-8")
django.setup()
"""

AFTER = """
import asyncio, json
from asgiref.sync import sync_to_async
async def serve():
    async with gig:
        shown = json.loads((await clients(HttpRequest())).content)["clients"]
        found = await sync_to_async(client)(HttpRequest(), shown[0]["id"])
        print(len(shown), json.loads(found.content) == shown[0])
asyncio.run(serve())
"""


@pytest.mark.usefixtures("demo")
def test_the_views_of_a_django_app_answer() -> None:
    pytest.importorskip("django")
    [block] = [block for block in python_blocks(GUIDES / "sync.md") if block.test]
    assert run_in_process(f"{BEFORE}{block.code}{AFTER}") == "3 True\n"


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
