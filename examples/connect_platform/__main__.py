"""Adds jobs to the queue, or works on them until Ctrl+C.

Reads REDIS_URL, GIGSTACK_API_KEY and GIGSTACK_API_BASE_URL.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
from pathlib import Path
from secrets import token_hex

from gigstack_api import Gigstack

from .jobs import Job
from .ledger import Ledger
from .queue import Queue, connect
from .worker import Worker


def main() -> None:
    """Runs a command."""
    parser = argparse.ArgumentParser(prog="python -m examples.connect_platform")
    commands = parser.add_subparsers(dest="command", required=True)
    put = commands.add_parser("put", help="add the jobs of a file, one JSON object a line")
    put.add_argument("file", type=Path)
    work = commands.add_parser("work", help="work on jobs until Ctrl+C, or until none are left")
    work.add_argument("--workers", type=int, default=4, help="how many at once")
    work.add_argument("--until-empty", action="store_true", help="end when no job is left")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    if arguments.command == "put":
        lines: list[str] = arguments.file.read_text(encoding="utf-8").splitlines()
        asyncio.run(put_jobs([Job.from_json(line) for line in lines]))
    else:
        asyncio.run(work_on_jobs(arguments.workers, until_empty=arguments.until_empty))


async def put_jobs(jobs: list[Job]) -> None:
    """Adds jobs to the queue."""
    async with connect(redis_url()) as redis:
        queue = Queue(redis)
        await queue.open()
        for job in jobs:
            await queue.put(job)
        print(f"{len(jobs)} added, {await queue.size()} in the queue")


async def work_on_jobs(count: int, *, until_empty: bool) -> None:
    """Runs workers. Ctrl+C finishes the jobs in flight."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with Gigstack() as gig, connect(redis_url()) as redis, asyncio.TaskGroup() as group:
        queue, ledger = Queue(redis), Ledger(redis)
        await queue.open()
        for _ in range(count):
            name = f"{os.uname().nodename}-{token_hex(4)}"
            group.create_task(Worker(gig, queue, ledger, name=name).run(stopped.is_set))
        while until_empty and not stopped.is_set():
            await asyncio.sleep(0.1)
            if not await queue.size():
                stopped.set()


def redis_url() -> str:
    """The address of Redis."""
    return os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")


if __name__ == "__main__":
    main()
