"""The ledger: how far each document is, and which worker may work on it."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from secrets import token_hex
from typing import Any

from attrs import frozen
from redis.asyncio import Redis

from .jobs import Job

RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end"
"""Only the lock of this worker: it may have expired, and another worker have it now."""


@frozen
class Entry:
    """How far a document is.

    Args:
        sent_at: When it was sent (Unix seconds), if it may have been stamped.
        uuid: UUID of the invoice, once it is known to be stamped.
        refused: Code of the error, if the API refused it.
    """

    sent_at: float | None = None
    uuid: str | None = None
    refused: str | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is to be done."""
        return self.uuid is not None or self.refused is not None


class Ledger:
    """Entries and locks in Redis, for all workers that share a prefix.

    `lock_s` must be longer than the longest handling of a job: the deadline of the call, and that
    of looking it up. Redis must keep what it acknowledged (`appendfsync always`): without an entry,
    a document looks as if it was never sent.
    """

    def __init__(
        self,
        redis: Redis,
        *,
        prefix: str = "platform:",
        lock_s: float = 270,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._redis: Any = redis  # its methods are typed for sync and async at once
        self._prefix = prefix
        self._lock_ms = int(lock_s * 1000)
        self._now = now

    @asynccontextmanager
    async def lock(self, job: Job) -> AsyncGenerator[bool, None]:
        """Whether this worker may work on the document, alone, within the block."""
        name, token = f"{self._prefix}lock:{job.id}", token_hex(16)
        is_ours = bool(await self._redis.set(name, token, nx=True, px=self._lock_ms))
        try:
            yield is_ours
        finally:
            if is_ours:
                await self._redis.eval(RELEASE, 1, name, token)

    async def read(self, job: Job) -> Entry:
        """The entry of a document."""
        found = await self._redis.hgetall(self._name(job))
        sent_at = found.pop("sent_at", None)
        return Entry(sent_at=None if sent_at is None else float(sent_at), **found)

    async def write_sent(self, job: Job) -> None:
        """Says that the document is sent now. Written before it is sent."""
        await self._redis.hset(self._name(job), "sent_at", repr(self._now()))

    async def write_not_sent(self, job: Job) -> None:
        """Says that the document was not stamped after all."""
        await self._redis.hdel(self._name(job), "sent_at")

    async def write_done(self, job: Job, uuid: str) -> None:
        """Says that the document is stamped."""
        await self._redis.hset(self._name(job), "uuid", uuid)

    async def write_refused(self, job: Job, code: str) -> None:
        """Says that the API refused the document: someone has to correct it."""
        await self._redis.hset(self._name(job), "refused", code)

    def _name(self, job: Job) -> str:
        return f"{self._prefix}document:{job.id}"
