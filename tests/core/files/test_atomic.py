"""Atomic writes: a file takes the place of its target whole, or the target stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

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
