"""Atomic writes: a file appears under its name complete, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4


class StagedFile:
    """A temporary file beside its target, deleted at the end of the block unless committed.

    Every method blocks.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._path = target.with_name(f".{uuid4().hex}.part")
        self._file = self._path.open("xb")

    def write(self, content: bytes | bytearray) -> None:
        """Appends bytes."""
        self._file.write(content)

    def start_over(self) -> None:
        """Discards everything that was written."""
        self._file.seek(0)
        self._file.truncate()

    def close(self) -> None:
        """Writes everything through to the disk, and closes the file."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def head(self, size: int) -> bytes:
        """The first `size` bytes of the closed file."""
        with self._path.open("rb") as file:
            return file.read(size)

    def commit(self) -> None:
        """Replaces the target with the closed file."""
        self._path.replace(self._target)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            # This writes what is buffered, so it may fail on a full disk.
            self._file.close()
        finally:
            self._path.unlink(missing_ok=True)


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
