"""The workers of a cluster, and what this package asks of Dask."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any

from ..._core.sending.request import USER_AGENT
from ...errors import GigstackError, InvalidArgumentError
from . import desk
from .protocols import DaskClient

TELL_S = 2.0
"""Workers that have not answered a message by then have been lost."""

LOOK_S = 5.0
"""After this time without a result it is looked whether there are workers at all."""

GONE_S = 60.0
"""A cluster without workers for this long gets none any more."""

LOST = (
    "the run goes on where it ended if it is started again with its journal, and rows in flight are"
    " looked up"
)


class Workers:
    """The workers of a cluster. Made by `open_workers`.

    Attributes:
        slots: How many batches they do at once.
    """

    def __init__(
        self, client: DaskClient, *, look_s: float = LOOK_S, gone_s: float = GONE_S
    ) -> None:
        self._client = client
        self._look_s = look_s
        self._gone_s = gone_s
        self._gone_since: float | None = None
        self.slots = 1

    def __repr__(self) -> str:
        return f"<workers of a cluster; {self.slots} batches at once>"

    async def get_ready(self, *, timeout_s: float) -> None:
        """Returns once there is a worker.

        Raises:
            GigstackError: there is none within the time.
            InvalidArgumentError: a worker has another version of this package, or none.
        """
        try:
            async with asyncio.timeout(timeout_s):
                await self._client.wait_for_workers(1, timeout=timeout_s)
                versions = await self._client.run(desk.version, on_error="return")
                self.slots = sum((await self._client.nthreads()).values())
        except TimeoutError as error:
            raise GigstackError(
                f"the cluster has had no worker for {timeout_s:.0f} s: start some"
            ) from error
        for address, version in versions.items():
            if version != USER_AGENT:
                found = "no gigstack-api" if isinstance(version, Exception) else version
                raise InvalidArgumentError(
                    f"worker {address} has {found}: install {USER_AGENT} on it"
                )

    async def submit(
        self, work: Callable[..., Coroutine[Any, Any, object]], batch: object, *, key: str
    ) -> object:
        """The result of work on any of the workers; on another one, if that is lost.

        Raises:
            GigstackError: several workers were lost on it, it failed, or the scheduler is gone.
        """
        from concurrent.futures import CancelledError

        from distributed import KilledWorker

        future = self._client.submit(work, batch, key=key, pure=False)
        try:
            # Dask fetches the results of several futures at once: if one that waits were cancelled,
            # the others would be too. `release` ends it instead.
            waiting = asyncio.ensure_future(future.result())
            waiting.add_done_callback(_is_seen)
            while not (await asyncio.wait([waiting], timeout=self._look_s))[0]:
                await self._check_not_gone()
            return waiting.result()
        except KilledWorker as error:
            raise GigstackError(
                f"every worker that began a batch was lost ({error}); {LOST}"
            ) from error
        except CancelledError as error:
            raise GigstackError(
                f"the scheduler has gone, or has dropped a batch; {LOST}"
            ) from error
        except GigstackError:
            raise
        except Exception as error:
            text = f"a batch failed on a worker ({type(error).__name__}: {error}); {LOST}"
            raise GigstackError(text) from error
        finally:
            future.release()

    async def _check_not_gone(self) -> None:
        """Raises an error if there have been no workers for a while, or the scheduler is silent."""
        found: Mapping[str, int] = {}
        with suppress(OSError):
            async with asyncio.timeout(TELL_S):
                found = await self._client.nthreads()
        if found:
            self._gone_since = None
            return
        now = time.monotonic()
        self._gone_since = self._gone_since or now
        if now - self._gone_since >= self._gone_s:
            raise GigstackError(
                f"the cluster has had no worker for {self._gone_s:.0f} s: start some; {LOST}"
            )

    async def tell(
        self, work: Callable[..., Coroutine[Any, Any, None]], /, *arguments: object
    ) -> None:
        """Has all workers do something beside their batches. Lost ones are left out."""
        with suppress(OSError):  # the scheduler is gone: `submit` says so
            # All are told at once. One that was just killed would answer after half a minute.
            async with asyncio.timeout(TELL_S):
                await self._client.run(work, *arguments, on_error="ignore")

    async def note(self, *place: str, values: Mapping[str, object]) -> None:
        """Writes values down at the scheduler, where all workers read them.

        Args:
            place: The names that lead to them.
            values: The values, by name.

        Raises:
            GigstackError: the scheduler does not answer.
        """
        try:
            async with asyncio.timeout(self._gone_s):
                for name, value in values.items():
                    await self._client.set_metadata([*place, name], value)
        except OSError as error:
            raise GigstackError(f"the scheduler does not answer; {LOST}") from error

    async def noted(self, *place: str) -> object:
        """A value that was written down.

        Raises:
            GigstackError: the scheduler does not answer.
        """
        try:
            async with asyncio.timeout(self._gone_s):
                return await self._client.get_metadata([*place], default=None)
        except OSError as error:
            raise GigstackError(f"the scheduler does not answer; {LOST}") from error

    def listen(self, topic: str, handler: Callable[[tuple[float, float]], None]) -> None:
        """Calls a function for each event of a topic."""
        self._client.subscribe_topic(topic, handler)

    async def forget(self, topic: str, run: str) -> None:
        """Ends `listen`, and drops what the scheduler knows about a run."""
        with suppress(OSError, ValueError):
            self._client.unsubscribe_topic(topic)
            async with asyncio.timeout(TELL_S):
                await self._client.set_metadata([run], {})


def _is_seen(waiting: asyncio.Future[object]) -> None:
    """Takes the error of a future whose result is not needed any more."""
    if not waiting.cancelled():
        waiting.exception()
