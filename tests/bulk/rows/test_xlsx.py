"""Excel files: what people have in them, and the sentence for each bad one."""

from __future__ import annotations

import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gigstack_api import ConfigurationError
from gigstack_api.bulk import open_rows

from .files import read, refusal, text_file, workbook


def save(book: Workbook, folder: Path, name: str = "a.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


def rewrite(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replaces bytes in a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


SHEET = "xl/worksheets/sheet1.xml"


def test_cells_keep_their_kinds(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["RFC", "C.P.", "Alta", "Hora", "Activo", "Saldo", 2026],
        ["A", 3100, date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), True, 1.5, None],
        ["B", 64000.0, None, time(9, 30), False, 1e15, "x"],
    ]
    assert read(save(workbook(*rows), tmp_path)) == [
        ["RFC", "C.P.", "Alta", "Hora", "Activo", "Saldo", "2026"],
        [2, "A", 3100, date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), True, 1.5, None],
        [3, "B", 64000, None, time(9, 30), False, 1e15, "x"],
    ]


def test_lines_are_those_of_the_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], ["RFC", "Nombre"], [], ["A"], [" ", None], ["B", "x", None]]
    book = workbook(*rows)
    assert read(save(book, tmp_path)) == [["RFC", "Nombre"], [4, "A", None], [6, "B", "x"]]


def test_one_of_several_sheets_must_be_named(tmp_path: Path) -> None:
    book = workbook(["RFC"], ["A"], sheet="Clientes")
    book.create_sheet("Notas").append(["x"])
    book.create_sheet("Listas").sheet_state = "hidden"
    path = save(book, tmp_path)
    assert refusal(path) == "it has the sheets 'Clientes', 'Notas': name the one to read"
    assert refusal(path, sheet="Hoja") == "it has no sheet 'Hoja'; there are 'Clientes', 'Notas'"
    assert refusal(path, sheet="Notas") == "it has columns and no rows: add some rows"
    assert refusal(path, sheet="Listas") == "sheet 'Listas' is empty"
    assert read(path, sheet="Clientes") == [["RFC"], [2, "A"]]
    assert open_rows(path, sheet="Clientes").fingerprint


def test_a_hidden_sheet_needs_no_name_beside_one(tmp_path: Path) -> None:
    book = workbook(["RFC"], ["A"])
    book.create_sheet("Listas").sheet_state = "hidden"
    assert read(save(book, tmp_path)) == [["RFC"], [2, "A"]]


def test_a_formula_without_its_result_is_refused(tmp_path: Path) -> None:
    book = workbook(["RFC", "Total"], ["A", 1], ["B", "=B2*2"])
    assert refusal(save(book, tmp_path)) == (
        "line 3, column 'Total': cell B3: it holds a formula without its result: open the file in"
        " Excel or LibreOffice and save it, or paste the values"
    )


def test_the_result_of_a_formula_is_read(tmp_path: Path) -> None:
    path = save(workbook(["RFC", "Total"], ["A", "=1+1"], ["B", None]), tmp_path)
    rewrite(path, SHEET, b"<f>1+1</f>", b"<f>1+1</f><v>2</v>")
    assert read(path) == [["RFC", "Total"], [2, "A", 2], [3, "B", None]]


def test_an_error_in_a_cell_is_refused(tmp_path: Path) -> None:
    path = save(workbook(["RFC", "C.P."], ["A", "#N/A"]), tmp_path)
    assert refusal(path) == (
        "line 2, column 'C.P.': cell B2: it holds the error #N/A: correct the formula, or empty the"
        " cell"
    )


def test_a_date_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    path = save(workbook(["RFC", "Alta"], ["A", date(2026, 3, 1)]), tmp_path)
    rewrite(path, SHEET, b"<v>46082</v>", b"<v>99999999</v>")
    assert refusal(path).startswith("line 2, column 'Alta': cell B2: it holds the error #VALUE!")


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    book = workbook(["Folio", "Total"], ["A", 1], [None, 2])
    assert book.active is not None
    book.active.merge_cells("A2:A3")
    assert refusal(save(book, tmp_path)) == (
        "the cells A2:A3 of sheet 'Hoja1' are merged: unmerge them, and fill each cell"
    )


