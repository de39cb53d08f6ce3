"""One run of an import, in a process of its own that may be killed. Prints a line per result."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import anyio

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.bulk.syncing import SyncResource, sync

CONCURRENCY = 16
SETTLE_S = 0.05
ENDED_S = 0.5
"""A call that the sandbox has begun has ended within this time, on a busy machine too. Upserts of
clients need no such wait: the API finds those of each other.
"""


async def run(resource: SyncResource, file: Path, journal: Path, workers: int | None) -> None:
    """Imports the rest of a file."""
    async with Gigstack(retries=RetryPolicy(base_s=0.01, settle_s=SETTLE_S)) as gig:
        _say("started")
        await sync(
            file,
            gig=gig,
            resource=resource,
            update=resource != "invoices",
            journal=journal,
            workers=workers,
            concurrency=CONCURRENCY,
            settle_s=SETTLE_S if resource == "clients" else ENDED_S,
            on_result=lambda _: _say(""),
        )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Runs it as the arguments say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("resource")
    parser.add_argument("file", type=Path)
    parser.add_argument("journal", type=Path)
    parser.add_argument("--workers", type=int)
    given = parser.parse_args()
    anyio.run(run, given.resource, given.file, given.journal, given.workers)


if __name__ == "__main__":
    main()
