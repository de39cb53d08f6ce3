"""How a run is asked to end early."""

from __future__ import annotations

from collections.abc import Callable


class Stop:
    """Ends a run early, for Ctrl+C: once finishes what is in flight, twice ends at once.

    Both can be resumed with a journal. Call it on the thread of the event loop.
    """

    def __init__(self) -> None:
        self._times = 0
        self._watchers: dict[str, Callable[[], object]] = {}

    @property
    def is_requested(self) -> bool:
        """Whether no further row is started."""
        return self._times > 0

    @property
    def is_urgent(self) -> bool:
        """Whether rows in flight are given up as well. The next run looks them up."""
        return self._times > 1

    def request(self) -> None:
        """Asks for the end; the second time, for an end at once."""
        self._times += 1
        for on_request in list(self._watchers.values()):
            on_request()

    def watch(self, on_request: Callable[[], object], *, name: str = "run") -> None:
        """Calls a function at each request. Another one with the same name takes its place."""
        self._watchers[name] = on_request
