"""Every error that the command can print has a Spanish sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import gigstack_api.bulk
from gigstack_api.cli.sentences import (
    TABLES,
    problem_of,
    sentence_of,
    sentences,
    spanish,
    whole_sentence,
)
from gigstack_api.cli.texts import choose
from gigstack_api.cli.texts.arguments import OPTIONS
from gigstack_api.errors import (
    DeliveryError,
    FileNotSavedError,
    GigstackError,
    InvalidArgumentError,
    NotFoundError,
)

BULK = Path(gigstack_api.bulk.__file__).parent

WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")

NO_ERRORS = frozenset({"columns/names.py"})
"""Modules of words that are no sentences."""

NO_SENTENCE = re.compile(
    r"PRAGMA |CREATE TABLE|INSERT |SELECT |UPDATE |DELETE |BEGIN IMMEDIATE|<results of|<workers of"
    r"|yyyy-mm-dd|is open|is stopped|held until|answered |is not a rate|can be read as two rates"
    r"|unexpected end|expected after|field larger|no gigstack-api|workbook7"
    r"|has no field 77| after line 7|16%, 8%"
)
"""Statements, names, and parts of sentences, which the cases below hold whole."""


@cache
def trees() -> Mapping[str, ast.Module]:
    return {
        path.relative_to(BULK).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(BULK.rglob("*.py"))
    }


@cache
def constants() -> Mapping[str, str]:
    return {
        node.targets[0].id: node.value.value
        for tree in trees().values()
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


@cache
def parts_of_others() -> frozenset[str]:
    """The constants that are parts of other texts."""
    return frozenset(
        part.value.id
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name)
    )


def rendered(node: ast.JoinedStr) -> str:
    """A text with 7 for each of its values, constants apart."""
    parts: list[str] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            assert isinstance(part, ast.FormattedValue)
            name = part.value.id if isinstance(part.value, ast.Name) else ""
            parts.append(constants().get(name, "7"))
    return "".join(parts)


def texts_of(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that read like a sentence, docstrings left out."""
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {
        id(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in parts_of_others()
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            left_out |= {id(part) for part in node.values}
            for part in node.values:
                if isinstance(part, ast.FormattedValue) and part.format_spec is not None:
                    left_out.add(id(part.format_spec))
                    left_out |= {id(one) for one in ast.walk(part.format_spec)}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.JoinedStr):
            yield rendered(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def untranslated(name: str, tree: ast.Module) -> list[str]:
    return [
        text
        for text in texts_of(tree)
        if WORDS.search(text) and not NO_SENTENCE.search(text) and spanish(text) is None
    ]


@pytest.mark.parametrize("name", [name for name in trees() if name not in NO_ERRORS])
def test_the_errors_of_bulk_work_have_spanish_sentences(name: str) -> None:
    assert untranslated(name, trees()[name]) == []


@pytest.mark.parametrize("name", ["state_checks.py", "tables/unobservable.py"])
def test_the_reasons_of_lookups_have_spanish_sentences(name: str) -> None:
    path = BULK.parent / "reconcile" / name
    assert untranslated(name, ast.parse(path.read_text("utf-8"))) == []


def test_an_error_without_a_spanish_sentence_is_found() -> None:
    tree = ast.parse('def f(x): raise BadFileError(f"{x}: it is not of this world")\n')
    assert untranslated("x.py", tree) == ["7: it is not of this world"]


def values_of(words: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_both_sentences_hold_the_same_values() -> None:
    pairs = [pair for table in TABLES for pair in table.items()]
    assert [english for english, es in pairs if values_of(english) != values_of(es)] == []
    assert len(sentences()) == len({english for english, _ in pairs}) + TWICE


TWICE = 0
"""Sentences that stand in two tables."""


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        (
            "c.csv, line 3, column 'C.P.': '12' is not a postal code of 5 digits",
            "c.csv, línea 3, columna 'C.P.': '12' no es un código postal de 5 dígitos",
        ),
        (
            "a: b, c.csv, line 3: it is not UTF-8, but the lines above are: save it as CSV UTF-8,"
            " or name its encoding",
            "a: b, c.csv, línea 3: no es UTF-8, pero las líneas anteriores sí: guárdalo como CSV"
            " UTF-8, o indica su codificación",
        ),
        ("no: way.csv: it is empty", "no: way.csv: está vacío"),
        (
            "c.xlsx, line 2, column 'RFC': cell B2: it holds the error #REF!: correct the formula,"
            " or empty the cell",
            "c.xlsx, línea 2, columna 'RFC': celda B2: contiene el error #REF!: corrige la fórmula"
            " o vacía la celda",
        ),
        (
            "lines 3 to 5: they are one document and differ in currency: give them the same value",
            "líneas 3 a 5: son un solo documento y difieren en currency: ponles el mismo valor",
        ),
        (
            "no column holds description: add one, or map one to it; no column holds unit_price:"
            " add one, or map one to it",
            "ninguna columna contiene description: agrega una, o asígnale una con --map; ninguna"
            " columna contiene unit_price: agrega una, o asígnale una con --map",
        ),
        (
            "there is no column 'X'; did you mean 'XY'?",
            "no existe la columna 'X'; ¿quisiste decir 'XY'?",
        ),
        (
            "line 2, column 'IVA': '3' can be read as two rates of IVA: write 16%, 8%, 0% or"
            " exento",
            "línea 2, columna 'IVA': '3' se puede leer como dos tasas de IVA: escribe 16%, 8%, 0% o"
            " exento",
        ),
        (
            "line 2, column 'IVA': '3' is not a rate of IVA: write 16%, 8%, 0% or exento",
            "línea 2, columna 'IVA': '3' no es una tasa de IVA: escribe 16%, 8%, 0% o exento",
        ),
        (
            "cannot connect: Connection refused; nothing was sent (clients.list, GET /clients)",
            "no hay conexión: el servidor la rechaza; no se envió nada (clients.list, GET"
            " /clients)",
        ),
        (
            "timed out waiting for a response; the request was sent, so it may have been done:"
            " `await gig.reconcile(error)` finds out (clients.create, POST /clients, idempotency"
            " key k); it may have been done",
            "la respuesta tardó demasiado; la llamada se envió, así que tal vez se hizo:"
            " «gigstack-api reconcile» lo averigua (clients.create, POST /clients, idempotency key"
            " k); tal vez se hizo",
        ),
        ("a problem of the API; it may have been done", "a problem of the API; tal vez se hizo"),
        (
            "create_client has no field 'nam'; did you mean 'name'?",
            "create_client no tiene el campo 'nam'; ¿quisiste decir 'name'?",
        ),
        (
            "line 2, column 'Régimen': '9' is neither a code nor a label of the SAT, such as 601"
            " (General) or 603 (Personas)",
            "línea 2, columna 'Régimen': '9' no es una clave ni una descripción del SAT, como 601"
            " (General) o 603 (Personas)",
        ),
        (
            "it has 1 of the 3 cells of the header",
            "tiene 1 de las 3 celdas del encabezado",
        ),
        (
            "create_client: client.zip: not five digits (zip_form); and 2 more",
            "create_client: client.zip: El código postal lleva cinco dígitos. (zip_form); y 2 más",
        ),
        ("the API says no", None),
        ("an upsert of something needs care", None),
        ("a: b: c; d: " * 40, None),
    ],
)
def test_a_sentence_keeps_its_place_and_its_values(english: str, expected: str | None) -> None:
    assert spanish(english) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "f.csv: there is no such file"),
        ("es", "f.csv: no existe ese archivo"),
    ],
)
def test_an_error_of_the_system_names_its_file(language: str, expected: str) -> None:
    choose("es" if language == "es" else "en")
    try:
        assert sentence_of(FileNotFoundError(2, "No such file", "f.csv")) == expected
        assert sentence_of(OSError("another")) == "another"
    finally:
        choose("en")


