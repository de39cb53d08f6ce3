"""Arguments, and the codes and messages of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api import __version__
from gigstack_api.cli import exits
from gigstack_api.errors import (
    AuthenticationError,
    ConfigurationError,
    DeliveryError,
    FileNotSavedError,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
)
from tests.cli.command import call

KEY = {"GIGSTACK_API_KEY": "key", "GIGSTACK_API_BASE_URL": "http://127.0.0.1:9/v2"}

WRONG = [
    ("clientes", "there is no command 'clientes'; there are clients, services"),
    ("clients imprt", "there is no command 'imprt'; there are import"),
    ("whoami --foo", "there is no option --foo"),
    ("whoami extra", "there are too many arguments: extra"),
    ("whoami --profile", "--profile needs a value"),
    ("--lang fr whoami", "--lang is one of es, en"),
    ("export clients", "--out is missing"),
    ("export", "LIST is missing"),
    ("export teams --out a.csv", "LIST: 'teams' is not one of clients, services, invoices"),
    ("export clients --out a.xls", "exports are written to .csv, .jsonl, .xlsx or .parquet"),
    ("export clients --out nowhere/a.csv", "there is no folder"),
    ("export clients --out a.csv --created-gte May", "--created-gte: 'May' is not a date"),
    ("export clients --out a.csv --created-gte 0001-01-01", "--created-gte: '0001-01-01' is not"),
    ("export clients --out a.csv --created-gte 2026-05-02 --created-lte 2026-05-01", "is before"),
    ("files --out f --created-gte 2026-05-02 --created-lte 2026-05-01", "nothing is between"),
    ("export clients --out folder.csv", "'folder.csv' is a directory, which is not replaced"),
    ("export clients --out a.csv --metadata a", "--metadata: 'a' does not have the form NAME="),
    ("export services --out a.csv --metadata a=b", "services cannot be filtered by metadata"),
    ("files --out f --concurrency 0", "--concurrency: '0' is not a whole number from 1 to"),
    ("files --out f --concurrency x", "--concurrency: 'x' is not a whole number from 1 to"),
    ("clients import", "FILE is missing"),
    ("clients import none.csv", "there is no such file"),
    ("clients import rows.csv --report r.txt", "r.txt: a report ends in .jsonl or .csv"),
    ("clients import rows.csv --map Foo=name", "there is no column 'Foo'"),
    ("clients import rows.csv --map Name=foo", "there is no field 'foo'"),
    ("clients import rows.csv --checks maybe", "--checks: 'maybe' is not one of off, warn, error"),
    ("clients import empty.csv", "empty.csv: it is empty"),
    ("services import rows.csv", "no column holds unit_price"),
    ("catalogs colours", "there is no catalogue 'colours'; there are cancellation-motive"),
    ("rfc check", "RFC... is missing"),
    ("reconcile none.json", "none.json cannot be read: there is no such file"),
    ("reconcile rows.csv", "this is not the record of a lost call"),
    ("reconcile rows.csv --settle -1", "--settle: '-1' is not a number of seconds"),
    ("reconcile rows.csv --settle x", "--settle: 'x' is not a number of seconds"),
    ("webhooks listen --port 70000", "--port: '70000' is not a whole number from 0 to 65535"),
    ("webhooks listen --subscribe", "--subscribe is for a sandbox on this machine"),
    ("profile add bad/name", "the name of a profile has letters, digits"),
    ("profile add p --base-url http://example.com", "base_url must start with https://"),
    ("profile remove p", "there is no profile 'p'"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.csv").write_text("Name,RFC\nAna,\n")
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "folder.csv").mkdir()
    return tmp_path


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_wrong_use_ends_with_2_and_says_what_to_do(folder: Path, line: str, said: str) -> None:
    given = KEY if "subscribe" not in line else {"GIGSTACK_API_KEY": "key"}
    ended = call(*line.split(), folder=folder, given=given)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("line", ["", "clients", "profile"])
def test_a_group_alone_shows_its_help(folder: Path, line: str) -> None:
    ended = call(*line.split(), folder=folder)
    assert ended.code == 2
    assert "Commands:" in ended.err


def test_messages_are_in_the_language(folder: Path) -> None:
    ended = call("export", "clients", "--lang", "es", folder=folder)
    assert "Uso: gigstack-api export [OPCIONES] LISTA\nError: falta --out\n" in ended.err
    given = {"LANG": "es_MX.UTF-8"}
    assert "no hay llave" in call("whoami", folder=folder, given=given).err
    away = {**given, "GIGSTACK_API_KEY": "key", "GIGSTACK_API_BASE_URL": "http://127.0.0.1:1/v2"}
    ended = call("export", "clients", "--out", "c.csv", folder=folder, given=away)
    assert ended.code == 3
    assert "Error: no hay conexión: " in ended.err
    assert "no se envió nada" in ended.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("whoami --nope", "no existe la opción --nope"),
        ("whoami x", "sobran argumentos: x"),
        ("export clients --out", "--out necesita un valor"),
        ("export clients --resume=1", "--resume no lleva valor"),
        ("files --out rows.csv", "--out: rows.csv no es una carpeta"),
        ("clients import none.csv", "none.csv: no existe ese archivo"),
        ("clients import rows.csv --map Foo=name", "no existe la columna 'Foo'; las columnas son"),
        ("clients import rows.csv --map Name=foo", "no existe el campo 'foo'; los campos son"),
        ("services import rows.csv", "ninguna columna contiene unit_price: agrega una, o asígnale"),
        ("reconcile none.json", "no se puede leer none.json: no existe ese archivo"),
        ("reconcile rows.csv", "no es el registro de una llamada perdida"),
        ("profile add p --base-url http://example.com", "la URL de la API debe empezar con https"),
        ("export sat-invoices --out c.csv --metadata a=b", "no se puede filtrar por metadatos"),
    ],
)
def test_wrong_use_is_told_in_spanish(folder: Path, line: str, said: str) -> None:
    ended = call(*line.split(), "--lang", "es", folder=folder, given=KEY)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_the_version_is_shown(folder: Path) -> None:
    ended = call("--version", folder=folder)
    assert (ended.code, ended.out) == (0, f"gigstack-api {__version__}\n")


@pytest.mark.parametrize(
    "line",
    [
        "whoami",
        "export clients --out a.csv",
        "files --out f",
        "clients import rows.csv",
    ],
)
def test_without_a_key_nothing_starts(folder: Path, line: str) -> None:
    ended = call(*line.split(), folder=folder)
    assert ended.code == 3
    assert "there is no key: set GIGSTACK_API_KEY" in ended.err


def test_without_a_place_for_profiles_there_is_no_key(folder: Path) -> None:
    given: dict[str, str] = {"HOME": "", "XDG_CONFIG_HOME": "", "APPDATA": ""}
    assert "there is no key" in call("whoami", folder=folder, given=given).err
    ended = call("whoami", "--profile", "p", folder=folder, given=given)
    assert (ended.code, "set HOME or XDG_CONFIG_HOME" in ended.err) == (3, True)


@pytest.mark.usefixtures("without_waits")
def test_an_unreachable_host_ends_with_3(folder: Path) -> None:
    ended = call("whoami", folder=folder, given=KEY)
    assert ended.code == 3
    assert "cannot connect" in ended.err


def test_plain_http_is_for_this_machine_only(folder: Path) -> None:
    given = {**KEY, "GIGSTACK_API_BASE_URL": "http://example.com/v2"}
    ended = call("whoami", folder=folder, given=given)
    assert ended.code == 3
    assert "https://" in ended.err


def lost(cls: type[DeliveryError]) -> DeliveryError:
    return cls("lost", operation="o", method="GET", path="/")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotSavedError(28, "full"), 1),
        (InvalidArgumentError("bad"), 2),
        (ConfigurationError("bad"), 3),
        (lost(DeliveryError), 3),
        (lost(OutcomeUnknownError), 1),
        (GigstackError("bad"), 1),
        (PermissionError(13, "no"), 2),
        (ZeroDivisionError(), None),
    ],
)
def test_every_error_has_its_code(error: Exception, code: int | None) -> None:
    assert exits.exit_of(error) == code
    assert issubclass(AuthenticationError, GigstackError)
