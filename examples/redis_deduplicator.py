"""Recognises repeated webhooks across processes, in Redis. `pip install redis`; asyncio only. Reads
REDIS_URL when it is run.
"""

from __future__ import annotations

import asyncio
import os
from secrets import token_hex

from redis.asyncio import Redis


class RedisDeduplicator:
    """Remembers the events that were taken, for all processes that use the same Redis (7 or later)
    and prefix.

    Give the client a `socket_timeout` of few seconds: gigstack waits 5 for the answer to a webhook.
    """

    def __init__(
        self, redis: Redis, *, keep_s: int = 7 * 86_400, prefix: str = "gigstack:event:"
    ) -> None:
        self._redis = redis
        self._keep_s = keep_s
        self._prefix = prefix

    async def claim(self, key: str) -> bool:
        """Whether the event is new."""
        mine = token_hex(
            16
        )  # redis-py asks again after a lost answer: what it finds then is no duplicate
        found = await self._redis.set(self._prefix + key, mine, nx=True, get=True, ex=self._keep_s)
        return found in (None, mine, mine.encode())

    async def release(self, key: str) -> None:
        """Lets the event be claimed again."""
        await self._redis.delete(self._prefix + key)


async def main() -> None:
    url = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")
    async with Redis.from_url(url, socket_timeout=2) as redis:  # pyright: ignore[reportUnknownMemberType] - its **kwargs
        seen = RedisDeduplicator(redis, prefix="example:event:")
        print("new:", await seen.claim("evt_1"))
        print("and again:", await seen.claim("evt_1"))
        await seen.release("evt_1")
        print("after its handling failed:", await seen.claim("evt_1"))
        await seen.release("evt_1")


if __name__ == "__main__":
    asyncio.run(main())
