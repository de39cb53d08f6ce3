"""Rows are written in four formats: nothing is lost, and nothing half appears."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tracemalloc
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gigstack_api import ConfigurationError, FileNotSavedError
from gigstack_api.bulk import BadFileError, open_rows
from gigstack_api.bulk.rows.writing import kinds_of, open_writer
from gigstack_api.bulk.rows.writing.kinds import Cell, Kind, cell_of
from gigstack_api.bulk.rows.writing.sheet import MOST_LETTERS
from gigstack_api.models import Client

from .files import read

FORMATS = ["csv", "xlsx", "jsonl", "parquet"]

ROWS: list[dict[str, Any]] = [
    {
        "id": "client_1",
        "tax_id": "PEGJ800101AB6",
        "name": "=HYPERLINK(1)",
        "address": {"zip": "03100"},
        "bcc": ["a@x.mx", "b@x.mx"],
        "livemode": False,
        "created_at": 1772323200,
        "metadata": {"n": 1, "vip": True, "tags": [{"a": 1}], "mixed": 1},
    },
    {
        "id": "client_2",
        "name": "#N/A",
        "created_at": "2026-03-01T09:30:00-06:00",
        "metadata": {"n": 2.5, "mixed": "x"},
        "address": None,
    },
]

COLUMNS = [
    *("id", "tax_id", "name", "address.zip", "bcc", "livemode", "created_at"),
    *("metadata.n", "metadata.vip", "metadata.tags", "metadata.mixed"),
]
START = datetime(2026, 3, 1, tzinfo=UTC)
LATER = datetime(2026, 3, 1, 15, 30, tzinfo=UTC)

WRITTEN: dict[str, list[list[object]]] = {
    "csv": [
        [
            *("client_1", "PEGJ800101AB6", "=HYPERLINK(1)", "03100", "a@x.mx; b@x.mx", "false"),
            *("2026-03-01T00:00:00+00:00", "1", "true", '[{"a":1}]', "1"),
        ],
        ["client_2", "", "#N/A", "", "", "", "2026-03-01T15:30:00+00:00", "2.5", "", "", "x"],
    ],
    "xlsx": [
        [
            *("client_1", "PEGJ800101AB6", "=HYPERLINK(1)", "03100", "a@x.mx; b@x.mx", False),
            *(date(2026, 3, 1), 1, True, '[{"a":1}]', "1"),
        ],
        ["client_2", None, "#N/A", *[None] * 3, datetime(2026, 3, 1, 15, 30), 2.5, None, None, "x"],
    ],
    "jsonl": [
        [
            *("client_1", "PEGJ800101AB6", "=HYPERLINK(1)", "03100", ["a@x.mx", "b@x.mx"], False),
            *(1772323200, 1, True, [{"a": 1}], 1),
        ],
        [
            *("client_2", None, "#N/A", None, None, None, "2026-03-01T09:30:00-06:00"),
            *(Decimal("2.5"), None, None, "x"),
        ],
    ],
    "parquet": [
        [
            *("client_1", "PEGJ800101AB6", "=HYPERLINK(1)", "03100", "a@x.mx; b@x.mx", False),
            *(START, 1.0, True, '[{"a":1}]', "1"),
        ],
        ["client_2", None, "#N/A", *[None] * 3, LATER, 2.5, None, None, "x"],
    ],
}


def write(target: Path, rows: list[dict[str, Any]]) -> int:
    with open_writer(target, kinds=kinds_of(Client)) as writer:
        writer.write(rows)
        return writer.finish()


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_written_can_be_read(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"a.{ending}"
    assert write(target, ROWS) == 2
    header, *rows = read(target)
    assert header == COLUMNS
    assert [row[1:] for row in rows] == WRITTEN[ending]
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_stopped_writer_goes_on_at_its_checkpoint(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"a.{ending}"
    target.write_text("what was there")
    with open_writer(target) as writer:
        writer.write([{"n": 1}, {"n": 2}])
        place = writer.checkpoint()
        writer.write([{"n": 3, "lost": True}])
    assert target.read_text() == "what was there"
    with open_writer(target, resume_at=place) as writer:
        writer.write([{"n": 4}])
        assert writer.finish() == 3
    assert [str(row.values["n"]) for row in open_rows(target)] == ["1", "2", "4"]
    assert open_rows(target).columns == ("n",)


def test_a_part_that_is_too_short_is_refused(tmp_path: Path) -> None:
    with open_writer(tmp_path / "a.csv") as writer:
        writer.write([{"n": 1}])
    with pytest.raises(BadFileError, match=r"a\.csv\.part: it ends before the place to resume at"):
        open_writer(tmp_path / "a.csv", resume_at=1000)


def test_a_writer_without_a_checkpoint_starts_anew(tmp_path: Path) -> None:
    for _ in range(2):
        with open_writer(tmp_path / "a.csv") as writer:
            writer.write([{"n": 1}])
    with open_writer(tmp_path / "a.csv") as writer:
        writer.write([{"n": 2}])
        assert writer.finish() == 1


def test_texts_of_a_sheet_are_neither_formulas_nor_numbers(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@x", "#REF!", "03100", "a\x00\x0bb", "x" * (MOST_LETTERS + 1)]
    write(tmp_path / "a.xlsx", [{"metadata": {"a": text}} for text in texts])
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.active is not None
    cells = [row[0] for row in book.active.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [*texts[:6], "ab", "x" * MOST_LETTERS]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert book.active.freeze_panes == "A2"


@pytest.mark.parametrize(
    ("value", "kind", "cell"),
    [
        (1772323200, "time_s", START),
        (1772323200000, "time_ms", START),
        ("2026-03-01T00:00:00Z", "time_ms", START),
        ("2026-03-01", "time_s", "2026-03-01"),
        ("soon", "time_s", "soon"),
        (1e300, "time_s", "1e300"),
        (True, "time_s", "true"),
        (1.5, "whole", "1.5"),
        (True, "whole", "true"),
        (10**15, "whole", "1000000000000000"),
        (5, "number", 5),
        ("5", "number", "5"),
        ("yes", "boolean", "yes"),
        (5, "text", "5"),
        (None, "text", None),
        ([], "text", ""),
        ([1, "a"], "text", '[1,"a"]'),
    ],
)
def test_a_value_becomes_a_cell(value: object, kind: Kind, cell: Cell) -> None:
    assert cell_of(value, kind) == cell


def test_kinds_are_those_of_the_model() -> None:
    kinds = kinds_of(Client)
    assert kinds["address.zip"] == "text"
    assert kinds["livemode"] == "boolean"
    assert (kinds["created_at"], kinds["sat_status.checked_at"]) == ("time_s", "time_ms")
    assert "bcc" not in kinds


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_value_of_another_kind_makes_the_column_text(tmp_path: Path, ending: str) -> None:
    write(tmp_path / f"a.{ending}", [{"created_at": 1772323200}, {"created_at": "yesterday"}])
    assert [row[1] for row in read(tmp_path / f"a.{ending}")[1:]] == ["1772323200", "yesterday"]


def test_an_unknown_ending_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=r"a\.pdf: rows are written to \.csv, \.jsonl, \.xlsx"):
        open_writer(tmp_path / "a.pdf")
    assert [*tmp_path.iterdir()] == []


def test_a_missing_package_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for ending, extra in [("xlsx", "cli"), ("parquet", "parquet")]:
        with pytest.raises(ConfigurationError, match=rf"gigstack-api\[{extra}\]"):
            open_writer(tmp_path / f"a.{ending}")


def test_more_columns_than_a_sheet_has_are_refused(tmp_path: Path) -> None:
    with open_writer(tmp_path / "a.xlsx") as writer:
        writer.write([{str(n): n for n in range(16_385)}])
        place = writer.checkpoint()
        with pytest.raises(BadFileError, match=r"there are 1 and 16,385: choose \.csv"):
            writer.finish()
    with open_writer(tmp_path / "a.xlsx", resume_at=place):
        assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx.part"]


def test_a_target_that_is_not_a_file_keeps_the_part(tmp_path: Path) -> None:
    with open_writer(tmp_path / "a.csv") as writer:
        writer.write([{"n": 1}])
        (tmp_path / "a.csv").mkdir()
        with pytest.raises(FileNotSavedError, match="is a directory"):
            writer.finish()
    assert (tmp_path / "a.csv.part").read_bytes() == b'{"n":1}\n'


def test_a_target_that_is_not_a_file_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(FileNotSavedError, match="is a directory"):
        open_writer(tmp_path / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of other systems")
def test_a_limit_met_by_closing_is_explained(tmp_path: Path) -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    writer = open_writer(tmp_path / "a.csv")
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    writer.write([{"n": "x" * 2000}])
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(FileNotSavedError, match=r"'a\.csv' was not saved; the file is larger"):
            writer.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_many_rows_are_written_in_flat_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    try:
        with open_writer(tmp_path / "a.csv") as writer:
            writer.write({"id": f"client_{n}", "name": "n" * 1000} for n in range(6_000))
            writer.finish()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "a.csv").stat().st_size > 6_000_000
    assert peak < 5_000_000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write(target, ROWS)
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", options, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(target)], check=True, capture_output=True, timeout=120)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert [*csv.reader(file)] == [
            COLUMNS,
            [
                *("client_1", "PEGJ800101AB6", "=HYPERLINK(1)", "03100", "a@x.mx; b@x.mx"),
                *("FALSE", "2026-03-01 00:00:00", "1", "TRUE", '[{"a":1}]', "1"),
            ],
            [
                *("client_2", "", "#N/A", "", "", "", "2026-03-01 15:30:00", "2.5", "", "", "x"),
            ],
        ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saves_is_read(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("RFC,C.P.,Total,Alta\nPEGJ800101AB6,03100,=1+2,2026-03-01\n", "utf-8")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--infilter=CSV:44,34,76,1,,0,false,true,false,true"]
    more = ["--convert-to", "xlsx", "--outdir", str(tmp_path), str(source)]
    subprocess.run([*command, *more], check=True, capture_output=True, timeout=120)
    assert read(tmp_path / "a.xlsx") == [
        ["RFC", "C.P.", "Total", "Alta"],
        [2, "PEGJ800101AB6", 3100, 3, date(2026, 3, 1)],
    ]
