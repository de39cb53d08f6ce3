"""The key travels in the clear to this machine only, whatever the environment says."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import anyio
import anyio.abc
import pytest
from anyio.streams.buffered import BufferedByteReceiveStream
from attrs import Factory, frozen

from gigstack_api import Gigstack, RetryPolicy

pytestmark = pytest.mark.anyio
ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\nConnection: close\r\n\r\n{"data":{"id":"ab"}}'
KEY = "sk_test_in_the_clear"


@frozen
class Heard:
    """A server of this machine: its address, and the heads of the requests it heard."""

    origin: str
    heads: list[bytes] = Factory(list[bytes])


@asynccontextmanager
async def listening(answer: bytes = ANSWER) -> AsyncGenerator[Heard]:
    """A server, or a proxy, that gives every request the same answer."""
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
    heard = Heard(f"http://127.0.0.1:{listener.extra(anyio.abc.SocketAttribute.local_port)}")

    async def serve(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            heard.heads.append(
                await BufferedByteReceiveStream(stream).receive_until(b"\r\n\r\n", 65_536)
            )
            await stream.send(answer)

    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, serve)
        yield heard
        group.cancel_scope.cancel()


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
async def test_a_key_for_this_machine_does_not_go_to_a_proxy(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with listening() as proxy, listening() as api:
        monkeypatch.setenv(variable, proxy.origin)
        async with Gigstack(KEY, base_url=f"{api.origin}/v2", retries=RetryPolicy.none()) as gig:
            await gig.clients.get("x")
    assert proxy.heads == []
    assert f"Bearer {KEY}".encode() in api.heads[0]
