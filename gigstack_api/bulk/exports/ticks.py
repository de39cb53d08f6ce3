"""Shows the progress of an export, also while it waits for a rate limit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Self, TypeVar

import anyio
from msgspec.structs import replace

from ..._core.concurrency import Background
from ..._core.workers import RowResults
from ..results import EACH_S, OnProgress, Progress

V = TypeVar("V")


class Ticks:
    """Gives progress values to a callable: those that it takes, and the latest one while it waits.

    Args:
        on_progress: The callable.
        waiting_s: Gives the seconds that calls wait now.
    """

    def __init__(self, on_progress: OnProgress | None, waiting_s: Callable[[], float]) -> None:
        self._on_progress = on_progress
        self._waiting_s = waiting_s
        self._latest = Progress(0, None, 0, 0, 0.0, 0.0)
        self._background: Background[None] | None = None

    def show(self, progress: Progress) -> None:
        """Takes the next value, without its wait."""
        self._latest = replace(progress, waiting_s=self._waiting_s())
        if self._on_progress is not None:
            self._on_progress(self._latest)

    def start(self) -> None:
        """Looks from now on whether calls wait."""
        if self._on_progress is not None and self._background is None:
            self._background = Background(self._run)

    async def stop(self) -> None:
        """Ends that."""
        background, self._background = self._background, None
        if background is not None:
            await background.stop()

    def abandon(self) -> None:
        """Ends that soon. Called from anywhere."""
        if self._background is not None:
            self._background.abandon()

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _run(self) -> None:
        while True:
            await anyio.sleep(EACH_S)
            if self._waiting_s() > 0 or self._latest.waiting_s > 0:
                self.show(self._latest)


class TickingResults(AsyncIterator[V]):
    """Results of rows, with ticks from the first one to the last."""

    def __init__(self, results: RowResults[V], ticks: Ticks) -> None:
        self._results = results
        self._ticks = ticks

    def __repr__(self) -> str:
        return repr(self._results)

    async def __anext__(self) -> V:
        self._ticks.start()
        try:
            return await anext(self._results)
        except BaseException:
            await self._ticks.stop()
            raise

    async def aclose(self) -> None:
        """Ends all work, and returns once it has ended."""
        await self._ticks.stop()
        await self._results.aclose()

    def __del__(self) -> None:
        self._ticks.abandon()
