"""Runs the promise on bulk upserts: under faults, every row gets its outcome, in flat memory, and
rows with the same key are done in their order.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import anyio

from gigstack_api import Gigstack
from scripts.bench.memory import peak_memory_mib

from ..harness.fault_plans import FaultInjector
from ..harness.observed_state import ObservedState
from ..harness.result import Result
from ..harness.sandbox_process import SandboxProcess
from ..writes.perform import QUICK_RETRIES
from .oracle import CONCURRENCY, judge
from .row_log import RowLog

ROWS = 100_000
WARM = 10_000
"""After this many rows, everything that is created once exists: from here on memory must not
grow.
"""


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    return anyio.run(_run, seed, int(ROWS * scale))


async def _run(seed: int, count: int) -> Result:
    log = RowLog(seed, count)
    injector = FaultInjector(log.next_fault)
    with TemporaryDirectory() as folder:
        file = Path(folder, "state.json")
        async with SandboxProcess(file) as sandbox:
            grown_mib = await upsert_rows(sandbox.base_url, sandbox.key, log, injector)
        clients = ObservedState.from_file(file).all("clients")
    return judge(log, injector, clients, grown_mib)


async def upsert_rows(base_url: str, api_key: str, log: RowLog, injector: FaultInjector) -> float:
    """Upserts all rows. Returns by how many MiB the process grew after the first ones."""
    warm_mib = 0.0
    async with injector.http_client(max_connections=CONCURRENCY) as http:
        gig = Gigstack(api_key, base_url=base_url, http_client=http, retries=QUICK_RETRIES)
        async for outcome in gig.clients.upsert_many(
            log.rows(), on="tax_id", update=True, concurrency=CONCURRENCY
        ):
            log.record(outcome)
            if log.given == min(WARM, log.count // 2):
                warm_mib = peak_memory_mib()
    return peak_memory_mib() - warm_mib
