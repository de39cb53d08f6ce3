"""Queues of acknowledged events, which are handled in the background."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Coroutine
from contextlib import asynccontextmanager
from contextvars import Context, copy_context
from typing import Any, TypeAlias

import anyio
from anyio.abc import TaskGroup
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from ..errors import InvalidArgumentError
from ..webhooks import Event

GIVE_UP_S = 5.0
"""How long giving up on unfinished events may take (seconds)."""

Work: TypeAlias = Callable[[Event[Any]], Coroutine[Any, Any, None]]
Waiting: TypeAlias = tuple[Event[Any], Context]
GiveUp: TypeAlias = Callable[[Collection[Event[Any]]], Awaitable[None]]


class Queues:
    """Handles events in the background: in order for each resource, concurrently otherwise.

    Args:
        count: How many events are handled at once.
        size: How many events may wait in each queue.
        drain_s: How long queued events may still be handled after the end (seconds).

    Raises:
        InvalidArgumentError: a number is too small.
    """

    def __init__(self, *, count: int, size: int, drain_s: float) -> None:
        if count < 1 or size < 1 or not drain_s >= 0:
            raise InvalidArgumentError(
                "queues and queue_size must be at least 1, and drain_s at least 0"
            )
        self._count = count
        self._size = size
        self._drain_s = drain_s
        self._queues: list[MemoryObjectSendStream[Waiting]] = []
        self._unfinished: dict[int, Event[Any]] = {}

    def put(self, event: Event[Any]) -> bool:
        """Queues the event, if there is room for it and the queues are open.

        It is handled with the context variables that are set now.

        Returns:
            Whether the event was queued.
        """
        try:
            self._queues[hash(event.object_id) % self._count].send_nowait((event, copy_context()))
        except (anyio.WouldBlock, anyio.ClosedResourceError, anyio.BrokenResourceError):
            return False
        self._unfinished[id(event)] = event
        return True

    @asynccontextmanager
    async def open(self, work: Work, give_up: GiveUp) -> AsyncGenerator[None, None]:
        """Handles events within the block.

        At its end no more events are queued; those already queued are finished or given up.

        Args:
            work: Handles an event; must not raise.
            give_up: Takes the events that were not finished in time; must not raise.
        """
        pairs = [anyio.create_memory_object_stream[Waiting](self._size) for _ in range(self._count)]
        self._queues = [queue for queue, _ in pairs]
        try:
            async with anyio.create_task_group() as group:
                for _, waiting in pairs:
                    group.start_soon(self._serve, waiting, work)
                try:
                    yield
                finally:
                    for queue, _ in pairs:
                        queue.close()
                    group.cancel_scope.deadline = anyio.current_time() + self._drain_s
        finally:
            with anyio.move_on_after(GIVE_UP_S, shield=True):
                await give_up(list(self._unfinished.values()))
            self._unfinished.clear()

    async def _serve(self, waiting: MemoryObjectReceiveStream[Waiting], work: Work) -> None:
        async with waiting:
            async for event, context in waiting:
                async with anyio.create_task_group() as group:
                    context.run(_start, group, work, event)
                del self._unfinished[id(event)]


def _start(group: TaskGroup, work: Work, event: Event[Any]) -> None:
    """Starts a task, which takes the context variables of the running context."""
    group.start_soon(work, event)
