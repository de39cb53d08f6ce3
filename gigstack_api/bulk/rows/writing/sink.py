"""A staged file as a stream that can only be written."""

from __future__ import annotations

from ...._core.files.atomic import StagedFile


class Sink:
    """A stream for zipfile and pyarrow."""

    mode = "wb"
    closed = False

    def __init__(self, staged: StagedFile) -> None:
        self._staged = staged
        self._size = 0

    def write(self, content: bytes) -> int:
        """Appends bytes."""
        piece = bytes(content)
        self._staged.write(piece)
        self._size += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._size

    def flush(self) -> None:
        """Nothing: the file is flushed when it is closed."""

    def close(self) -> None:
        """Nothing: the file is closed by its owner."""
