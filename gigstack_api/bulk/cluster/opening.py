"""Starts workers on this machine, or connects to those of a scheduler."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from ...errors import ConfigurationError, GigstackError, InvalidArgumentError
from .workers import DaskClient, Workers

if TYPE_CHECKING:
    from distributed import Client

BATCHES = 4
"""Batches that a local worker does at once, all on its event loop."""

READY_S = 60.0


@asynccontextmanager
async def open_workers(
    count: int | None = None,
    *,
    scheduler: str | Client | None = None,
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

    Raises:
        InvalidArgumentError: there is neither or both, or a worker lacks this package.
        ConfigurationError: the extra `distributed` is not installed, or this is not asyncio.
        GigstackError: the scheduler cannot be reached, or has no workers.
    """
    if (count is None) == (scheduler is None):
        raise InvalidArgumentError("pass either a number of workers or a scheduler")
    if count is not None and count < 1:
        raise InvalidArgumentError(f"the number of workers must be at least 1, not {count}")
    _check_loop()
    async with AsyncExitStack() as stack:
        client = await _client(stack, count, scheduler)
        workers = Workers(cast("DaskClient", client))
        await workers.get_ready(timeout_s=READY_S)
        yield workers


def _check_loop() -> None:
    if find_spec("distributed") is None:
        raise ConfigurationError("workers need Dask: pip install 'gigstack-api[distributed]'")
    trio = sys.modules.get("trio")
    if trio is not None and trio.lowlevel.in_trio_run():
        raise ConfigurationError("workers need asyncio: Dask does not run on trio")


async def _client(
    stack: AsyncExitStack, count: int | None, scheduler: str | Client | None
) -> Client:
    from distributed import Client

    if isinstance(scheduler, str):
        try:
            return await stack.enter_async_context(Client(scheduler, asynchronous=True))
        except (OSError, ValueError) as error:
            raise GigstackError(f"no scheduler answers at {scheduler}: {error}") from error
    if scheduler is not None:
        if scheduler.asynchronous:
            return scheduler
        # That of a notebook runs in another thread.
        beside = Client(scheduler.scheduler.address, security=scheduler.security, asynchronous=True)
        return await stack.enter_async_context(beside)
    return await _local(stack, count or 1)


async def _local(stack: AsyncExitStack, count: int) -> Client:
    from distributed import Client, LocalCluster

    cluster = LocalCluster(
        n_workers=count,
        threads_per_worker=BATCHES,
        processes=True,
        asynchronous=True,
        security=True,
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
        memory_limit=0,
        preload=["gigstack_api.bulk.cluster.preload"],
    )
    await stack.enter_async_context(cluster)
    return await stack.enter_async_context(Client(cluster, asynchronous=True))
