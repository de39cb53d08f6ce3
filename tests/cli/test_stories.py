"""The command in a process of its own, against a sandbox process."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import FileNotSavedError
from gigstack_api.bulk import open_rows
from scripts.sandbox_process import running
from tests.cli.command import Ended, call, run_process, start, started

psutil: Any = import_module("psutil")  # without types

CLIENTS = """RFC,Razón social,C.P.,Régimen,Clave,Notas
CACX7605101P8,XOCHILT CASAS CHAVEZ,36257,612,A-1,x
XAXX010101000,PUBLICO EN GENERAL,65000,616,A-2,y
"""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.skipif(sys.platform == "win32", reason="the terminal of Windows has other signals")
def test_interrupted_workers_end_and_others_go_on(tmp_path: Path) -> None:
    lines = [f"Cliente {number},W-{number}" for number in range(200)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    arguments = [
        *("clients", "import", "clients.csv", "--map", "Clave=metadata.external_id"),
        *("--on", "metadata.external_id", "--concurrency", "4", "--json"),
    ]
    done: list[Any] = []
    fault = "delay=0.02 times=always operation=create_client"
    with running("--fault", fault, "--log-level", "critical") as sandbox:
        for times in (1, 2):
            with started(*arguments, "--workers", "2", folder=tmp_path, given=sandbox) as process:
                done += interrupted(process, times)
        assert 0 < len(done) < 200
        rest = run_process(*arguments, "--report", "r.jsonl", folder=tmp_path, given=sandbox)
        assert rest.code == 0
        [known] = re.findall(r"\.journal: (\d+)\n", rest.err)
        assert len(done) <= int(known) < 200  # stopped at once, some rows were kept and not printed
    report = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text().splitlines()]
    assert [line["row"] for line in report] == list(range(1, 201))
    assert len({line["id"] for line in report}) == 200


def interrupted(process: subprocess.Popen[str], times: int) -> list[Any]:
    """The results of an import with workers that gets Ctrl+C so often after its first one."""
    assert process.stdout is not None
    assert process.stderr is not None
    first = process.stdout.readline()
    workers = psutil.Process(process.pid).children(recursive=True)
    assert len(workers) >= 2
    os.killpg(process.pid, signal.SIGINT)
    if times == 2:
        while "Finishing what is in flight" not in process.stderr.readline():
            pass
        os.killpg(process.pid, signal.SIGINT)
    *results, counts = [json.loads(line) for line in [first, *process.stdout]]
    assert process.wait() == 130
    assert "To go on:" in process.stderr.read()
    assert set(counts["counts"]) == {"created"}
    assert psutil.wait_procs(workers, timeout=10)[1] == []
    return results


def test_workers_and_a_scheduler_exclude_each_other(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    both = ("--workers", "2", "--scheduler", "tls://127.0.0.1:1")
    sandbox = {"GIGSTACK_API_KEY": "key", "GIGSTACK_API_BASE_URL": "http://127.0.0.1:1"}
    assert import_clients(tmp_path, sandbox, *both).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the terminal of Windows has other signals")
def test_an_interrupted_import_goes_on_where_it_ended(tmp_path: Path) -> None:
    lines = [f"Cliente {number},K-{number}" for number in range(80)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    arguments = [
        *("clients", "import", "clients.csv", "--map", "Clave=metadata.external_id"),
        *("--on", "metadata.external_id", "--concurrency", "4", "--json"),
    ]
    fault = "delay=0.01 times=always operation=create_client"
    with running("--fault", fault) as sandbox:
        process = start(*arguments, folder=tmp_path, given=sandbox)
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.stdout.read(), process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        assert process.wait() == 130
        assert "Finishing what is in flight" in err
        assert "gigstack-api clients import clients.csv --map" in err
        done = [json.loads(line) for line in (first + out).splitlines()]
        counts = done.pop()["counts"]
        assert counts == {"created": len(done)}
        assert 0 < len(done) < 80
        again = run_process(*arguments, "--report", "r.jsonl", folder=tmp_path, given=sandbox)
        assert again.code == 0
        assert f".journal: {len(done)}\n" in again.err
        assert len(again.values) == 80 - len(done) + 1
        report = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text().splitlines()]
        assert [line["row"] for line in report] == list(range(1, 81))
        target = tmp_path / "out.jsonl"
        export = call("export", "clients", "--out", str(target), folder=tmp_path, given=sandbox)
        assert export.code == 0
        assert len({json.loads(line)["name"] for line in target.read_text().splitlines()}) == 80
    assert [path.name for path in tmp_path.glob("*.journal*")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the terminal of Windows has other signals")
def test_an_interrupted_export_is_resumed(tmp_path: Path, sandbox: dict[str, str]) -> None:
    lines = [f"Cliente {number},E-{number}" for number in range(120)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    arguments = ["--map", "Clave=metadata.external_id", "--on", "metadata.external_id", "--quiet"]
    assert import_clients(tmp_path, sandbox, *arguments).code == 0
    process = start("export", "clients", "--out", "c.csv", folder=tmp_path, given=sandbox)
    try:
        while not (tmp_path / "c.csv.place").exists() and process.poll() is None:
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    finally:
        process.kill()
    if process.returncode == 130:  # else it ended before the signal arrived
        assert "gigstack-api export clients --out c.csv --resume" in err
        assert not (tmp_path / "c.csv").exists()
    ended = call(
        *("export", "clients", "--out", str(tmp_path / "c.csv"), "--resume"),
        folder=tmp_path,
        given=sandbox,
    )
    assert ended.code == 0
    names = [row.values["name"] for row in open_rows(tmp_path / "c.csv")]
    assert len([name for name in names if str(name).startswith("Cliente ")]) >= 120
    assert len(names) == len({row.values["id"] for row in open_rows(tmp_path / "c.csv")})


def import_clients(folder: Path, sandbox: dict[str, str], *options: str) -> Ended:
    file = str(folder / "clients.csv")
    return call("clients", "import", file, *options, folder=folder, given=sandbox)


def test_what_is_imported_is_exported(tmp_path: Path, sandbox: dict[str, str]) -> None:
    (tmp_path / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    options = ["--map", "Clave=metadata.external_id", "--report", str(tmp_path / "r.csv")]
    ended = import_clients(tmp_path, sandbox, *options)
    assert ended.code == 0
    assert "Régimen       tax_system\n" in ended.err
    assert "Notas         (ignored)\n" in ended.err
    assert ended.out == "Outcome  Count\ncreated  2\nTotal    2\n"
    assert [row["outcome"] for row in rows_of(tmp_path / "r.csv")] == ["created", "created"]
    again = import_clients(tmp_path, sandbox, *options, "--update", "--lang", "es")
    assert again.out == "Resultado     Cuántos\nactualizados  2\nTotal         2\n"
    for ending in ("csv", "xlsx"):
        target = tmp_path / f"out.{ending}"
        export = call(
            *("export", "clients", "--out", str(target), "--metadata", "external_id=A-1"),
            folder=tmp_path,
            given=sandbox,
        )
        assert (export.code, export.out) == (0, f"1 client in {target}\n")
        [row] = open_rows(target)
        assert row.values["tax_id"] == "CACX7605101P8"
        assert str(row.values["address.zip"]) == "36257"


def test_rows_that_fail_end_with_1(tmp_path: Path, sandbox: dict[str, str]) -> None:
    journal = str(tmp_path / "j")
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nEKU9003173C9,Todos\n")
    assert import_clients(tmp_path, sandbox).code == 0
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nMAL,Ana\nEKU9003173C9,Todos\n")
    ended = import_clients(tmp_path, sandbox, "--json", "--update", "--journal", journal)
    assert ended.code == 1
    by_row = {line["row"]: line for line in ended.values[:-1]}
    assert (by_row[1]["outcome"], by_row[2]["outcome"]) == ("failed", "updated")
    assert ended.values[-1] == {"counts": {"failed": 1, "updated": 1}}
    assert "  data row 1: Invalid tax_id format" in ended.err
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nEKU9003173C9,Todos\n")
    other = import_clients(tmp_path, sandbox, "--update", "--journal", journal)
    assert other.code == 2
    assert "this journal belongs to another file" in other.err


def test_a_dry_run_sends_nothing_and_needs_no_key(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nMAL,Ana\nXAXX010101000,Todos\n")
    report = tmp_path / "r.csv"
    ended = import_clients(
        tmp_path, {}, "--dry-run", "--checks", "error", "--report", str(report), "--quiet"
    )
    assert ended.code == 1
    assert "Dry run: nothing was sent.\n" in ended.out
    assert [row["outcome"] for row in rows_of(report)] == ["failed", "skipped"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clients.csv", "r.csv"]


def test_invoices_and_their_files(tmp_path: Path, sandbox: dict[str, str]) -> None:
    (tmp_path / "lines.csv").write_text(
        "Folio,RFC,Cliente,Descripción,Cantidad,Precio unitario,Forma de pago\n"
        "F-1,PEGJ800101AB6,Juan,Mesa,1,100,03\n"
        "F-1,PEGJ800101AB6,Juan,Silla,4,50,03\n"
        "F-2,PEGJ800101AB6,Juan,Mesa,2,100,03\n",
        encoding="utf-8",
    )
    arguments = [
        *("invoices", "import", str(tmp_path / "lines.csv"), "--document", "Folio"),
        "--json",
    ]
    ended = call(*arguments, folder=tmp_path, given=sandbox)
    assert (ended.code, ended.values[-1]) == (0, {"counts": {"created": 2}})
    again = call(*arguments, folder=tmp_path, given=sandbox)
    assert (again.code, again.values[-1]) == (0, {"counts": {"found": 2}})
    files = ["files", "--out", str(tmp_path / "files"), "--metadata", "document=F-1"]
    done = call(*files, folder=tmp_path, given=sandbox)
    assert (done.code, "downloaded     1\n" in done.out) == (0, True)
    done = call(*files, "--json", folder=tmp_path, given=sandbox)
    assert [line["outcome"] for line in done.values] == ["skipped"]
    assert len(list((tmp_path / "files").glob("*/*"))) == 2
    target = str(tmp_path / "exported.xlsx")
    export = ["export", "invoices", "--out", target, "--metadata", "document=F-2"]
    assert call(*export, folder=tmp_path, given=sandbox).code == 0
    some = ["files", "--out", str(tmp_path / "some"), "--from", target]
    for outcome in ("created", "skipped"):
        done = call(*some, "--json", folder=tmp_path, given=sandbox)
        assert (done.code, [line["outcome"] for line in done.values]) == (0, [outcome])
    both = call(*some, "--metadata", "a=b", "--lang", "es", folder=tmp_path, given=sandbox)
    assert (both.code, "quita los filtros" in both.err) == (2, True)


def test_a_refused_key_ends_every_run_with_3(tmp_path: Path, sandbox: dict[str, str]) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nXAXX010101000,Todos\n")
    given = {**sandbox, "GIGSTACK_API_KEY": "opaque"}
    assert import_clients(tmp_path, given).code == 3
    for line in (["export", "clients", "--out", "c.csv"], ["files", "--out", "f"]):
        assert call(*line[:-1], str(tmp_path / line[-1]), folder=tmp_path, given=given).code == 3


def test_an_export_that_breaks_says_how_it_goes_on(tmp_path: Path) -> None:
    with running("--fault", "status=404 operation=list_payment_complement_invoices times=2",
                 "--fault", "status=404 operation=get_invoice_files times=always",
                 "--seed", "demo") as sandbox:  # fmt: skip
        out = str(tmp_path / "i.csv")
        ended = call("export", "invoices", "--out", out, folder=tmp_path, given=sandbox)
        assert ended.code == 1
        assert "To go on:\n  gigstack-api" in ended.err
        assert "--resume" in ended.err
        files = ["files", "--out", str(tmp_path / "f")]
        assert "--resume" not in call(*files, folder=tmp_path, given=sandbox).err
        failed = call(*files, folder=tmp_path, given=sandbox)
        assert failed.code == 1
        assert "failed         3\n" in failed.out


def test_services_are_found_by_their_sku(tmp_path: Path, sandbox: dict[str, str]) -> None:
    (tmp_path / "s.csv").write_text(
        "SKU,Descripción,Precio\nCONS-001,Consultoría,10\nN-1,Nuevo,5\n"
    )
    file = str(tmp_path / "s.csv")
    ended = call("services", "import", file, "--json", folder=tmp_path, given=sandbox)
    assert (ended.code, ended.values[-1]) == (0, {"counts": {"found": 1, "created": 1}})


def test_the_command_without_its_packages_names_them(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['rich'] = None\n"
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name: None if name == 'rich' else find(name)\n"
        "from gigstack_api.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'gigstack-api[cli]'" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of other systems")
def test_a_reader_that_ends_early_is_no_error(tmp_path: Path) -> None:
    process = start("catalogs", "--search", "a", folder=tmp_path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() in {0, 1}


@pytest.mark.parametrize(
    "report", ["clients.csv", "x/../clients.csv", "j.csv", "no/r.csv", "d.csv"]
)
def test_a_report_replaces_neither_rows_nor_journal(tmp_path: Path, report: str) -> None:
    rows = tmp_path / "clients.csv"
    rows.write_text("RFC,Nombre\nXAXX010101000,Todos\n")
    (tmp_path / "d.csv").mkdir()
    (tmp_path / "x").mkdir()
    journal = ("--journal", str(tmp_path / "j.csv"))
    ended = import_clients(
        tmp_path, {"GIGSTACK_API_KEY": "key"}, *journal, "--report", str(tmp_path / report)
    )
    assert (ended.code, ended.out) == (2, "")
    assert ": name a" in ended.err
    assert rows.read_text() == "RFC,Nombre\nXAXX010101000,Todos\n"
    assert not (tmp_path / "j.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links of other systems")
def test_a_report_does_not_replace_a_link(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nXAXX010101000,Todos\n")
    (tmp_path / "r.csv").symlink_to(tmp_path / "elsewhere.csv")
    ended = import_clients(
        tmp_path, {"GIGSTACK_API_KEY": "key"}, "--report", str(tmp_path / "r.csv")
    )
    assert ended.code == 2
    assert "'r.csv' is a symbolic link, which is not replaced" in ended.err


def test_a_lost_report_is_written_by_the_next_run(
    tmp_path: Path, sandbox: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nREPO010203AB4,Uno\n")
    report = tmp_path / "r.csv"

    def full(*_: object) -> None:
        raise FileNotSavedError(28, "'r.csv' was not saved; the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("gigstack_api.cli.commands.import_run.write_report", full)
        ended = import_clients(tmp_path, sandbox, "--report", str(report))
    assert ended.code == 1
    assert "created  1\n" in ended.out
    assert "To go on:\n" in ended.err
    again = import_clients(tmp_path, sandbox, "--report", str(report))
    assert again.code == 0
    assert [row["outcome"] for row in rows_of(report)] == ["created"]


@pytest.mark.parametrize("rows", [3, 60])
@pytest.mark.usefixtures("without_waits")
def test_an_api_out_of_reach_ends_with_3(tmp_path: Path, rows: int) -> None:
    lines = [f"AWAY{number:06}AB4,Uno" for number in range(rows)]
    (tmp_path / "clients.csv").write_text("\n".join(["RFC,Nombre", *lines]) + "\n")
    away = {"GIGSTACK_API_KEY": "key", "GIGSTACK_API_BASE_URL": "http://127.0.0.1:1/v2"}
    ended = import_clients(tmp_path, away)
    assert ended.code == 3
    assert "nothing was sent" in ended.out + ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["clients.csv"]


def test_a_command_that_is_refused_is_not_advised(tmp_path: Path, sandbox: dict[str, str]) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nREFU010203AB4,Uno\n")
    journal = ("--journal", str(tmp_path / "j"))
    assert import_clients(tmp_path, sandbox, *journal).code == 0
    refused = import_clients(tmp_path, sandbox, *journal, "--update")
    assert refused.code == 2
    assert "this journal was started with update = false, not true" in refused.err
    assert "To go on" not in refused.err


def test_a_journal_that_cannot_be_opened_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nXAXX010101000,Todos\n")
    ended = import_clients(
        tmp_path, {"GIGSTACK_API_KEY": "key"}, "--journal", str(tmp_path / "no" / "j")
    )
    assert ended.code == 2
    assert "it cannot be opened: check its folder and its permissions" in ended.err


def test_a_report_is_in_the_language_and_json_in_english(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("RFC,C.P.\nXAXX010101000,12\n")
    report = tmp_path / "r.csv"
    arguments = ("--dry-run", "--json", "--lang", "es", "--report", str(report))
    ended = import_clients(tmp_path, {}, *arguments)
    assert "no es un código postal" in rows_of(report)[0]["error"]
    assert "is not a postal code" in ended.values[0]["error"]
