"""DriftLog counts drift in a file, whatever the disk, the threads and the processes do."""

from __future__ import annotations

import errno
import gc
import json
import os
import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import ConfigurationError, Drift, DriftLog, drift_log
from gigstack_api._core.schema.redaction import HIDDEN
from gigstack_api.drift_log import MOST_BYTES, MOST_PLACES, append, place_of, read_lines
from gigstack_api.models import Client, PaymentStatus

from .support.scripted_api import Api, answer, client

ODD = Drift("clients.get", "data.tax_id", "string", 7)


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def total(path: Path) -> int:
    return sum(count for count, _, _ in read_lines(path.read_bytes().splitlines()).values())


@pytest.mark.anyio
async def test_a_client_counts_what_deviates_without_values(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    found = {"id": "c1", "tax_id": 7, "nickname": "Ana", "address": {"zip": 3100}}
    log = DriftLog(path)
    gig = client(Api(answer(found), answer(found)), on_drift=log)
    await gig.clients.get("c1")
    await gig.clients.get("c1")
    assert log.flush()
    counts = read_lines(path.read_bytes().splitlines())
    assert {(place[:4], count) for place, (count, _, _) in counts.items()} == {
        (("clients.get", "data.nickname", "no such field", "string"), 2),
        (("clients.get", "data.tax_id", "string", "integer"), 2),
        (("clients.get", "data.address.zip", "string", "integer"), 2),
    }
    assert "Ana" not in path.read_text()


def test_a_line_says_when(tmp_path: Path) -> None:
    clock = [100.7]
    log = DriftLog(tmp_path / "drift.jsonl", every_s=50, now=lambda: clock[0])
    log(ODD)
    clock[0] = 120
    log(ODD)
    log(ODD)
    assert log.flush()
    line = {"operation": "clients.get", "path": "data.tax_id", "expected": "string"}
    assert lines_of(tmp_path / "drift.jsonl") == [
        {**line, "got": "integer", "count": 1, "first": 100, "last": 100},
        {**line, "got": "integer", "count": 2, "first": 120, "last": 120},
    ]


def test_it_is_written_at_most_every_few_seconds(tmp_path: Path) -> None:
    clock = [0.0]
    log = DriftLog(tmp_path / "drift.jsonl", now=lambda: clock[0])
    for second in range(25):
        clock[0] = float(second)
        log(ODD)
    assert [line["count"] for line in lines_of(tmp_path / "drift.jsonl")] == [1, 10, 10]


@pytest.mark.parametrize(
    ("got", "kind"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.5, "number"),
        (Decimal("1.5"), "number"),
        ("x", "string"),
        ([], "array"),
        ({}, "object"),
        (HIDDEN, "secret"),
    ],
)
def test_the_type_that_came_is_kept(got: object, kind: str) -> None:
    assert place_of(Drift("clients.get", "data.a", "no such field", got))[3:] == (kind, "")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("on_hold", "on_hold"),
        ("P01", "P01"),
        ("a" * 40, "a" * 40),
        ("a" * 41, ""),
        ("two words", ""),
        ("PEGJ800101ABC", ""),
        ("CPR180412QX1", ""),
        ("ana@ejemplo.com", ""),
        ("123456789", ""),
        ("123e4567-e89b-12d3-a456-426614174000", ""),
        ("", ""),
    ],
)
def test_unknown_values_of_enums_are_kept_if_they_are_codes(value: str, kept: str) -> None:
    for expected in (PaymentStatus.__name__, f"integer or {PaymentStatus.__name__}"):
        assert place_of(Drift("payments.get", "data.status", expected, value)).value == kept


@pytest.mark.parametrize("expected", ["string", "no such field", Client.__name__])
def test_values_of_other_fields_are_never_kept(expected: str) -> None:
    assert place_of(Drift("payments.get", "data.status", expected, "on_hold")).value == ""


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("data[17].taxes[3].rate", "data[].taxes[].rate"),
        ("[3]", "[]"),
        ("", ""),
        ("data.totals.PEGJ800101ABC", "data.totals.*"),
        ("data.totals.12", "data.totals.*"),
        ("data.address1.tax-id", "data.address1.tax-id"),
        (f"data.{'a' * 61}", "data.*"),
    ],
)
def test_paths_hold_no_name_that_may_be_data(path: str, shown: str) -> None:
    assert place_of(Drift("clients.get", path, "string", 1)).path == shown


