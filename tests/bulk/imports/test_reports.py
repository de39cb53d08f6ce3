"""Reports: one line per row, complete or not there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api.bulk import RowResult
from gigstack_api.bulk.imports import write_report

RESULTS = [
    RowResult(1, "PEGJ800101AB6", "created", "client_1"),
    RowResult(2, 'a "key", ñ', "failed", error="two\nlines", code="http_400"),
]


def test_a_report_of_json_lines(tmp_path: Path) -> None:
    path = write_report(tmp_path / "report.jsonl", RESULTS)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert list(lines[0]) == ["row", "key", "outcome", "id", "error", "code"]
    assert [RowResult(**line) for line in lines] == RESULTS
    assert "ñ" in path.read_text("utf-8")


def test_a_report_of_commas(tmp_path: Path) -> None:
    path = write_report(tmp_path / "report.csv", RESULTS)
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["row"] for line in lines] == ["1", "2"]
    assert (lines[1]["key"], lines[1]["error"], lines[1]["id"]) == ('a "key", ñ', "two\nlines", "")


def test_a_report_of_many_rows(tmp_path: Path) -> None:
    results = (RowResult(number, None, "found") for number in range(1, 2501))
    path = write_report(tmp_path / "report.csv", results)
    assert len(path.read_text("utf-8").splitlines()) == 2501


def test_a_report_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    def broken() -> Iterator[RowResult]:
        yield RESULTS[0]
        raise KeyError

    path = write_report(tmp_path / "report.csv", RESULTS)
    before = path.read_bytes()
    with pytest.raises(KeyError):
        write_report(path, broken())
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgumentError, match=r"ends in \.jsonl or \.csv"):
        write_report(tmp_path / "report.xlsx", RESULTS)
