"""Atomic writes: a file takes the place of its target whole, or the target stays as it was."""

from __future__ import annotations

import errno
import os
import pickle
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from gigstack_api import FileNotSavedError
from gigstack_api._core.files.atomic import StagedFile, write_atomically, write_pair_atomically


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a directory."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_file_appears_only_once_it_is_committed(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with StagedFile(target) as staged:
        staged.write(b"ab")
        staged.start_over()
        staged.write(b"new")
        staged.close()
        assert (target.read_bytes(), staged.head(2)) == (b"old", b"ne")
        staged.commit()
    assert contents(tmp_path) == {"a": b"new"}


def test_a_file_that_is_not_committed_is_deleted(tmp_path: Path) -> None:
    with StagedFile(tmp_path / "a") as staged:
        staged.write(b"new")
        staged.close()
    assert contents(tmp_path) == {}


def test_a_whole_file_replaces_the_one_before(tmp_path: Path) -> None:
    for content in (b"long content", b"short"):
        write_atomically(tmp_path / "a", content)
    assert contents(tmp_path) == {"a": b"short"}


@pytest.mark.parametrize("before", [{}, {"a": b"old"}], ids=["new", "existing"])
def test_two_files_are_both_written_or_both_unchanged(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    blocked = tmp_path / "b"
    blocked.mkdir()
    with pytest.raises(OSError, match="irectory"):
        write_pair_atomically((tmp_path / "a", b"1"), (blocked, b"2"))
    assert contents(tmp_path) == before

    blocked.rmdir()
    write_pair_atomically((tmp_path / "a", b"1"), (blocked, b"2"))
    assert contents(tmp_path) == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("before", [{}, {"a": b"old"}], ids=["new", "existing"])
def test_the_first_of_two_files_is_taken_back_without_the_second(
    tmp_path: Path, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    replace = Path.replace

    def full_for_b(path: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(errno.ENOSPC, "no space")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full_for_b)
    with pytest.raises(OSError, match="not saved"):
        write_pair_atomically((tmp_path / "a", b"1"), (tmp_path / "b", b"2"))
    assert contents(tmp_path) == before


def make_link(path: Path) -> None:
    (path.parent / "elsewhere").write_bytes(b"kept")
    path.symlink_to("elsewhere")


IRREGULAR: list[tuple[Callable[[Path], object], str]] = [
    (make_link, "a symbolic link"),
    (lambda path: path.symlink_to("nowhere"), "a symbolic link"),
    (os.mkfifo, "a pipe"),
    (Path.mkdir, "a directory"),
]


@pytest.mark.parametrize(("make", "kind"), IRREGULAR)
def test_only_a_regular_file_is_replaced(
    make: Callable[[Path], object], kind: str, tmp_path: Path
) -> None:
    target = tmp_path / "a"
    make(target)
    before = target.lstat()
    with pytest.raises(FileNotSavedError, match=f"'a' is {kind}, which is not replaced") as caught:
        write_atomically(target, b"new")
    assert caught.value.errno == errno.EEXIST
    assert (target.lstat().st_ino, target.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert {path.name for path in tmp_path.iterdir()} <= {"a", "elsewhere"}
    assert contents(tmp_path).get("elsewhere", b"kept") == b"kept"


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(FileNotSavedError, match="'null' is a device"):
        StagedFile(Path("/dev/null"))


def test_a_target_that_became_a_link_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a"
    with StagedFile(target) as staged:
        staged.close()
        make_link(target)
        with pytest.raises(FileNotSavedError):
            staged.commit()
    assert contents(tmp_path) == {"a": b"kept", "elsewhere": b"kept"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444])
def test_a_file_that_is_replaced_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(mode)
    with StagedFile(target) as staged:
        (temporary,) = (path for path in tmp_path.iterdir() if path != target)
        assert temporary.stat().st_mode & 0o077 == 0
        staged.write(b"new")
        staged.close()
        staged.commit()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", mode)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full: free some space"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EFBIG, "larger than the file system"),
        (errno.EMFILE, "too many files are open: close some"),
    ],
)
def test_a_limit_of_the_machine_is_explained_and_nothing_is_lost(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileNotSavedError, match=f"'a' was not saved; .*{words}") as caught:
        write_atomically(target, b"new")
    assert caught.value.errno == number
    assert contents(tmp_path) == {"a": b"old"}
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.errno, str(copied)) == (number, str(caught.value))


def test_no_free_descriptor_is_explained(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(FileNotSavedError, match="too many files are open"):
            write_atomically(tmp_path / "a", b"new")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert contents(tmp_path) == {}
