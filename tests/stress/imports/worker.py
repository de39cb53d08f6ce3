"""One run of an import, in a process of its own that may be killed. Prints a line per result."""

from __future__ import annotations

import sys
from pathlib import Path

import anyio

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.bulk.columns import recognise
from gigstack_api.bulk.imports import import_clients
from gigstack_api.bulk.rows import open_rows

CONCURRENCY = 16


async def run(file: Path, journal: Path) -> None:
    """Imports what is left of a file."""
    rows = open_rows(file)
    async with Gigstack(retries=RetryPolicy(base_s=0.01, settle_s=0.05)) as gig:
        sys.stdout.write("started\n")
        sys.stdout.flush()
        async for _ in import_clients(
            gig,
            rows,
            columns=recognise(rows.columns, "clients"),
            update=True,
            journal=journal,
            concurrency=CONCURRENCY,
            settle_s=0.05,
        ):
            sys.stdout.write("\n")
            sys.stdout.flush()


if __name__ == "__main__":
    anyio.run(run, Path(sys.argv[1]), Path(sys.argv[2]))
