"""How many repeats a client may still make, so that a dead API is not asked again and again.
Pure.
"""

from __future__ import annotations

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
