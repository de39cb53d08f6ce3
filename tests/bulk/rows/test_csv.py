"""CSV files: what is recognised, and the sentence for each bad file."""

from __future__ import annotations

import csv
import tracemalloc
from pathlib import Path

import pytest

from gigstack_api.bulk import BadFileError, Row, open_rows

from .files import read, refusal, text_file

READ: dict[str, tuple[str | bytes, list[list[object]]]] = {
    "comma": ("RFC,Nombre\nA,José\n", [["RFC", "Nombre"], [2, "A", "José"]]),
    "semicolon": ("RFC;Nombre\r\nA;J, X\r\n", [["RFC", "Nombre"], [2, "A", "J, X"]]),
    "tab": ("RFC\tNombre\nA\tJ\n", [["RFC", "Nombre"], [2, "A", "J"]]),
    "pipe": ("RFC|Nombre\nA|J\n", [["RFC", "Nombre"], [2, "A", "J"]]),
    "one column": ("RFC\nA\nB", [["RFC"], [2, "A"], [3, "B"]]),
    "second row decides": ("a;b,c;d,e\n1;2;3\n", [["a", "b,c", "d,e"], [2, "1", "2", "3"]]),
    "sep line": ("sep=|\r\nRFC|Nombre\nA|J,K\n", [["RFC", "Nombre"], [3, "A", "J,K"]]),
    "mark": (b"\xef\xbb\xbfRFC,Nombre\nA,J\n", [["RFC", "Nombre"], [2, "A", "J"]]),
    "utf-16": ("RFC\tNombre\nA\tJosé\n".encode("utf-16"), [["RFC", "Nombre"], [2, "A", "José"]]),
    "old mac": ("RFC,Nombre\rA,J\r", [["RFC", "Nombre"], [2, "A", "J"]]),
    "line breaks": (
        'RFC,Nombre\nA,"x\r\ny"\nB,"z ""q"""\n',
        [["RFC", "Nombre"], [2, "A", "x\r\ny"], [4, "B", 'z "q"']],
    ),
    "space before quotes": ('a, b\n1, "x, y"\n', [["a", "b"], [2, "1", "x, y"]]),
    "blank rows": ("\na,b\n\n1,2\n,\n , \n3,4\n", [["a", "b"], [4, "1", "2"], [7, "3", "4"]]),
    "unnamed at the end": ("a,b,,\n1,2,,\n3,4\t,,\n", [["a", "b"], [2, "1", "2"], [3, "3", "4\t"]]),
    "one more comma": ("a,b\n1,2,\n", [["a", "b"], [2, "1", "2"]]),
}


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read(tmp_path: Path, name: str) -> None:
    content, rows = READ[name]
    assert read(text_file(tmp_path, "a.csv", content)) == rows


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "it is empty"),
    "blank": ("\n \n", "it is empty"),
    "only a header": ("RFC,Nombre\n", "it has columns and no rows: add some rows"),
    "too many": (
        "a,b\n1,2\n1,2,3\n",
        "line 3: it has 3 cells, more than the 2 of the header: put cells that hold ',' into"
        " quotation marks",
    ),
    "too many tabs": ("a\tb\n1\t2\t3\n", "line 2: it has 3 cells, more than the 2 of the header"),
    "too few": ("a,b,c\n1,2\n", "line 2: it has 2 of the 3 cells of the header"),
    "in an unnamed column": ("a,b,\n1,2,3\n", "line 2: cell 3 is in a column without a name"),
    "same name": (
        "a,b,a \n1,2,3\n",
        "line 1, column 'a': columns 1 and 3 have the same name: rename or delete one",
    ),
    "no name": ("a,,b\n1,2,3\n", "line 1: column 2 has no name: name it, or delete it"),
    "two delimiters": ("a;b,c\n1;2,3\n", "line 1: ',' and ';' could both be the delimiter: name"),
    "NUL": ("a,b\n1,2\n\0,4\n", "line 3: it holds a NUL character: save it again as CSV UTF-8"),
    "not closed": (
        'a,b\n1,2\n3,"4\n5,6\n',
        "line 3: a quotation mark is opened here and not closed: close or delete it",
    ),
    "quotes inside": (
        'a,b\n1,"2"3\n',
        "line 2: a quotation mark inside of a cell must be written twice",
    ),
    "long cell": ('a,b\n1,"' + "x" * 200_000, "line 2: a cell is too long: is a quotation mark"),
    "a million columns": (
        "a," * 1_000_000,
        "line 1: the row is longer than 1,048,576 characters: it has too many columns, or a",
    ),
    "many columns": (
        ",".join(map(str, range(20_000))),
        "line 1: it has more than 16,384 columns",
    ),
    "a million cells": (
        "a,b\n1,2\n" + "a," * 1_000_000,
        "line 3: the row is longer than 1,048,576",
    ),
    "two encodings": (
        b"a,b\nJos\xc3\xa9,1\nJos\xe9,2\n",
        "line 3: it is not UTF-8, but the lines above are: save it as CSV UTF-8, or name its",
    ),
    "no encoding": (b"a,b\nJos\x81,1\n", "line 2: it is neither UTF-8 nor Windows-1252: save it"),
    "cut": (b"a,b\nJos\xc3", "line 2: it has 1 of the 2 cells of the header"),
    "half of utf-16": ("a,b\n1,2\n".encode("utf-16")[:-1], "it is not utf-16: save it as CSV"),
    "excel": (b"PK\x03\x04", "its content is .xlsx, not .csv: rename it"),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an Excel workbook of the old format"),
    "PDF": (b"%PDF-1.7", "its content is a PDF: export the rows as .csv or .xlsx"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    assert sentence in refusal(text_file(tmp_path, "a.csv", content))


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", "RFC,Nombre\nA,José\n".encode("cp1252"))
    file = open_rows(path)
    assert [*file] == [Row(1, 2, {"RFC": "A", "Nombre": "José"})]
    assert file.notes == (
        "a.csv is read as Windows-1252, since it is not UTF-8. If letters are wrong, save it as CSV"
        " UTF-8, or name its encoding.",
    )
    assert open_rows(path, encoding="latin-1").notes == ()


def test_options_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", b"a,b\nJos\xe9,2\n")
    assert refusal(path, sheet="x") == "leave sheet out: a .csv file has none"
    assert refusal(path, encoding="klingon") == "there is no encoding 'klingon'"
    assert refusal(path, encoding="utf-8").startswith("line 2: it is not utf-8: ")
    assert refusal(path, delimiter=";;") == "a delimiter is one character, not ';;'"
    assert read(path, delimiter=";") == [["a,b"], [2, "José,2"]]


def test_a_path_without_a_file_is_refused(tmp_path: Path) -> None:
    for name, sentence in [("none.csv", "there is no such file"), ("", "not a regular file")]:
        with pytest.raises(BadFileError, match=sentence):
            open_rows(tmp_path / name)
    assert refusal(text_file(tmp_path, "a.ods", "x")).startswith("rows are read from .csv, .xlsx")


def test_a_file_that_changes_is_refused(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", "a,b\n1,2\n")
    file = open_rows(path)
    assert file.check() == 1
    path.write_text("a,b\n1,2\n3,4\n")
    with pytest.raises(BadFileError, match="it has changed since it was opened: start again"):
        file.check()


def test_the_fingerprint_is_of_content_and_settings(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", "a,b;c\n1,2;3\n")
    same = text_file(tmp_path, "b.csv", "a,b;c\n1,2;3\n")
    other = text_file(tmp_path, "c.csv", "a,b;c\n1,2;4\n")
    prints = [
        open_rows(one, delimiter=delimiter).fingerprint
        for one, delimiter in [(path, ","), (same, ","), (other, ","), (path, ";")]
    ]
    assert prints[0] == prints[1]
    assert len({*prints}) == 3


def test_a_limit_of_the_csv_module_does_not_matter(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", 'a,b\n1,"' + "x\n" * 1_000_000)
    before = csv.field_size_limit(1 << 30)
    try:
        assert refusal(path).startswith("line 2: the row is longer than 1,048,576 characters")
    finally:
        csv.field_size_limit(before)


def test_many_rows_are_read_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("RFC,Nombre,Correo\n")
        file.writelines(f"RFC{n},Nombre {'n' * 1000},a{n}@example.mx\n" for n in range(20_000))
    assert path.stat().st_size > 20_000_000
    tracemalloc.start()
    try:
        rows = open_rows(path)
        count = sum(1 for _ in rows)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 6_000_000
