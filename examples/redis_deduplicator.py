"""Recognises repeated webhooks across processes, in Redis.

Needs `pip install redis`; asyncio only. Run as a program, it reads REDIS_URL.
"""

from __future__ import annotations

import asyncio
import os
from secrets import token_hex

from redis.asyncio import Redis


class RedisDeduplicator:
    """Remembers claimed events for all processes that share a Redis (7 or later) and a prefix.

    Give the Redis client a `socket_timeout` of a few seconds: gigstack waits 5 seconds for the
    response to a webhook.
    """

    def __init__(
        self, redis: Redis, *, keep_s: int = 7 * 86_400, prefix: str = "gigstack:event:"
    ) -> None:
        self._redis = redis
        self._keep_s = keep_s
        self._prefix = prefix

    async def claim(self, key: str) -> bool:
        """Claims an event and returns whether it is new."""
        # redis-py repeats a command whose answer was lost: finding the token of this call is then
        # not a duplicate.
        token = token_hex(16)
        found = await self._redis.set(self._prefix + key, token, nx=True, get=True, ex=self._keep_s)
        return found in (None, token, token.encode())

    async def release(self, key: str) -> None:
        """Makes an event claimable again."""
        await self._redis.delete(self._prefix + key)


async def main() -> None:
    url = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")
    async with Redis.from_url(url, socket_timeout=2) as redis:  # pyright: ignore[reportUnknownMemberType] - its **kwargs
        seen = RedisDeduplicator(redis, prefix="example:event:")
        print("first claim:", await seen.claim("evt_1"))
        print("second claim:", await seen.claim("evt_1"))
        await seen.release("evt_1")
        print("claim after a release:", await seen.claim("evt_1"))
        await seen.release("evt_1")


if __name__ == "__main__":
    asyncio.run(main())
