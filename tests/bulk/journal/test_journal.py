"""The journal: what is left, who may use it, and what happens when it cannot be written."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gigstack_api import FileNotSavedError, InvalidArgumentError
from gigstack_api.bulk import Row, RowResult
from gigstack_api.bulk.journal import Journal

SETTINGS = {"on": "tax_id", "update": False, "team": None}


def opened(path: Path, *, fingerprint: str = "abc", **settings: object) -> Journal:
    return Journal.open(path, fingerprint=fingerprint, settings={**SETTINGS, **settings})


def rows(count: int) -> list[Row]:
    return [Row(number, number + 1, {}) for number in range(1, count + 1)]


def created(*numbers: int) -> list[RowResult]:
    return [RowResult(number, f"K{number}", "created", f"client_{number}") for number in numbers]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "import.journal"


def test_rows_without_a_result_are_left(path: Path) -> None:
    with opened(path) as journal:
        journal.write(started=[1, 2, 3])
        journal.write(finished=created(1, 3))
    with opened(path) as journal:
        assert [row.number for row in journal.left_of(rows(5))] == [2, 4, 5]
        counts = journal.counts()
    assert (counts.done, counts.in_flight, counts.left) == (2, 1, 0)
    assert counts.outcomes == {"created": 2}


def test_unknown_rows_and_those_named_are_left(path: Path) -> None:
    lost = RowResult(1, "K1", "unknown", error="lost", code="outcome_unknown")
    down = RowResult(2, "K2", "failed", error="down", code="http_503")
    bad = RowResult(3, "K3", "failed", error="bad", code="http_400")
    with opened(path) as journal:
        journal.write(finished=[lost, down, bad], left={2})
        assert [row.number for row in journal.left_of(rows(3))] == [1, 2]
        journal.write(started=[1])
        assert list(journal.results()) == [lost, down, bad]
        counts = journal.counts()
        assert (counts.done, counts.in_flight, counts.left, counts.restarted) == (1, 1, 1, 1)
        journal.write(finished=created(1, 2))
        assert list(journal.results()) == [*created(1, 2), bad]
        assert journal.counts().done == 3


def test_rows_that_were_not_sent_after_all_are_not_in_flight(path: Path) -> None:
    with opened(path) as journal:
        journal.write(finished=[RowResult(1, None, "unknown")])
        journal.write(started=[1, 2])
        journal.write(released=[1, 2])
        assert journal.counts().in_flight == 0
        assert [result.row for result in journal.results()] == [1]


def test_many_results_come_in_the_order_of_their_rows(path: Path) -> None:
    with opened(path) as journal:
        journal.write(finished=created(*range(2500, 0, -1)))
        assert list(journal.results()) == created(*range(1, 2501))
        assert [row.number for row in journal.left_of(rows(2502))] == [2501, 2502]


def test_a_second_user_is_refused_until_the_first_has_ended(path: Path) -> None:
    with opened(path), pytest.raises(InvalidArgumentError, match="another process uses it: wait"):
        opened(path)
    opened(path).close()


def test_another_process_is_refused(path: Path) -> None:
    code = (
        "import sys; from gigstack_api.bulk.journal import Journal\n"
        "try: Journal.open(sys.argv[1], fingerprint='abc')\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    with opened(path):
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
    assert "InvalidArgumentError" in done.stdout
    assert "another process uses it" in done.stdout


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"fingerprint": "other"}, "belongs to another file, or the file has changed"),
        ({"on": "email"}, 'was started with on = "tax_id", not "email"'),
        ({"update": True}, "was started with update = false, not true"),
        ({"team": "team_2"}, 'was started with team = null, not "team_2"'),
    ],
)
def test_another_file_or_other_settings_are_refused(
    path: Path, changed: dict[str, str], said: str
) -> None:
    opened(path).close()
    with pytest.raises(InvalidArgumentError, match=said):
        opened(path, **changed)
    opened(path).close()


def test_settings_are_added_later_and_then_compared(path: Path) -> None:
    with opened(path) as journal:
        journal.bind({"livemode": False})
        with pytest.raises(InvalidArgumentError, match="livemode = false, not true"):
            journal.bind({"livemode": True})


def test_a_file_of_something_else_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("RFC,Nombre\n" * 100, "utf-8")
    with pytest.raises(InvalidArgumentError, match="it is not a journal: name another file"):
        opened(path)
    assert path.read_text("utf-8") == "RFC,Nombre\n" * 100


def test_a_database_of_something_else_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cats (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(InvalidArgumentError, match="it is not a journal"):
        opened(path)
    assert path.read_bytes() == before


def test_a_journal_of_another_format_is_refused(path: Path) -> None:
    opened(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 9")
    other.close()
    with pytest.raises(InvalidArgumentError, match=r"another version of this package \(format 9\)"):
        opened(path)


def test_a_damaged_journal_is_refused(path: Path) -> None:
    with opened(path) as journal:
        journal.write(finished=created(*range(1, 3000)))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(InvalidArgumentError, match="it is damaged: restore it from a copy"):
        opened(path)


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.touch()
    opened(path).close()
    assert path.stat().st_size > 0


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotSavedError, match="check its folder and its permissions"):
        opened(tmp_path / "nowhere" / "import.journal")


@contextmanager
def full_disk(size: int) -> Generator[None, None, None]:
    """A block in which no file of this process can have more bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def write_much(journal: Journal) -> None:
    for first in range(11, 5000, 100):
        journal.write(
            finished=created(*range(first, first + 100)), started=range(first + 100, first + 200)
        )


def test_a_full_disk_loses_nothing_that_was_written(path: Path) -> None:
    with opened(path) as journal:
        journal.write(started=range(1, 11))
        journal.write(finished=created(1, 2))
        with full_disk(100_000), pytest.raises(FileNotSavedError, match="make room, and start"):
            write_much(journal)
        known = [result.row for result in journal.results()]
        in_flight = journal.counts().in_flight
        assert known[:2] == [1, 2]
        journal.write(finished=created(3))
    with opened(path) as journal:
        assert [result.row for result in journal.results()] == sorted([*known, 3])
        assert journal.counts().in_flight == in_flight - 1


def test_a_killed_process_leaves_what_it_had_written(path: Path) -> None:
    code = (
        "import os, sys, signal\nfrom gigstack_api.bulk import RowResult\n"
        "from gigstack_api.bulk.journal import Journal\n"
        "journal = Journal.open(sys.argv[1], fingerprint='abc')\n"
        "journal.write(started=[1, 2])\n"
        "journal.write(finished=[RowResult(1, 'K1', 'created', 'client_1')])\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -9
    with opened(path) as journal:
        assert list(journal.results()) == created(1)
        assert journal.counts().in_flight == 1


def test_it_is_one_file_once_it_is_closed(path: Path) -> None:
    with opened(path) as journal:
        journal.write(finished=created(1))
    journal.close()
    assert [file.name for file in path.parent.iterdir()] == ["import.journal"]
