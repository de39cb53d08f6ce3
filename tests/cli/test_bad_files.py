"""Bad files through the command, in both languages: a sentence with the place, and nothing sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import frozen
from openpyxl import Workbook

from tests.cli.command import call

pa: Any = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")

NOWHERE = {"GIGSTACK_API_KEY": "key", "GIGSTACK_API_BASE_URL": "http://127.0.0.1:1"}
"""Whatever is sent there ends the run with 3."""

HEADER = "RFC,Nombre,C.P.\n"


@frozen
class Bad:
    """A bad file: its name, how it is made, and what is said about it."""

    name: str
    write: Callable[[Path], object]
    english: str
    spanish: str
    code: int = 2


def text(content: str | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content.encode() if isinstance(content, str) else content)


def book(*rows: list[object], sheets: int = 1) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        made = Workbook()
        assert made.active is not None
        made.active.title = "Hoja1"
        for number in range(1, sheets):
            made.create_sheet(f"Hoja{number + 1}").append(["RFC"])
        for row in rows:
            made.active.append(row)
        made.save(path)

    return write


def zip_file(*names: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with ZipFile(path, "w") as made:
            for name in names:
                made.writestr(name, "x")

    return write


def cut_parquet(path: Path) -> None:
    pa.parquet.write_table(pa.table({"name": [f"Ana {n}" for n in range(500)]}), path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


BAD = {
    "missing": Bad(
        "no.csv",
        lambda _: None,
        "no.csv: there is no such file",
        "no.csv: no existe ese archivo",
    ),
    "empty": Bad("a.csv", text(""), "a.csv: it is empty", "a.csv: está vacío"),
    "BOM": Bad(
        "a.csv",
        text("\ufeff" + HEADER + "A,Ana\n"),
        "a.csv, line 2: it has 2 of the 3 cells of the header",
        "a.csv, línea 2: tiene 2 de las 3 celdas del encabezado",
    ),
    "BOM only": Bad("a.csv", text("\ufeff"), "a.csv: it is empty", "a.csv: está vacío"),
    "latin-1 after UTF-8": Bad(
        "a.csv",
        text(b"RFC,Nombre\nA,Jos\xc3\xa9\nB,Jos\xe9\n"),
        "a.csv, line 3: it is not UTF-8, but the lines above are: save it as CSV UTF-8",
        "a.csv, línea 3: no es UTF-8, pero las líneas anteriores sí: guárdalo como CSV UTF-8",
    ),
    "latin-1": Bad(
        "a.csv",
        text("RFC,Nombre\nA,José,x\n".encode("latin-1")),
        "a.csv, line 2: it has 3 cells, more than the 2 of the header: put cells that hold ','",
        "a.csv, línea 2: tiene 3 celdas, más que las 2 del encabezado: pon entre comillas las",
    ),
    "semicolons": Bad(
        "a.csv",
        text("RFC;Nombre\nA;Ana;1\n"),
        "a.csv, line 2: it has 3 cells, more than the 2 of the header: put cells that hold ';'",
        "contienen ';'",
    ),
    "two delimiters": Bad(
        "a.csv",
        text("a;b,c\n1;2,3\n"),
        "a.csv, line 1: ',' and ';' could both be the delimiter: name it",
        "a.csv, línea 1: ',' y ';' podrían ser el separador: indica cuál es",
    ),
    "quoted line breaks": Bad(
        "a.csv",
        text('RFC,Nombre\nA,"Ana\nRuiz"\nB\n'),
        "a.csv, line 4: it has 1 of the 2 cells of the header",
        "a.csv, línea 4: tiene 1 de las 2 celdas del encabezado",
    ),
    "an open quotation mark": Bad(
        "a.csv",
        text('RFC,Nombre\nA,"Ana\nB,Eva\n'),
        "a.csv, line 2: a quotation mark is opened here and not closed: close or delete it",
        "a.csv, línea 2: aquí se abre una comilla que no se cierra: ciérrala o bórrala",
    ),
    "no known column": Bad(
        "a.csv",
        text("x,y\n1,2\n"),
        "a.csv: no column was recognised: name the columns in the first row, or map them",
        "a.csv: no se reconoció ninguna columna: pon los nombres en el primer renglón, o",
    ),
    "two columns for one field": Bad(
        "a.csv",
        text("RFC,rfc,Nombre\nA,B,Ana\n"),
        "a.csv: the columns 'RFC' and 'rfc' could all hold tax_id: map one of them to it",
        "a.csv: las columnas 'RFC' y 'rfc' podrían contener tax_id: asígnale una con --map",
    ),
    "no column of the key": Bad(
        "a.csv",
        text("Nombre,C.P.\nAna,03100\n"),
        "a.csv: no column holds tax_id, by which existing ones are found: add one, or map",
        "a.csv: ninguna columna contiene tax_id, con el que se buscan los que ya existen: agrega",
    ),
    "an empty key": Bad(
        "a.csv",
        text("RFC,Nombre\nA,Ana\n,Eva\n"),
        "line 3, column 'RFC': tax_id is empty: fill it in",
        "línea 3, columna 'RFC': tax_id está vacío: llénalo",
        1,
    ),
    "a date in a CSV file": Bad(
        "a.csv",
        text("RFC,Nombre\n01/02/2003,Ana\n"),
        "line 2, column 'RFC': a spreadsheet has turned it into the date or time 01/02/2003:",
        "línea 2, columna 'RFC': la hoja de cálculo lo convirtió en la fecha u hora 01/02/2003:",
        1,
    ),
    "a number in a CSV file": Bad(
        "a.csv",
        text("RFC,Nombre\n760510181000,Ana\n"),
        "line 2, column 'RFC': '760510181000' is a number, not an RFC: format the column as text",
        "línea 2, columna 'RFC': '760510181000' es un número, no un RFC: da formato de texto a la",
        1,
    ),
    "a formula in a CSV file": Bad(
        "a.csv",
        text("RFC;Nombre\nA;=CONCATENAR(A1&B1)\n"),
        "line 2, column 'Nombre': it holds the formula '=CONCATENAR(A1&B1)': paste its value",
        "línea 2, columna 'Nombre': contiene la fórmula '=CONCATENAR(A1&B1)': pega su valor",
        1,
    ),
    "an error in a CSV file": Bad(
        "a.csv",
        text("RFC,Nombre\nA,#¡REF!\n"),
        "line 2, column 'Nombre': it holds the error #¡REF!: correct the formula, or empty the",
        "línea 2, columna 'Nombre': contiene el error #¡REF!: corrige la fórmula o vacía la celda",
        1,
    ),
    "only columns": Bad(
        "a.csv",
        text(HEADER),
        "a.csv: it has columns and no rows: add some rows",
        "a.csv: tiene columnas y ningún renglón: agrega renglones",
    ),
    "a date by Excel": Bad(
        "a.xlsx",
        book(["Nombre", "RFC"], ["Ana", datetime(2026, 3, 1)]),
        "line 2, column 'RFC': a spreadsheet has turned it into the date or time 2026-03-01:",
        "línea 2, columna 'RFC': la hoja de cálculo lo convirtió en la fecha u hora 2026-03-01:",
        1,
    ),
    "an RFC as a number by Excel": Bad(
        "a.xlsx",
        book(["Nombre", "RFC"], ["Ana", 7.60510181e11]),
        "line 2, column 'RFC': '760510181000' is a number, not an RFC: format the column as text",
        "línea 2, columna 'RFC': '760510181000' es un número, no un RFC: da formato de texto a la",
        1,
    ),
    "a bad cell": Bad(
        "a.csv",
        text("RFC,C.P.\nA,03100\nB,12\n"),
        "line 3, column 'C.P.': '12' is not a postal code of 5 digits",
        "línea 3, columna 'C.P.': '12' no es un código postal de 5 dígitos",
        1,
    ),
    "a formula": Bad(
        "a.xlsx",
        book(["Nombre", "RFC"], ["Ana", "=A1"]),
        "a.xlsx, line 2, column 'RFC': cell B2: it holds a formula without its result: open the",
        "a.xlsx, línea 2, columna 'RFC': celda B2: contiene una fórmula sin su resultado: abre el",
    ),
    "two sheets": Bad(
        "a.xlsx",
        book(["RFC"], ["A"], sheets=2),
        "a.xlsx: it has the sheets 'Hoja1', 'Hoja2': name the one to read",
        "a.xlsx: tiene las hojas 'Hoja1', 'Hoja2': indica con --sheet cuál se lee",
    ),
    "a cut workbook": Bad(
        "a.xlsx",
        text(b"PK\x03\x04cut"),
        "a.xlsx: it cannot be read as an Excel workbook; it may be cut: save it again",
        "a.xlsx: no se puede leer como libro de Excel; tal vez está incompleto: guárdalo otra vez",
    ),
    "a million columns": Bad(
        "a.csv",
        text("RFC,Nombre\nA,Ana\n" + "a," * 1_000_000),
        "a.csv, line 3: the row is longer than 1,048,576 characters: it has too many columns",
        "a.csv, línea 3: el renglón tiene más de 1,048,576 caracteres: tiene demasiadas columnas",
    ),
    "a cut Parquet file": Bad(
        "a.parquet",
        cut_parquet,
        "a.parquet: it is not a complete Parquet file; it may be cut: write it again",
        "a.parquet: no es un archivo Parquet completo; tal vez está cortado: escríbelo otra vez",
    ),
    "bad JSON": Bad(
        "a.jsonl",
        text('{"name": "Ana"}\n{"name": \n'),
        "a.jsonl, line 2: it is not JSON at character 1: write one object such as",
        "a.jsonl, línea 2: no es JSON en el carácter 1: escribe un objeto como",
    ),
    "a list in JSON": Bad(
        "a.jsonl",
        text('[{"name": "Ana"},\n{"name": "Eva"}]'),
        "a.jsonl, line 1: it is a list: write one object per line, without brackets around them",
        "a.jsonl, línea 1: es una lista: escribe un objeto por línea, sin corchetes alrededor",
    ),
    "JSON in latin-1": Bad(
        "a.jsonl",
        text('{"name": "José"}\n'.encode("latin-1")),
        "a.jsonl, line 1: it is not UTF-8: save it as UTF-8",
        "a.jsonl, línea 1: no es UTF-8: guárdalo en UTF-8",
    ),
    "JSON with a field twice": Bad(
        "a.jsonl",
        text('{"tax_id": "A"}\n{"tax_id": "A", "tax_id": "B"}\n'),
        "a.jsonl, line 2, column 'tax_id': the field is there twice",
        "a.jsonl, línea 2, columna 'tax_id': el campo está dos veces",
    ),
    "compressed": Bad(
        "a.csv",
        text(b"\x1f\x8b\x08\x00rest"),
        "a.csv: its content is compressed: unpack it",
        "a.csv: su contenido está comprimido: descomprímelo",
    ),
    "a zip file": Bad(
        "a.xlsx",
        zip_file("clientes.csv"),
        "a.xlsx: its content is compressed: unpack it",
        "a.xlsx: su contenido está comprimido: descomprímelo",
    ),
    "OpenDocument": Bad(
        "a.ods",
        zip_file("mimetype", "content.xml"),
        "a.ods: its content is OpenDocument: save it as .xlsx",
        "a.ods: su contenido es OpenDocument: guárdalo como .xlsx",
    ),
    "OpenDocument with another ending": Bad(
        "a.xlsx",
        zip_file("mimetype", "content.xml"),
        "a.xlsx: its content is OpenDocument: save it as .xlsx",
        "a.xlsx: su contenido es OpenDocument: guárdalo como .xlsx",
    ),
    "a web page": Bad(
        "a.xls",
        text("\ufeff\n<html><table><tr><td>RFC</td></tr></table></html>"),
        "a.xls: its content is a web page or XML: open it in Excel or LibreOffice, and save it",
        "a.xls: su contenido es una página web o XML: ábrelo en Excel o LibreOffice y guárdalo",
    ),
    "a workbook with the old ending": Bad(
        "a.xls",
        book(["RFC"], ["A"]),
        "a.xls: its content is .xlsx, not .xls: rename it",
        "a.xls: su contenido es .xlsx, no .xls: cámbiale el nombre",
    ),
    "a CSV file called a workbook": Bad(
        "a.xlsx",
        text(HEADER + "A,Ana,03100\n"),
        "a.xlsx: its content is not .xlsx: rename it, or save it as .xlsx",
        "a.xlsx: su contenido no es .xlsx: cámbiale el nombre, o guárdalo como .xlsx",
    ),
    "JSON called CSV": Bad(
        "a.csv",
        text('{"tax_id": "A", "name": "Ana"}\n'),
        "a.csv: its content is .jsonl, not .csv: rename it",
        "a.csv: su contenido es .jsonl, no .csv: cámbiale el nombre",
    ),
    "the header again": Bad(
        "a.csv",
        text(HEADER + "A,Ana,03100\n\ufeff" + HEADER + "B,Eva,03100\n"),
        "a.csv, line 3: the header is here again: delete the row",
        "a.csv, línea 3: aquí está otra vez el encabezado: borra el renglón",
    ),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    bad = BAD[name]
    bad.write(tmp_path / bad.name)
    # A cell only fails its row, so what is wrong with it is asked without sending the others.
    only_check = ["--dry-run"] if bad.code == 1 else []
    given = {**NOWHERE, "LANG": "es_MX.UTF-8" if language == "es" else "en_US.UTF-8"}
    ended = call("clients", "import", bad.name, *only_check, folder=tmp_path, given=given)
    assert (bad.spanish if language == "es" else bad.english) in ended.out + ended.err
    assert ended.code == bad.code
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".journal"] == []
