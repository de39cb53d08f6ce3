"""Atomic writes: a file appears under its name complete, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self
from uuid import uuid4

from ...errors import FileNotSavedError
from ..limits import BY_NUMBER

ADVICE = {
    errno.ENOSPC: "the disk is full: free some space, then save it again",
    errno.EDQUOT: "the disk quota is used up: free some space, then save it again",
    errno.EFBIG: "the file is larger than the file system or the limits of the process allow",
    errno.EMFILE: BY_NUMBER[errno.EMFILE],
    errno.ENFILE: BY_NUMBER[errno.ENFILE],
}
"""How an error about a limit of the machine is explained, by its number."""

KINDS = {
    stat.S_IFDIR: "a directory",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class StagedFile:
    """A temporary file beside its target, deleted at the end of the block unless committed.

    Every method blocks.

    Raises:
        FileNotSavedError: the target is not a regular file, or the machine is at a limit.
        OSError: the file cannot be written.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        # One that is replaced may be private.
        mode = 0o666 if mode_to_replace(target) is None else 0o600
        self._path = target.with_name(f".{uuid4().hex}.part")
        with explained(target):
            self._file = open(  # noqa: SIM115 - closed at the end of the block
                self._path, "xb", opener=lambda path, flags: os.open(path, flags, mode)
            )

    def write(self, content: bytes | bytearray) -> None:
        """Appends bytes."""
        with explained(self._target):
            self._file.write(content)

    def start_over(self) -> None:
        """Discards everything that was written."""
        with explained(self._target):
            self._file.seek(0)
            self._file.truncate()

    def close(self) -> None:
        """Writes everything through to the disk, and closes the file."""
        with explained(self._target):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def head(self, size: int) -> bytes:
        """The first `size` bytes of the closed file."""
        with explained(self._target), self._path.open("rb") as file:
            return file.read(size)

    def check(self, problem: Callable[[BinaryIO, str], str | None], media_type: str) -> str | None:
        """The problem that a function finds in the closed file; None if there is none."""
        with explained(self._target), self._path.open("rb") as file:
            return problem(file, media_type)

    def commit(self) -> None:
        """Replaces the target with the closed file, which gets the mode of the target."""
        mode = mode_to_replace(self._target)
        if mode is not None:
            self._path.chmod(mode)
        with explained(self._target):
            self._path.replace(self._target)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            # This writes what is buffered, so it may fail on a full disk.
            with explained(self._target):
                self._file.close()
        finally:
            self._path.unlink(missing_ok=True)


def mode_to_replace(target: Path) -> int | None:
    """The mode of the file that is replaced; None if there is none.

    Raises:
        FileNotSavedError: it is not a regular file, and would be lost or lead elsewhere.
    """
    try:
        mode = os.lstat(target).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return stat.S_IMODE(mode)
    kind = KINDS.get(stat.S_IFMT(mode), "not a regular file")
    text = f"{target.name!r} is {kind}, which is not replaced: remove it, or choose another name"
    raise FileNotSavedError(errno.EEXIST, text)


@contextmanager
def explained(target: Path) -> Generator[None, None, None]:
    """A block in which an error about a limit of the machine says what to do."""
    try:
        yield
    except OSError as error:
        advice = ADVICE.get(error.errno or 0)
        if advice is None:
            raise
        raise FileNotSavedError(error.errno, f"{target.name!r} was not saved; {advice}") from error


def write_atomically(target: Path, content: bytes) -> None:
    """Writes a file. If it cannot be written, the target stays unchanged."""
    with StagedFile(target) as staged:
        staged.write(content)
        staged.close()
        staged.commit()


def write_pair_atomically(first: tuple[Path, bytes], second: tuple[Path, bytes]) -> None:
    """Writes two files. If one cannot be written, both targets stay unchanged."""
    (first_path, first_content), (second_path, second_content) = first, second
    with StagedFile(first_path) as first_file, StagedFile(second_path) as second_file:
        first_file.write(first_content)
        second_file.write(second_content)
        first_file.close()
        second_file.close()

        old_content = first_path.read_bytes() if first_path.exists() else None
        first_file.commit()
        try:
            second_file.commit()
        except BaseException:
            if old_content is None:
                first_path.unlink()
            else:
                write_atomically(first_path, old_content)
            raise
