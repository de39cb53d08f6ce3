"""Work that goes on while the caller does something else, on asyncio and on trio."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import anyio

from ..errors import GigstackError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")


class Background(Generic[T]):
    """One piece of work, started at once. `cancel` ends it and may be called from anywhere, a
    finalizer included.
    """

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._finished = anyio.Event()
        self._result: T | None = None
        self._error: BaseException | None = GigstackError(
            "work beside the caller was cancelled by somebody else: it is not done"
        )
        self._scope = anyio.CancelScope()
        trio = sys.modules.get("trio")
        if trio is not None and trio.lowlevel.in_trio_run():
            trio.lowlevel.spawn_system_task(self._run)
        else:
            import asyncio  # on trio nobody needs it

            self._task: asyncio.Task[Any] = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            with self._scope:
                self._result = await self._work()
                self._error = None
        except Exception as error:  # noqa: BLE001 - kept, and raised by result()
            self._error = error
        finally:
            self._finished.set()

    async def result(self) -> T:
        """What the work gave; raises what it raised."""
        await self._finished.wait()
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # set, since it finished without error and is not asked for after cancel

    def cancel(self) -> None:
        """Ends the work."""
        self._scope.cancel()
