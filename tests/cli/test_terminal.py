"""Lines, tables and progress, wide and narrow, in a terminal and without one."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from gigstack_api.bulk import Progress
from gigstack_api.cli.language import choose_from_environment
from gigstack_api.cli.terminal.output import Output, clean, is_plain
from gigstack_api.cli.terminal.plain import duration, table_lines, wrapped
from gigstack_api.cli.terminal.pretty import LiveLine, show_table
from gigstack_api.cli.terminal.progress import ProgressView, progress_line
from gigstack_api.cli.texts import choose
from scripts.sandbox_process import ROOT
from tests.cli.command import environment

RUNNING = Progress(1811, 4000, 12, 8, 654.2, 3.0)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            160,
            "━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌ clientes 1,811/4,000 · 12 con error · espera 3 s"
            " · faltan 0:03 · 654/s",
        ),
        (80, "clientes 1,811/4,000 · 12 con error · espera 3 s · faltan 0:03 · 654/s"),
        (50, "clientes 1,811/4,000 · 12 con error · espera 3 s"),
        (30, "clientes 1,811/4,000"),
        (5, "clientes 1,811/4,000"),
    ],
)
def test_the_progress_fits_into_the_width(width: int, line: str) -> None:
    choose("es")
    assert progress_line(RUNNING, "clientes", width) == line
    choose("en")


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (Progress(0, None, 0, 0, 0.0, 0.0), "rows 0"),
        (Progress(3, None, 0, 1, 1.25, 0.0), "rows 3 · 1.2/s"),
        (Progress(5, 5, 1, 0, 10.0, 0.0), "rows 5/5 · 1 failed · 10/s"),
        (Progress(1, 2, 0, 1, 0.0001, 0.2), "rows 1/2 · waiting 1 s · 2:46:40 left · 0.0/s"),
    ],
)
def test_the_progress_says_what_is_known(progress: Progress, line: str) -> None:
    assert progress_line(progress, "rows", 60) == line


def test_durations() -> None:
    assert [duration(seconds) for seconds in (-1, 7, 754, 3723)] == [
        *("0:00", "0:07", "12:34", "1:02:03"),
    ]


def test_columns_are_aligned_by_their_width() -> None:
    rows = [["é", "x"], ["e\N{COMBINING ACUTE ACCENT}a", "y"], ["名前", ""]]
    lines = list(table_lines(["Name", "Value"], rows))
    assert lines[0] == "Name  Value"
    assert [line.index(letter) for line, letter in zip(lines[1:3], "xy", strict=True)] == [6, 7]
    assert lines[3] == "名前"


@pytest.mark.parametrize(
    ("stream", "variables", "plain"),
    [
        (io.StringIO(), {}, True),
        (Terminal(), {}, False),
        (Terminal(), {"NO_COLOR": "1"}, True),
        (Terminal(), {"NO_COLOR": ""}, False),
        (Terminal(), {"TERM": "dumb"}, True),
    ],
)
def test_plain_lines_where_there_is_no_terminal(
    stream: io.StringIO, variables: dict[str, str], *, plain: bool
) -> None:
    assert is_plain(stream, variables) is plain


def test_control_characters_are_not_shown() -> None:
    assert (
        clean("a\x1b[31m\x07b\nc") == "a\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}b\nc"
    )


@pytest.mark.parametrize(
    ("as_json", "quiet", "out", "err"),
    [
        (False, False, "shown\nA\n1\n", "said\nbad\nA\n2\n"),
        (False, True, "shown\nA\n1\n", "bad\n"),
        (True, False, '{"a": "ñ"}\n', "said\nshown\nbad\nA\n1\nA\n2\n"),
        (True, True, '{"a": "ñ"}\n', "bad\n"),
    ],
)
def test_results_and_remarks_have_their_streams(
    capsys: pytest.CaptureFixture[str], *, as_json: bool, quiet: bool, out: str, err: str
) -> None:
    output = Output(as_json=as_json, quiet=quiet)
    output.say("said")
    output.show("shown")
    output.problem("bad")
    output.emit({"a": "ñ"})
    output.table(["A"], [[1]])
    output.table(["A"], [[2]], is_remark=True)
    assert capsys.readouterr() == (out, err)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_a_narrow_terminal_folds_long_cells(terminal: Terminal) -> None:
    show_table(terminal, ["Check", "Detail"], [["fail", "a " * 30], ["ok", "short"]])
    lines = terminal.getvalue().splitlines()
    assert len(lines) == 5
    assert max(len(line.replace("\x1b[31m", "").replace("\x1b[0m", "")) for line in lines) <= 60


def test_lines_are_written_above_the_progress(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not in the fixture: pytest sets its own between set-up and test.
    monkeypatch.setattr(sys, "stderr", terminal)
    output = Output()
    with ProgressView(output, "rows") as view:
        view.update(RUNNING)
        output.say("a remark")
    assert output.above is None
    shown = terminal.getvalue()
    assert "a remark" in shown
    assert "rows 1,811/4,000" in shown
    output.table(["A"], [["1"]], is_remark=True)
    assert "─" in terminal.getvalue()


def test_a_live_line_is_gone_at_the_end(terminal: Terminal) -> None:
    with LiveLine(terminal, lambda width: "x" * 90):
        pass
    assert terminal.getvalue().endswith("\x1b[2K")


def test_without_a_terminal_a_line_is_written_from_time_to_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = iter([0.0, 1.0, 10.0, 10.0, 11.0])
    with ProgressView(Output(), "rows", now=lambda: next(clock)) as view:
        for done in (1, 2, 3):
            view.update(Progress(done, None, 0, 0, 0.0, 0.0))
    assert capsys.readouterr().err == "rows 2\n"


def test_the_language_of_the_environment_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    choose_from_environment()
    assert progress_line(RUNNING, "x", 25) == "x 1,811/4,000"
    choose("en")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_a_person_is_asked_before_anything_is_sent(tmp_path: Path) -> None:
    import pty

    (tmp_path / "clients.csv").write_text("Nombre\nAna\n")
    process, terminal = pty.fork()
    if process == 0:
        given = {"GIGSTACK_API_KEY": "k", "TERM": "xterm", "LANG": "es_MX.UTF-8"}
        given |= {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
        variables = {**environment(tmp_path, {}), **given}
        os.chdir(tmp_path)
        os.execve(
            sys.executable,
            [sys.executable, "-m", "gigstack_api", "clients", "import", "clients.csv"],
            {name: value for name, value in variables.items() if value is not None},
        )
    shown = b""
    while "¿Continuar?".encode() not in shown:
        shown += os.read(terminal, 4096)
    os.write(terminal, b"no\n")
    while "No se envió nada.".encode() not in shown:
        shown += os.read(terminal, 4096)
    assert "Nombre    name" in shown.decode()
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    os.close(terminal)


def test_a_long_line_is_wrapped_between_words() -> None:
    line = "  data row 1: line 2, column 'C.P.': '12' is not a postal code"
    assert wrapped(line, 40).split("\n") == [
        "  data row 1: line 2, column 'C.P.':",
        "    '12' is not a postal code",
    ]
    assert wrapped(line, 100) == line


def test_problems_are_wrapped_and_commands_are_not(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    output = Output()
    output.problem("Error: short.csv, line 3: it has 2 of the 5 cells of the header")
    command = "To go on:\n  gigstack-api clients import clientes.csv --on metadata.external_id"
    output.problem(command)
    output.say("Done before, according to clientes.csv.journal: 12")
    assert terminal.getvalue() == (
        "Error: short.csv, line 3: it has 2 of\n"
        "  the 5 cells of the header\n"
        f"{command}\n"
        "Done before, according to\n"
        "  clientes.csv.journal: 12\n"
    )
