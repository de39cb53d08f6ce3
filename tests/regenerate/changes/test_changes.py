"""Every kind of change of a spec: what is reported, what is written, and what users notice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .__main__ import PARTS
from .trying import Written, load, outcome_of, settle, write

ROWS: list[dict[str, Any]] = load("changes.yaml")
SAMPLE = ROWS[::5]
"""The rows whose code is written. `make check` writes that of all: it takes 20 seconds."""

BASE, OVERLAY = load("base.yaml"), load("overlay.yaml")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(BASE, OVERLAY, tmp_path_factory.mktemp("base") / "trial")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return settle(BASE, OVERLAY, tmp_path_factory.mktemp("plain") / "trial")


def test_the_base_needs_its_overlay(old: Written) -> None:
    assert (old.unmatched, old.idle) == ((), ())


def test_at_least_a_hundred_changes_are_tried() -> None:
    names = Counter(row["name"] for row in ROWS)
    assert len(names) >= 100
    assert [name for name, count in names.items() if count > 1] == []


def words(row: dict[str, Any]) -> dict[str, list[str]]:
    """What a row says without code: not the names in Python, by which a change can be graver."""
    lines = [line for line in row.get("report", []) if not line.endswith("[package]")]
    return {
        "report": [line.partition(": ")[2] for line in lines],
        **{part: row.get(part, []) for part in ("refused", "overlay", "notes")},
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_change_is_reported(plain: Written, tmp_path: Path, row: dict[str, Any]) -> None:
    found = outcome_of(row.get("edits", []), BASE, OVERLAY, plain, tmp_path / "trial")
    assert words(found) == words(row)


@pytest.mark.parametrize("row", SAMPLE, ids=[row["name"] for row in SAMPLE])
def test_a_change_has_its_consequences(old: Written, tmp_path: Path, row: dict[str, Any]) -> None:
    found = outcome_of(row.get("edits", []), BASE, OVERLAY, old, tmp_path / "trial")
    assert found == {part: row[part] for part in PARTS if part in row}
