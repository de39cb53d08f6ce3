"""What holds retries back for a whole client: a rate-limit pause and a retry budget."""

from __future__ import annotations

LONGEST_S = 60.0
"""For longer nobody is held back by what one answer said: it may be nonsense, and asking once a
minute harms no server.
"""


class Gate:
    """Closed until a moment. Times in seconds of the client's clock."""

    def __init__(self) -> None:
        self._opens_at = float("-inf")

    def close(self, now: float, pause_s: float) -> None:
        """Keeps the gate closed for so long at least, up to `LONGEST_S`."""
        self._opens_at = max(self._opens_at, now + min(pause_s, LONGEST_S))

    def wait_s(self, now: float) -> float:
        """How long it stays closed."""
        return max(0.0, self._opens_at - now)


MOST = 100

EARNED = 0.1


class Budget:
    """Repeats left over: `MOST` to begin with, to get through a short outage; each answered call
    earns a tenth of one.

    A repeat that led to an answer costs nothing in the end.
    A dead API thus gets `MOST` repeats in all: at most a tenth of what a thousand calls send
        anyway.
    """

    def __init__(self) -> None:
        self._left = float(MOST)

    def take(self) -> bool:
        """Takes one repeat; False if none is left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def answered(self, *, taken: int) -> None:
        """Gives back what an answered call took, and what it earned."""
        self._left = min(float(MOST), self._left + taken + EARNED)
