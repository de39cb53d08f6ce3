"""Background tasks, and several calls at once, on asyncio and trio."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import anyio

from ..errors import GigstackError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")


def load_backend() -> None:
    """Loads what anyio needs on the running event loop. It opens files."""
    anyio.get_cancelled_exc_class()


class Background(Generic[T]):
    """A background task, started at once, with the context variables of its caller."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._finished = anyio.Event()
        self._result: T | None = None
        self._error: BaseException | None = GigstackError("this work was cancelled before its end")
        self._scope = anyio.CancelScope()
        self._task: asyncio.Task[Any] | None = None
        trio = sys.modules.get("trio")
        self._run_soon: Callable[[Callable[[], object]], object]
        if trio is not None and trio.lowlevel.in_trio_run():
            self._run_soon = trio.lowlevel.current_trio_token().run_sync_soon
            # A task of trio's own kind gets no context variables of its caller otherwise.
            trio.lowlevel.spawn_system_task(self._run, context=copy_context())
        else:
            import asyncio  # not needed on trio

            self._run_soon = asyncio.get_running_loop().call_soon_threadsafe
            self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            with self._scope:
                self._result = await self._work()
                self._error = None
        except Exception as error:  # noqa: BLE001 - kept, and raised by result()
            self._error = error
        finally:
            self._finished.set()

    @property
    def is_finished(self) -> bool:
        """Whether the task has ended."""
        return self._finished.is_set()

    async def result(self) -> T:
        """The result of the task. Raises what the task raised."""
        await self._finished.wait()
        if self._error is not None:
            raise self._error
        # It is set: the task ended without an error, and after `cancel` nothing asks for it.
        return self._result  # type: ignore[return-value]

    def cancel(self) -> None:
        """Ends the task. Called on its event loop."""
        self._scope.cancel()

    def abandon(self) -> None:
        """Ends the task. Called from anywhere, even from a finalizer in another thread."""
        if not self.is_finished:
            with suppress(RuntimeError):  # the event loop has ended, and the task with it
                self._run_soon(self._scope.cancel)

    async def stop(self) -> None:
        """Ends the task, and returns once it has ended."""
        self.cancel()
        with anyio.CancelScope(shield=True):
            if self._task is None:
                await self._finished.wait()
            else:
                import asyncio

                # The event is not set by a task that asyncio ends before it ran.
                await asyncio.wait([self._task])


async def gather(*calls: Callable[[], Awaitable[T]]) -> list[T]:
    """The results of the calls, in their order.

    The first call that fails cancels the others. Its error is raised itself, not in a group.
    """
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def run(number: int, call: Callable[[], Awaitable[T]]) -> None:
        try:
            results[number] = await call()
        except Exception as error:  # noqa: BLE001 - raised below, outside the group
            errors.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, call in enumerate(calls):
            group.start_soon(run, number, call)
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(calls))]
