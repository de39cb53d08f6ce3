"""The nightly sync against a sandbox and a mail server: resumed, and reported by mail."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from examples.nightly_sync import mail
from examples.nightly_sync.__main__ import main
from examples.nightly_sync.sync import KEEP_S, Night, sync
from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.sandbox import Fault, Sandbox
from scripts.sandbox_process import ROOT, running

from .mail_server import Mailbox, receiving

EXPORT = (
    "RFC,Razón social,Correo,C.P.\n"
    "NOR010203AB4,Sucursal Norte,norte@ejemplo.com,64000\n"
    "SUR010203AB4,Sucursal Sur,sur@ejemplo.com,97000\n"
    "corto,Sucursal Centro,centro@ejemplo.com,06000\n"
)
PERSONAL = ("NOR010203AB4", "Sucursal", "ejemplo.com", "corto")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The export of another system."""
    path = tmp_path / "clientes.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


@pytest.fixture
def sandbox() -> Sandbox:
    """A sandbox that remembers what was sent."""
    return Sandbox()


@pytest.fixture
def nightly(sandbox: Sandbox, export: Path, tmp_path: Path) -> Callable[[], Night]:
    """Runs a night."""

    def make_client() -> Gigstack:
        return sandbox.client(retries=RetryPolicy.none())

    return lambda: sync(export, tmp_path / "sync", make_client)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server."""
    with receiving() as box:
        yield box


def outcomes_in(night: Night) -> list[str]:
    """The outcomes in the report, in the order of the rows."""
    assert night.report is not None
    with night.report.open(encoding="utf-8", newline="") as file:
        return [row["outcome"] for row in csv.DictReader(file)]


def text_of(night: Night) -> str:
    """The text of the mail about a night."""
    message = mail.write(night, file="clientes.csv", sender="a@example.com", recipient="b@c.mx")
    return f"{message['Subject']}\n{message.get_content()}"


def test_a_night_is_reported(nightly: Callable[[], Night]) -> None:
    night = nightly()
    assert (night.exit_code, night.problem) == (1, None)
    assert outcomes_in(night) == ["created", "created", "failed"]
    text = text_of(night)
    assert text.startswith("gigstack sync: some rows failed\nclientes.csv: 2 created, 1 failed\n")
    assert "  row 3: failed, http_400\n" in text
    assert str(night.report) in text
    assert not [word for word in PERSONAL if word in text]


def test_a_second_run_sends_nothing(nightly: Callable[[], Night], sandbox: Sandbox) -> None:
    first = nightly()
    sent = len(sandbox.requests)
    second = nightly()
    assert second == first
    assert len(sandbox.requests) == sent


def test_a_run_that_ended_early_goes_on(nightly: Callable[[], Night], sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("*", status=401, times=None))
    night = nightly()
    assert night.exit_code == 3
    assert "AuthenticationError: the next run goes on" in text_of(night)
    sandbox.faults.clear()
    assert outcomes_in(nightly()) == ["created", "created", "failed"]


def test_a_file_without_faults_is_done(nightly: Callable[[], Night], export: Path) -> None:
    export.write_text("".join(EXPORT.splitlines(keepends=True)[:3]), encoding="utf-8")
    night = nightly()
    assert night.exit_code == 0
    assert text_of(night).startswith("gigstack sync: done\nclientes.csv: 2 created\n")


def test_a_wrong_file_sends_nothing(
    nightly: Callable[[], Night], export: Path, sandbox: Sandbox
) -> None:
    export.unlink()
    night = nightly()
    assert (night.exit_code, night.report) == (2, None)
    assert "nothing was sent" in text_of(night)
    assert "there is no such file" in text_of(night)
    assert not sandbox.requests


def test_a_journal_that_is_damaged_ends_the_run(
    nightly: Callable[[], Night], tmp_path: Path, sandbox: Sandbox
) -> None:
    nightly()
    [journal] = (tmp_path / "sync").glob("*.journal")
    journal.write_bytes(b"something else, longer than the head of a database" * 9)
    sent = len(sandbox.requests)
    night = nightly()
    assert (night.exit_code, night.report) == (3, None)
    assert journal.name in text_of(night)
    assert len(sandbox.requests) == sent


def test_old_files_are_removed(nightly: Callable[[], Night], tmp_path: Path) -> None:
    folder = tmp_path / "sync"
    folder.mkdir()
    old, recent = folder / "clients-old.csv", folder / "clients-recent.csv"
    for path, age_s in ((old, KEEP_S + 60), (recent, KEEP_S - 600)):
        path.touch()
        then = time.time() - age_s
        os.utime(path, (then, then))
    nightly()
    assert (old.exists(), recent.exists()) == (False, True)


def run(file: Path, folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    """Runs the command as cron would."""
    command = [sys.executable, "-W", "error", "-m", "examples.nightly_sync", str(file)]
    mails = {"MAIL_TO": "ana@example.com", "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port)}
    with running() as sandbox:
        return subprocess.run(
            [*command, "--folder", str(folder)],
            cwd=ROOT,
            env=os.environ | sandbox | mails,
            capture_output=True,
            text=True,
            check=False,
        )


def test_the_command_mails_its_report(export: Path, tmp_path: Path, mailbox: Mailbox) -> None:
    done = run(export, tmp_path / "sync", mailbox.port)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    [message] = mailbox.mails
    assert message["To"] == "ana@example.com"
    assert "clientes.csv: 2 created, 1 failed" in message.get_content()


def test_a_mail_that_is_not_sent_is_printed(
    export: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["sync", str(tmp_path / "missing.csv")])
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("SMTP_PORT", "1")
    assert main() == 3
    shown = capsys.readouterr()
    assert shown.err.startswith("the mail was not sent (")
    assert "missing.csv: nothing was sent" in shown.err
