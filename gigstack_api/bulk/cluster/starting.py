"""Starts workers on this machine, and ends them."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Awaitable, Generator
from contextlib import AsyncExitStack
from typing import Any, Protocol

import anyio

from ...errors import GigstackError

CLOSE_S = 30.0
"""Workers that have not ended by then end with this process."""


class DaskCluster(Protocol):
    """A `distributed.LocalCluster`."""

    def __await__(self) -> Generator[Any, None, object]:
        """Starts it."""
        ...

    def close(self) -> Awaitable[None] | None:
        """Ends it."""
        ...


def end_if_main_is_imported() -> None:
    """Ends a worker that imports the main module, which starts workers again without a guard.

    It prints nothing: the error of the driver says what the main module lacks.

    Raises:
        SystemExit: this process is such a worker.
    """
    # The sign by which multiprocessing itself refuses to start a process there.
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise SystemExit(1)


async def start(
    stack: AsyncExitStack, cluster: DaskCluster, *, ready_s: float, close_s: float = CLOSE_S
) -> None:
    """Starts workers, which end with the stack.

    Raises:
        GigstackError: they do not start.
    """
    starting = asyncio.ensure_future(_start(cluster))
    # Dask cannot end workers that are just starting: it ends them once they have started.
    stack.push_async_callback(_close, cluster, starting, close_s)
    if not (await asyncio.wait([starting], timeout=ready_s))[0]:
        raise GigstackError(f"the workers have not started within {ready_s:.0f} s")
    if (error := starting.exception()) is not None:
        # Without its context, which are dozens of lines of Dask: the first error is in the text.
        raise GigstackError(
            f"the workers have not started ({_first(error)}): a script needs"
            ' `if __name__ == "__main__":` around what starts them; if it is there, see what the'
            " workers print"
        ) from None


def _first(error: BaseException) -> BaseException:
    """The error that others were raised from."""
    while (earlier := error.__cause__ or error.__context__) is not None:
        error = earlier
    return error


async def _start(cluster: DaskCluster) -> None:
    await cluster


async def _close(cluster: DaskCluster, starting: asyncio.Task[None], close_s: float) -> None:
    with anyio.move_on_after(close_s, shield=True):
        await asyncio.wait([starting])
        starting.exception()  # it was raised, or the caller was cancelled
        if (closing := cluster.close()) is not None:
            await closing
