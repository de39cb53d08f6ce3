"""The gate that a 429 closes for all calls of a client. Pure."""

from __future__ import annotations


class Gate:
    """Closed until a moment. Times in seconds of the client's clock."""

    def __init__(self) -> None:
        self._opens_at = float("-inf")

    def close_until(self, moment: float) -> None:
        """Keeps the gate closed until then at least."""
        self._opens_at = max(self._opens_at, moment)

    def wait_s(self, now: float) -> float:
        """How long it stays closed."""
        return max(0.0, self._opens_at - now)
