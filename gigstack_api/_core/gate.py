"""The gate that a 429 closes for all calls of a client. Pure."""

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
