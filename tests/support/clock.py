"""Fake time: sleeping takes no time, and every sleep is recorded."""

from __future__ import annotations

import anyio.lowlevel

from gigstack_api._core.sending.attempts import Clock


class FakeClock:
    """A clock that moves only in sleeps.

    `clock` is what the code under test gets. `time_s` is now, both monotonic and Unix time; a test
    may move it. `slept` holds the length of each sleep, in seconds. `chance` is what the random
    part of every wait is: 1.0 gives the longest wait, 0.0 the shortest.
    """

    def __init__(self, *, chance: float = 1.0) -> None:
        self.time_s = 1000.0
        self.slept: list[float] = []
        self.clock = Clock(
            now=lambda: self.time_s,
            sleep=self._sleep,
            chance=lambda: chance,
            unix=lambda: self.time_s,
        )

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time_s += seconds
        await anyio.lowlevel.checkpoint()