CALL = {"method": "GET", "path": "/clients"}


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            NotFoundError("no such client", status=404, code="gone", method="GET", path="/c"),
            "la API contestó: no such client (gone, GET /c)",
        ),
        (
            DeliveryError("strange", operation="clients.list", **CALL),
            "la API no contestó: strange (clients.list, GET /clients)",
        ),
        (
            DeliveryError("timed out connecting", operation="clients.list", **CALL),
            "la conexión tardó demasiado (clients.list, GET /clients)",
        ),
        (GigstackError("strange"), "no se pudo (mensaje en inglés): strange"),
        (InvalidArgumentError("a.csv: it is empty"), "a.csv: está vacío"),
        (
            FileNotSavedError(
                28, "'a' was not saved; the disk is full: free some space, then save it again"
            ),
            "'a' no se guardó; el disco está lleno: libera espacio y guárdalo otra vez",
        ),
        (PermissionError(13, "Permission denied", "a.csv"), "a.csv: no tienes permiso"),
    ],
)
def test_the_error_that_ends_a_command_is_introduced(error: Exception, expected: str) -> None:
    choose("es")
    try:
        assert whole_sentence(error) == expected
    finally:
        choose("en")


def test_another_error_of_the_system_keeps_its_text() -> None:
    assert problem_of(OSError(71, "Protocol error")) == "Protocol error"
    assert problem_of(OSError("another")) == "another"
    assert whole_sentence(GigstackError("strange")) == "strange"


@pytest.mark.parametrize(("argument", "option"), OPTIONS.items())
def test_english_sentences_name_the_options_of_the_command(argument: str, option: str) -> None:
    raised = [english for table in TABLES for english in table if argument in english]
    assert raised
    for english in raised:
        assert option in sentence_of(english)
