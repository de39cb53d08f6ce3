"""The example of a deduplicator in Redis, on a real server that ends with the test."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from runpy import run_path

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from gigstack_api.webhooks import Deduplicator
from tests.support.redis_server import needs_redis

EXAMPLE = Path(__file__).parents[2] / "examples" / "redis_deduplicator.py"
RedisDeduplicator: Callable[..., Deduplicator] = run_path(str(EXAMPLE))["RedisDeduplicator"]
pytestmark = [pytest.mark.anyio, needs_redis]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"  # all that redis-py knows


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with Redis.from_url(redis_url) as redis:  # pyright: ignore[reportUnknownMemberType] - its **kwargs
        yield redis


async def test_an_event_is_new_once_for_all_processes(redis: Redis) -> None:
    one, other = RedisDeduplicator(redis), RedisDeduplicator(redis)
    assert await one.claim("evt_1")
    assert not await other.claim("evt_1")
    assert await RedisDeduplicator(redis, prefix="another app:").claim("evt_1")


async def test_a_released_event_is_new_again(redis: Redis) -> None:
    seen = RedisDeduplicator(redis)
    await seen.claim("evt_2")
    await seen.release("evt_2")
    await seen.release("evt_2")
    assert await seen.claim("evt_2")


async def test_one_of_many_concurrent_claims_succeeds(redis: Redis) -> None:
    seen = RedisDeduplicator(redis)
    assert sum(await asyncio.gather(*(seen.claim("evt_3") for _ in range(50)))) == 1


async def test_an_event_is_forgotten_after_keep_s(redis: Redis) -> None:
    await RedisDeduplicator(redis, keep_s=100).claim("evt_4")
    assert 0 < await redis.ttl("gigstack:event:evt_4") <= 100


@asynccontextmanager
async def losing_the_first_answer_to_set(port: int) -> AsyncGenerator[int, None]:
    """The port of a relay that hangs up instead of passing on the first answer to a SET."""
    lost = False

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal lost
        from_server, to_server = await asyncio.open_connection("127.0.0.1", port)
        while asked := await reader.read(65_536):
            to_server.write(asked)
            answer = await from_server.read(65_536)
            if b"\r\nSET\r\n" in asked and not lost:
                lost = True
                break
            writer.write(answer)
        to_server.close()
        writer.close()

    async with await asyncio.start_server(relay, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]
    assert lost


@pytest.mark.parametrize("decode", [True, False])
async def test_a_claim_repeated_by_redis_py_is_still_new(redis_url: str, decode: bool) -> None:
    async with (
        losing_the_first_answer_to_set(int(redis_url.rpartition(":")[2])) as port,
        Redis(port=port, retry=Retry(NoBackoff(), 1), decode_responses=decode) as redis,
    ):
        seen = RedisDeduplicator(redis, prefix=f"decode={decode}:")
        assert await seen.claim("evt_5")
        assert not await seen.claim("evt_5")


def test_the_example_runs(redis_url: str) -> None:
    environment = os.environ | {"REDIS_URL": redis_url}
    done = subprocess.run(
        [sys.executable, str(EXAMPLE)], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "first claim: True",
        "second claim: False",
        "claim after a release: True",
    ]
