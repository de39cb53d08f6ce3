"""The types users see are pinned: strict pyright accepts `types_users_see.py`, and only that."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).with_name("types_users_see.py")


def pyright(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pyright", str(path)], capture_output=True, text=True, check=False
    )


def test_users_see_the_documented_types() -> None:
    done = pyright(CASES)
    assert done.returncode == 0, done.stdout


def test_the_check_fails_for_another_type(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        CASES.read_text(encoding="utf-8").replace(
            "assert_type(client, Client)", "assert_type(client, int)"
        ),
        encoding="utf-8",
    )
    done = pyright(wrong)
    assert done.returncode == 1
    assert '"assert_type" mismatch: expected "int" but received "Client"' in done.stdout


MISTAKES = """
from decimal import Decimal

from gigstack_api import Gigstack
from gigstack_api.models import LineItemInput


async def wrong(gig: Gigstack) -> None:
    await gig.clients.create(address={"zipcode": "03100"})
    await gig.clients.create(address={"zip": 3100})
    await gig.services.create(description="x", unit_price=1, taxes=[{"witholding": True}])
    LineItemInput(description="x", taxes=[{"rate": True, "withholding": "yes"}])
    await gig.income_invoices.create(
        client={"id": "client_1"}, items=[{"description": "x", "discunt": Decimal(5)}]
    )


async def right(gig: Gigstack) -> None:
    await gig.clients.create(address={"zip": "03100"})
    await gig.income_invoices.create(
        client={"id": "client_1"}, items=[{"description": "x", "discount": Decimal(5)}]
    )
"""
PLACES = [9, 10, 11, 12, 14]
"""The lines of the mistakes."""


@pytest.mark.parametrize("checker", ["pyright", "mypy --strict --hide-error-context"])
def test_mistakes_in_nested_mappings_are_found(tmp_path: Path, checker: str) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(MISTAKES, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *checker.split(), str(wrong)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    found = {int(line) for line in re.findall(r"wrong\.py:(\d+):.*error", done.stdout)}
    assert sorted(found) == PLACES, done.stdout
