"""A clock that nobody has to wait for."""

from __future__ import annotations

import anyio.lowlevel

from gigstack_api._core.sending.attempts import Clock


class FakeClock:
    """Time that passes only in sleeps, that of the day included; each is written down in `slept`
    (seconds).
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
