"""The queue of jobs: a stream in Redis whose entries stay until they are finished."""

from __future__ import annotations

from typing import Any

from redis.asyncio import Redis
from redis.exceptions import ResponseError

from .jobs import Job

GROUP = "workers"


def connect(url: str) -> Redis:
    """A client of the Redis at an address. A command that has no answer in 10 seconds fails."""
    return Redis.from_url(url, protocol=2, decode_responses=True, socket_timeout=10)  # pyright: ignore[reportUnknownMemberType] - its **kwargs


class Queue:
    """Jobs for all workers that share a Redis (6.2 or later) and a prefix.

    A worker that dies leaves its jobs in the stream. After `retry_after_s` without a sign of it,
    others take them. A job that is to be tried again waits for as long.
    """

    def __init__(
        self, redis: Redis, *, prefix: str = "platform:", retry_after_s: float = 300
    ) -> None:
        self._redis: Any = redis  # its methods are typed for sync and async at once
        self._stream = f"{prefix}jobs"
        self._retry_after_ms = int(retry_after_s * 1000)

    async def open(self) -> None:
        """Creates the stream and the group of workers, where they do not exist yet."""
        try:
            await self._redis.xgroup_create(self._stream, GROUP, id="0", mkstream=True)
        except ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):
                raise

    async def put(self, job: Job) -> None:
        """Adds a job. Adding it twice is harmless: the ledger knows its document."""
        await self._redis.xadd(self._stream, {"job": job.to_json()})

    async def take(self, worker: str, *, wait_s: float = 1) -> tuple[str, Job] | None:
        """The next job and its place in the stream: one that was left behind, else a new one.

        None if there is none within `wait_s`.
        """
        _, left, *_ = await self._redis.xautoclaim(
            self._stream, GROUP, worker, min_idle_time=self._retry_after_ms, count=1
        )
        entries = left or await self._new(worker, int(wait_s * 1000))
        if not entries:
            return None
        [(place, fields)] = entries
        return place, Job.from_json(fields["job"])

    async def _new(self, worker: str, wait_ms: int) -> list[Any]:
        streams = await self._redis.xreadgroup(
            GROUP, worker, {self._stream: ">"}, count=1, block=wait_ms
        )
        return [entry for _, entries in streams for entry in entries]

    async def finish(self, place: str) -> None:
        """Removes a job."""
        async with self._redis.pipeline() as both:
            both.xack(self._stream, GROUP, place)
            both.xdel(self._stream, place)
            await both.execute()

    async def size(self) -> int:
        """How many jobs have not ended."""
        return int(await self._redis.xlen(self._stream))
