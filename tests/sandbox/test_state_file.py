"""`--state`: a file that cannot be used is told at the start, and no file is ever lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox, State
from gigstack_api.sandbox.__main__ import main
from gigstack_api.sandbox.storage import check_place, load, save

from .test_command_line import run, started

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")


def saved(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """A state file, and what it holds."""
    file = tmp_path / "state.json"
    sandbox = Sandbox()
    sandbox.state.store_file("a", b"x", "text/plain")

    async def fill() -> None:
        gig = sandbox.client()
        await gig.payments.register(
            client={"name": "Juan", "tax_id": "PEGJ800101AB6"},
            items=[{"description": "Taza", "quantity": 1, "unit_price": 10}],
            payment_form="03",
            idempotency_key="mine",
        )

    anyio.run(fill)
    save(sandbox.state, file)
    return file, json.loads(file.read_text(encoding="utf-8"))


def a_link(path: Path) -> None:
    path.symlink_to(path.with_name("target.json"))


def a_link_to_a_state(path: Path) -> None:
    save(State(), path.with_name("target.json"))
    path.symlink_to(path.with_name("target.json"))


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


PLACES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing/state.json", lambda _: None, "there is no folder"),
    ("state.json", lambda path: path.mkdir(), "is a directory; name a file"),
    ("file/state.json", lambda path: path.parent.write_text("x"), "there is no folder"),
    ("state.json", a_link, "is a link; name the file itself"),
    ("state.json", a_link_to_a_state, "is a link; name the file itself"),
    ("state.json", a_pipe, "is not a regular file"),
    ("x" * 300, lambda _: None, "File name too long"),
]


@posix_only
@pytest.mark.parametrize(("name", "make", "reason"), PLACES)
def test_a_place_that_cannot_be_used_is_told_at_the_start(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    name: str,
    make: Callable[[Path], object],
    reason: str,
) -> None:
    make(tmp_path / name)
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(capsys, "--port", "0", "--state", str(tmp_path / name))
    assert (out, err) == ("", "")
    assert str(code).startswith("gigstack sandbox: ")
    assert reason in str(code)
    assert "\n" not in str(code)
    assert sorted(tmp_path.rglob("*")) == before


REFUSED_FOLDERS = [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EROFS, "RO")]


@pytest.mark.parametrize("error", REFUSED_FOLDERS)
def test_a_folder_that_takes_no_file_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: OSError
) -> None:
    def refused(*_: object) -> int:
        raise error

    monkeypatch.setattr("os.open", refused)
    with pytest.raises(ValueError, match=rf"cannot write in {tmp_path}: {error.strerror}"):
        check_place(tmp_path / "state.json")


def test_a_file_that_is_read_only_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "state.json"
    save(State(), file)

    def not_allowed(*_: object) -> bool:
        return False

    monkeypatch.setattr("os.access", not_allowed)  # root may write everywhere
    with pytest.raises(ValueError, match=r"state\.json is read-only"):
        check_place(file)


def test_a_file_that_cannot_be_read_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "state.json"
    save(State(), file)

    def refused(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    code, _, _ = run(capsys, "--port", "0", "--state", str(file))
    assert code == "gigstack sandbox: cannot read state.json: Permission denied"


CONTENTS: dict[str, bytes] = {
    "empty": b"",
    "junk": b"junk",
    "half": b'{"version": 1, "teams": [',
    "a list": b"[]",
    "null": b"null",
    "a number": b"5",
    "binary": bytes(range(256)),
    "UTF-16": '{"version": 1}'.encode("utf-16"),
    "a surrogate": b'{"version": 1, "teams": "\xed\xa0\x80"}',
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "another version": b'{"version": 2}',
    "many digits": b'{"version": ' + b"1" * 5000 + b"}",
    "nothing else": b'{"version": 1}',
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_a_file_of_another_kind_is_refused_and_stays(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "state.json"
    file.write_bytes(content)
    code, out, err = run(capsys, "--port", "0", "--state", str(file))
    assert (out, err) == ("", "")
    assert str(code).startswith("gigstack sandbox: state.json holds no state of this sandbox")
    assert "\n" not in str(code)
    assert len(str(code)) < 300
    assert file.read_bytes() == content


def put(*path: Any, value: object) -> Callable[[dict[str, Any]], None]:
    def change(document: Any) -> None:
        for part in path[:-1]:
            document = document[part]
        document[path[-1]] = value

    return change


def nested(levels: int) -> object:
    return {"a": nested(levels - 1)} if levels else 1


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no teams": (put("teams", value=[]), "no teams"),
    "teams that are no list": (put("teams", value={"a": 1}), "teams"),
    "a team that is a text": (put("teams", 0, value="a"), "teams"),
    "a team of another field": (put("teams", 0, "color", value="red"), "teams"),
    "a team without id": (lambda document: document["teams"][0].pop("id"), "teams"),
    "an id that is a number": (put("teams", 0, "id", value=5), "teams"),
    "a flag that is a text": (put("teams", 0, "connect", value="yes"), "teams"),
    "a team that is not kept": (put("teams", 0, "id", value="team_x"), "teams"),
    "a team twice": (lambda document: document["teams"].append(document["teams"][0]), "teams"),
    "collections that are no list": (put("collections", value=5), "collections"),
    "a collection of two": (lambda document: document["collections"][0].pop(), "collections"),
    "a collection without a kind": (put("collections", 0, 1, value=None), "collections"),
    "resources in a list": (put("collections", 0, 2, value=[]), "collections"),
    "a resource that is a text": (put("collections", 0, 2, value={"a": "b"}), "collections"),
    "a resource of another id": (put("collections", 0, 2, value={"a": {"id": "b"}}), "collections"),
    "a deep resource": (
        put("collections", 0, 2, value={"a": {"id": "a", "metadata": nested(100)}}),
        "nested",
    ),
    "answers that are an object": (put("answers", value={}), "answers"),
    "an answer of a text": (put("answers", 0, 6, value="x"), "answers"),
    "an answer without status": (put("answers", 0, 5, value=None), "answers"),
    "files that are a list": (put("files", value=[]), "files"),
    "a file that is not Base64": (put("files", "a", 0, value="%"), "files"),
    "a file without type": (put("files", "a", 1, value=None), "files"),
}


@pytest.mark.parametrize(("change", "reason"), WRONG.values(), ids=WRONG.keys())
def test_wrong_fields_are_refused_and_nothing_is_changed(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    file, document = saved(tmp_path)
    change(document)
    file.write_text(json.dumps(document), encoding="utf-8")
    state = State()
    with pytest.raises(ValueError, match="holds no state of this sandbox") as caught:
        load(state, file)
    assert reason in str(caught.value)
    assert (list(state.teams), state.files()) == (list(State().teams), {})


def test_a_file_too_large_for_the_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file, _ = saved(tmp_path)

    def too_much(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("json.loads", too_much)
    with pytest.raises(ValueError, match="too large for the memory"):
        load(State(), file)


def test_what_is_loaded_counts_as_kept(tmp_path: Path) -> None:
    file, _ = saved(tmp_path)
    state = State()
    load(state, file)
    assert state.kept_bytes == file.stat().st_size


@posix_only
def test_a_saved_file_is_private_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    save(State(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    save(State(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_a_killed_run_left_does_not_matter(tmp_path: Path) -> None:
    file, document = saved(tmp_path)
    left = tmp_path / ".state.json.new"
    left.write_text('{"version": 1, "te', encoding="utf-8")
    check_place(file)
    state = State()
    load(state, file)
    save(state, file)
    assert json.loads(file.read_text(encoding="utf-8")).keys() == document.keys()
    assert list(tmp_path.iterdir()) == [file]


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_failed_save_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file, _ = saved(tmp_path)
    before = file.read_bytes()
    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        save(State(), file)
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (before, [file])


def ended_at_once(*_: object, **__: object) -> None:
    """A server that stops as soon as it runs."""


@pytest.mark.parametrize("room_elsewhere", [True, False])
def test_a_state_that_cannot_be_saved_is_kept_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    room_elsewhere: bool,
) -> None:
    file, _ = saved(tmp_path)
    before, spare = file.read_bytes(), tmp_path / "elsewhere"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    monkeypatch.setattr("uvicorn.Server.run", ended_at_once)
    real, failures = os.fsync, [1] if room_elsewhere else [1, 2]

    def fsync(descriptor: int) -> None:
        if failures:
            failures.pop()
            full_disk(descriptor)
        real(descriptor)

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(SystemExit) as caught:
        main(["--port", "0", "--state", str(file)])
    said = str(caught.value.code)
    assert said.startswith(f"gigstack sandbox: cannot save the state: {file}: No space left")
    assert file.read_bytes() == before
    kept = list(spare.rglob("state.json"))
    if room_elsewhere:
        assert said.endswith(f"it is in {kept[0]}")
        load(State(), kept[0])
    else:
        assert said.endswith("what this run changed is lost")
        assert kept == []


def test_the_state_is_saved_if_the_server_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def failed(*_: object, **__: object) -> None:
        raise SystemExit(3)

    monkeypatch.setattr("uvicorn.Server.run", failed)
    file = tmp_path / "state.json"
    with pytest.raises(SystemExit):
        main(["--port", "0", "--state", str(file)])
    load(State(), file)


@posix_only
def test_the_state_is_saved_when_the_terminal_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    with started("--port", "0", "--state", str(file)) as (process, _):
        process.send_signal(signal.SIGHUP)
        rest, complaints = process.communicate(timeout=20)
        assert (process.returncode, rest, complaints) == (0, "", "")
    load(State(), file)


FEW_DESCRIPTORS = """
import resource, sys
from gigstack_api.sandbox.__main__ import main
resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
main(sys.argv[1:])
"""


@posix_only
def test_without_free_descriptors_it_says_so_and_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    command = [sys.executable, "-c", FEW_DESCRIPTORS, "--port", "0", "--state", str(file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            _, base_url, key = (
                process.stdout.readline().rstrip().partition("=")[2] for _ in range(3)
            )
            port = httpx.URL(base_url).port or 0
            idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
            # The server has taken what it can, and takes the others once these are closed.
            for connection in idle:
                connection.close()

            async def create() -> None:
                async with Gigstack(key, base_url=base_url) as gig:
                    await gig.clients.create(name="Kept")

            anyio.run(create)
            process.send_signal(signal.SIGTERM)
            _, complaints = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Traceback" not in complaints
    state = State()
    load(state, file)
    assert [client["name"] for client in state.collection("team_sandbox", "clients").values()] == [
        "Kept"
    ]


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_the_loop_tells_of_exhaustion_once(caplog: pytest.LogCaptureFixture) -> None:
    import asyncio

    from gigstack_api.sandbox.http.server import ExhaustionHandler

    loop = asyncio.get_running_loop()
    handler = ExhaustionHandler()
    full = {"message": "out of system resource", "exception": OSError(errno.EMFILE, "Too many")}
    for _ in range(3):
        handler(loop, full)
    assert [record.getMessage() for record in caplog.records] == [
        "no free file descriptors: new connections wait until others are closed (see ulimit -n)"
    ]
    caplog.clear()
    handler(loop, {"message": "another", "exception": OSError(errno.EIO, "I/O")})
    handler(loop, {"message": "one without an error"})
    assert len(caplog.records) == 2


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("code", "status"), [(errno.EMFILE, 503), (errno.ENOSPC, 507), (errno.ENOMEM, 503)]
)
async def test_a_machine_without_room_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, code: int, status: int
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    sandbox = Sandbox(check_answers=True)
    monkeypatch.setattr(subprocess, "run", refused)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(sandbox.app),
        base_url="http://127.0.0.1/v2",
        headers={"Authorization": f"Bearer {sandbox.key()}"},
    ) as http:
        answer = await http.post("/clients/csf", files={"file": ("a.pdf", b"%PDF-1.4")})
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, "machine_exhausted")
        assert os.strerror(code) in answer.json()["error"]["message"]
        assert (await http.get("/clients")).json()["total_results"] == 0


@pytest.mark.anyio
async def test_webhooks_that_cannot_be_sent_are_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", refused)
    sandbox = Sandbox()
    gig = sandbox.client()
    await gig.webhooks.create(url="http://127.0.0.1:9/hook", events=["customer.created"])
    await gig.clients.create(name="A")
    [delivery] = sandbox.deliveries
    assert (delivery.status, delivery.attempts) == ("failed", 0)
