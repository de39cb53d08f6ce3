"""The types users see are pinned: strict pyright accepts `types_users_see.py`, and only that."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).with_name("types_users_see.py")

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


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What one run of pyright says of the documented types, of another type, and of mistakes."""
    folder = tmp_path_factory.mktemp("types")
    text = CASES.read_text(encoding="utf-8")
    other = text.replace("assert_type(client, Client)", "assert_type(client, int)")
    (folder / "other.py").write_text(other, encoding="utf-8")
    (folder / "mistakes.py").write_text(MISTAKES, encoding="utf-8")
    return check("pyright", CASES, folder / "other.py", folder / "mistakes.py")


def check(checker: str, *paths: Path) -> str:
    """What a type checker prints about these files."""
    done = subprocess.run(
        [sys.executable, "-m", *checker.split(), *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def places(output: str, file: str) -> list[int]:
    """The lines of a file in which a type checker found errors."""
    return sorted({int(line) for line in re.findall(rf"{file}:(\d+):.*error", output)})


def test_users_see_the_documented_types(found: str) -> None:
    assert places(found, CASES.name) == [], found


def test_the_check_fails_for_another_type(found: str) -> None:
    assert '"assert_type" mismatch: expected "int" but received "Client"' in found
    assert places(found, "other.py") != []


def test_mistakes_in_nested_mappings_are_found_by_pyright(found: str) -> None:
    assert places(found, "mistakes.py") == PLACES, found


def test_mistakes_in_nested_mappings_are_found_by_mypy(tmp_path: Path) -> None:
    wrong = tmp_path / "mistakes.py"
    wrong.write_text(MISTAKES, encoding="utf-8")
    output = check("mypy --strict --hide-error-context", wrong)
    assert places(output, "mistakes.py") == PLACES, output