def test_names_that_the_sandbox_ignored_are_not_counted(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "drift.jsonl")
    log(Drift("clients.get", "adress", "a name that a source knows", None, "ignored"))
    assert log.flush()
    assert not (tmp_path / "drift.jsonl").exists()


def test_a_full_disk_loses_nothing_and_raises_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path, every_s=0)
    write = os.write

    def half(number: int, content: bytes) -> int:
        return write(number, content[:7])

    def full(number: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    log(ODD)
    for broken in (half, full):
        monkeypatch.setattr(os, "write", broken)
        log(ODD)
        assert not log.flush()
        monkeypatch.undo()
    assert log.flush()
    assert [line["count"] for line in lines_of(path)] == [1, 2]


def test_a_folder_that_is_removed_raises_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    log = DriftLog(folder / "drift.jsonl")
    folder.rmdir()
    log(ODD)
    assert not log.flush()


@pytest.mark.parametrize("name", ["missing/drift.jsonl", "."])
def test_a_path_that_cannot_be_a_file_is_refused_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match="name a file in a folder that exists"):
        DriftLog(tmp_path / name)


def test_a_line_that_was_cut_off_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    path.write_bytes(b'{"operation": "cli')
    log = DriftLog(path)
    log(ODD)
    assert total(path) == 1


def test_threads_share_a_log(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path, every_s=0)

    def count() -> None:
        for _ in range(50):
            log(ODD)

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log.flush()
    assert total(path) == 400


PROGRAM = """
import os, sys
from gigstack_api import Drift, DriftLog
log = DriftLog(sys.argv[1], every_s=float(sys.argv[2]))
for number in range(200):
    log(Drift("clients.get", "data.a", "string", number))
if os.fork() == 0:
    log(Drift("clients.get", "data.a", "string", 1))
    sys.exit()
os.wait()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("every_s", ["0", "60"])
def test_processes_share_a_file_and_write_at_their_end(tmp_path: Path, every_s: str) -> None:
    path = tmp_path / "drift.jsonl"
    command = [sys.executable, "-c", PROGRAM, str(path), every_s]
    running = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert total(path) == 402


def test_a_log_that_is_given_up_writes_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path, every_s=60)
    log(ODD)
    log(ODD)
    del log
    gc.collect()
    assert total(path) == 2


def test_another_process_that_holds_the_file_is_not_waited_for(tmp_path: Path) -> None:
    import fcntl

    path = tmp_path / "drift.jsonl"
    log = DriftLog(path)
    with path.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        log(ODD)
        assert not log.flush()
    assert log.flush()
    assert total(path) == 1


def test_memory_is_bounded(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "drift.jsonl", every_s=60)
    for number in range(MOST_PLACES + 100):
        log(Drift("clients.get", f"data.{'a' * (number % 50)}.{'b' * (number // 50)}", "s", 1))
    assert log.flush()
    assert len(lines_of(tmp_path / "drift.jsonl")) <= MOST_PLACES + 1


def test_a_large_file_is_shortened_to_a_line_for_each_place(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path)
    log(ODD)
    line = path.read_bytes()
    rare = line.replace(b"data.tax_id", b"data.rare")
    path.write_bytes(rare + line * (MOST_BYTES // len(line) - 1))
    before = total(path)
    log(ODD)
    assert log.flush()
    assert total(path) == before + 1
    assert len(lines_of(path)) == 2
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["drift.jsonl"]


def test_a_file_that_cannot_be_shortened_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path)
    log(ODD)
    monkeypatch.setattr(drift_log, "MOST_BYTES", 10)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", refuse)
        log(ODD)
        assert not log.flush()
    assert total(path) == 1
    assert log.flush()
    assert [line["count"] for line in lines_of(path)] == [2]


def test_a_file_that_is_replaced_meanwhile_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drift.jsonl"
    counts = {place_of(ODD): (1, 0.0, 0.0)}
    opened = os.open

    def replaced(*arguments: Any) -> int:
        number = opened(*arguments)
        path.unlink()
        return number

    monkeypatch.setattr(os, "open", replaced)
    assert not append(path, counts)
    monkeypatch.undo()
    assert append(path, counts)


def test_lines_of_others_are_left_out() -> None:
    lines = [b"", b"[]", b"{", b'{"count": "3"}', b"[" * 5000]
    assert read_lines(lines) == {}


def test_its_repr_shows_its_file(tmp_path: Path) -> None:
    assert repr(DriftLog(tmp_path / "drift.jsonl")) == "DriftLog('drift.jsonl')"