def test_hidden_rows_are_read_and_noted(tmp_path: Path) -> None:
    book = workbook(["RFC"], ["A"], ["B"], ["C"])
    assert book.active is not None
    for line in (2, 4):
        book.active.row_dimensions[line].hidden = True
    file = open_rows(save(book, tmp_path))
    assert [row.values["RFC"] for row in file] == ["A", "B", "C"]
    assert file.notes == (
        "a.xlsx: hidden or filtered rows of sheet 'Hoja1' are read too (2); delete them if they are"
        " not meant.",
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "sheet 'Hoja1' is empty"),
        ([["a"]], "it has columns and no rows: add some rows"),
        ([["a", "a"], [1, 2]], "line 1, column 'a': columns 1 and 2 have the same name"),
        ([["a", None, "b"], [1, 2, 3]], "line 1: column 2 has no name"),
        ([["a"], [1, 2]], "line 2: cell 2 is in a column without a name"),
        ([["#N/A"], [1]], "line 1, column 'A': cell A1: it holds the error #N/A"),
    ],
)
def test_a_bad_table_is_refused(tmp_path: Path, rows: list[list[object]], sentence: str) -> None:
    assert refusal(save(workbook(*rows), tmp_path)).startswith(sentence)


def test_a_cut_workbook_is_refused(tmp_path: Path) -> None:
    path = save(workbook(["a"], [1]), tmp_path)
    content = path.read_bytes()
    text_file(tmp_path, "a.xlsx", content[: len(content) // 2])
    assert refusal(path).startswith("it cannot be read as an Excel workbook; it may be cut: save")


def test_a_broken_sheet_is_refused_with_its_line(tmp_path: Path) -> None:
    path = save(workbook(["a"], *([n] for n in range(600))), tmp_path)
    rewrite(path, SHEET, b'<row r="500">', b'<row r="500"')
    assert refusal(path).startswith("it cannot be read as an Excel workbook after line 256; it may")


def test_a_workbook_without_its_sheet_is_refused(tmp_path: Path) -> None:
    path = save(workbook(["a"], [1]), tmp_path)
    rewrite(path, "xl/_rels/workbook.xml.rels", b"sheet1.xml", b"sheet9.xml")
    assert refusal(path) == "it has no sheet with cells"


def test_a_sheet_that_cannot_be_unpacked_is_refused(tmp_path: Path) -> None:
    path = save(workbook(["a"], *([n] for n in range(5000))), tmp_path)
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo(SHEET)
    content = bytearray(path.read_bytes())
    end = part.header_offset + part.compress_size
    content[end - 300 : end - 100] = bytes(200)
    path.write_bytes(content)
    assert refusal(path).startswith("it cannot be read as an Excel workbook; it may be cut")


def test_an_empty_cell_in_an_unnamed_column_is_left_out(tmp_path: Path) -> None:
    path = save(workbook(["a", " "], [1, " "], [2, None]), tmp_path)
    assert read(path) == [["a"], [2, 1], [3, 2]]


def test_a_whole_number_is_read_as_one(tmp_path: Path) -> None:
    path = save(workbook(["a"], [64000], [2.5]), tmp_path)
    rewrite(path, SHEET, b"<v>64000</v>", b"<v>6.4E4</v>")
    assert read(path) == [["a"], [2, 64000], [3, 2.5]]
    assert [type(row[1]) for row in read(path)[1:]] == [int, float]


def test_an_empty_row_is_left_out_beside_formulas(tmp_path: Path) -> None:
    path = save(workbook(["a"], ["=1+1"], [" "], [3]), tmp_path)
    rewrite(path, SHEET, b"<f>1+1</f>", b"<f>1+1</f><v>2</v>")
    assert read(path) == [["a"], [2, 2], [4, 3]]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = save(workbook(["a"], [1]), tmp_path)
    content = bytearray(path.read_bytes())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (3 << 30).to_bytes(4, "little")
    path.write_bytes(content)
    assert refusal(path) == "it is larger than 2 GiB when unpacked: save it as CSV UTF-8"


def test_warnings_about_extensions_are_not_shown(tmp_path: Path) -> None:
    path = save(workbook(["a"], [1]), tmp_path)
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    rewrite(path, SHEET, b"</worksheet>", extension)
    with pytest.warns(UserWarning, match="extension is not supported"):
        load_workbook(path)
    assert read(path) == [["a"], [2, 1]]


def test_without_openpyxl_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(workbook(["a"], [1]), tmp_path)
    monkeypatch.setitem(sys.modules, "openpyxl.reader.excel", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'gigstack-api\[cli\]'"):
        open_rows(path)
