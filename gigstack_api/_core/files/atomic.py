"""A file on its way to its place: nobody ever sees half of it."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4


class StagedFile:
    """A new file beside its target. `keep` lets it take the target's place; what is not kept is
    gone after the block.

    Everything here blocks.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._path = target.with_name(f".{uuid4().hex}.part")
        self._file = self._path.open("xb")

    def write(self, content: bytes | bytearray) -> None:
        """Adds bytes."""
        self._file.write(content)

    def start_over(self) -> None:
        """Takes away what was written."""
        self._file.seek(0)
        self._file.truncate()

    def finish(self) -> None:
        """Brings what was written to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def head(self, size: int) -> bytes:
        """The first bytes of the finished file."""
        with self._path.open("rb") as file:
            return file.read(size)

    def keep(self) -> None:
        """Puts the finished file in the target's place."""
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
            self._file.close()  # may fail on a full disk, since it writes what is buffered
        finally:
            self._path.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there as it was."""
    with StagedFile(target) as staged:
        staged.write(content)
        staged.finish()
        staged.keep()


def write_both(first: tuple[Path, bytes], second: tuple[Path, bytes]) -> None:
    """Writes two files. If one cannot be written, both are as they were."""
    (one, its_content), (other, others_content) = first, second
    with StagedFile(one) as new, StagedFile(other) as others_new:
        new.write(its_content)
        others_new.write(others_content)
        new.finish()
        others_new.finish()
        old = one.read_bytes() if one.exists() else None
        new.keep()
        try:
            others_new.keep()
        except BaseException:
            if old is None:
                one.unlink()
            else:
                write_whole(one, old)
            raise
