"""Starts workers on this machine, or connects to those of a scheduler."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from ..._core.schema.annotations import resolvable
from ...errors import ConfigurationError, GigstackError, InvalidArgumentError
from .protocols import DaskClient
from .starting import end_if_main_is_imported, start
from .workers import Workers

if TYPE_CHECKING:
    from distributed import Client as Client  # noqa: PLC0414 - `syncing` imports it from here
    from distributed import LocalCluster

BATCHES = 4
"""Batches that a local worker does at once, all on its event loop."""

READY_S = 60.0

SETTINGS: Mapping[str, object] = {
    # The HTTP servers of Dask cannot be switched off, and use no TLS: they serve nothing.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    # Statistics for its dashboard take a twentieth of the processor time.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    # Its logs for debugging hold the messages themselves, rows and all.
    "distributed.admin.low-level-log-length": 10,
}
"""Settings of Dask for local workers."""


@resolvable
@asynccontextmanager
async def open_workers(
    count: int | None = None,
    *,
    scheduler: str | Client | None = None,
    ready_s: float = READY_S,
) -> AsyncGenerator[Workers, None]:
    """Workers for imports: processes on this machine, or those of a Dask cluster.

    Local workers speak TLS with a certificate made for this run: others on the machine cannot
    connect. They leave Ctrl+C to the driver, and end with it. Each imports the main module of the
    program, which therefore needs `if __name__ == "__main__":`.

    Args:
        count: How many processes to start.
        scheduler: Address of a scheduler (`tls://host:8786`), or a `distributed.Client`, which is
            not closed. The workers need gigstack-api in the same version. The API key is sent to
            them: use TLS.
        ready_s: How long to wait for the scheduler and a worker, in seconds.

    Raises:
        InvalidArgumentError: there is neither or both, or a worker lacks this package.
        ConfigurationError: the extra `distributed` is not installed, or this is not asyncio.
        GigstackError: the scheduler cannot be reached, or has no workers.
    """
    if (count is None) == (scheduler is None):
        raise InvalidArgumentError("pass either a number of workers or a scheduler")
    if count is not None and count < 1:
        raise InvalidArgumentError(f"the number of workers must be at least 1, not {count}")
    if count is not None:
        end_if_main_is_imported()
    _check_loop()
    async with AsyncExitStack() as stack:
        client = await _client(stack, count, scheduler, ready_s)
        workers = Workers(cast("DaskClient", client))
        await workers.get_ready(timeout_s=ready_s)
        yield workers


def _check_loop() -> None:
    if find_spec("distributed") is None:
        raise ConfigurationError("workers need Dask: pip install 'gigstack-api[distributed]'")
    trio = sys.modules.get("trio")
    if trio is not None and trio.lowlevel.in_trio_run():
        raise ConfigurationError("workers need asyncio: Dask does not run on trio")


async def _client(
    stack: AsyncExitStack, count: int | None, scheduler: str | Client | None, ready_s: float
) -> Client:
    if scheduler is None:
        return await _local(stack, count or 1, ready_s)
    if isinstance(scheduler, str):
        try:
            return await stack.enter_async_context(_connect(scheduler, timeout=ready_s))
        except (OSError, ValueError) as error:
            raise GigstackError(f"no scheduler answers at {scheduler}: {error}") from error
    if scheduler.asynchronous:
        return scheduler
    # That of a notebook runs in another thread.
    known = cast("Any", scheduler)
    if known.scheduler is None:
        raise InvalidArgumentError("the distributed.Client is closed: open it, or pass another")
    beside = _connect(str(known.scheduler.address), security=known.security)
    return await stack.enter_async_context(beside)


async def _local(stack: AsyncExitStack, count: int, ready_s: float) -> Client:
    import dask.config
    from distributed import LocalCluster

    make = cast("Callable[..., LocalCluster]", LocalCluster)
    with dask.config.set(SETTINGS):
        cluster = make(
            n_workers=count,
            threads_per_worker=BATCHES,
            processes=True,
            asynchronous=True,
            security=True,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.CRITICAL,
            memory_limit=0,
            preload=["gigstack_api.bulk.cluster.preload"],
        )
        await start(stack, cluster, ready_s=ready_s)
        return await stack.enter_async_context(_connect(cluster))


def _connect(place: str | LocalCluster, **options: object) -> Client:
    """A client, which connects when it is entered."""
    from distributed import Client

    make = cast("Callable[..., Client]", Client)
    return make(place, asynchronous=True, **options)
