"""Parquet files: read in batches; a cut one is refused."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import ConfigurationError
from gigstack_api.bulk import open_rows

from .files import read, refusal, text_file

pa: Any = pytest.importorskip("pyarrow")


def table(path: Path, rows: list[dict[str, object]], **options: object) -> Path:
    pa.parquet.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


@pytest.fixture(autouse=True)
def _parquet() -> None:
    pytest.importorskip("pyarrow.parquet")


def test_fields_of_structs_have_paths(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"name": "Ana", "address": {"zip": "03100"}, "since": date(2026, 3, 1), "bcc": ["a"]},
        {"name": None, "address": None, "since": None, "bcc": None},
    ]
    path = table(tmp_path / "a.parquet", rows)
    assert read(path) == [
        ["name", "address.zip", "since", "bcc"],
        [1, "Ana", "03100", date(2026, 3, 1), ["a"]],
        [2, None, None, None, None],
    ]
    assert open_rows(path).fingerprint == open_rows(path).fingerprint


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pa.parquet.write_table(pa.table({"a": pa.array([], pa.string())}), path)
    assert refusal(path) == "it has columns and no rows: add some rows"


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", [{"a": str(n)} for n in range(100)])
    content = path.read_bytes()
    text_file(tmp_path, "a.parquet", content[: len(content) // 2])
    assert refusal(path).startswith("it is not a complete Parquet file; it may be cut: write it")


def test_a_broken_page_is_refused_with_its_row(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"a": f"{n:09}"} for n in range(5000)]
    path = table(
        tmp_path / "a.parquet", rows, compression="gzip", use_dictionary=False, row_group_size=1024
    )
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle - 200 : middle] = bytes(200)
    path.write_bytes(content)
    assert refusal(path).startswith("it cannot be read after row ")


def test_without_pyarrow_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "a.parquet", [{"a": 1}])
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'gigstack-api\[parquet\]'"):
        open_rows(path)
