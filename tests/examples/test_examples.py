"""The demo runs against a sandbox process, and the page of unverified operations has them all."""

from __future__ import annotations

import subprocess
import sys

from scripts.docs.pages import ENGLISH
from scripts.sandbox_process import ROOT
from scripts.spec.model import operation_count


def test_the_demo_shows_the_main_job_and_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/demo.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
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
