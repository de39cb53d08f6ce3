"""How many blocks run at once."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager


class AtOnce:
    """Counts blocks. `peak` is the most that ran at once, `begun` how many there were."""

    def __init__(self) -> None:
        self.peak = self.begun = 0
        self._now = 0

    @contextmanager
    def counted(self) -> Generator[None]:
        """A block that counts while it runs."""
        self.begun += 1
        self._now += 1
        self.peak = max(self.peak, self._now)
        try:
            yield
        finally:
            self._now -= 1
