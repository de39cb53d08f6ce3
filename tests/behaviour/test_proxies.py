"""Proxies of the environment: none sees the key, and no log shows the password of one."""

from __future__ import annotations

import ssl
from contextlib import suppress

import anyio
import pytest

from gigstack_api import DeliveryError, Gigstack, RetryPolicy
from tests.support.scripted_api import KEY
from tests.support.tcp_server import Answering, Connection, tcp_server
from tests.support.threaded_host import host, own

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
async def test_a_key_for_localhost_does_not_go_to_a_proxy(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    proxy, api = Answering(), Answering()

    async with tcp_server(proxy) as proxy_url, tcp_server(api) as api_url:
        monkeypatch.setenv(variable, proxy_url)
        async with Gigstack(KEY, base_url=f"{api_url}/v2", retries=RetryPolicy.none()) as gig:
            await gig.clients.get("x")

    assert proxy.requests == []
    assert f"Bearer {KEY}".encode() in api.requests[0]


class SocksProxy:
    """A script that plays a SOCKS5 proxy with a user and a password (RFC 1928 and 1929)."""

    def __init__(self, *, takes_password: bool = True) -> None:
        self.logins: list[bytes] = []
        self.targets: list[bytes] = []
        self._takes_password = takes_password

    async def __call__(self, connection: Connection) -> None:
        await connection.receive()  # the methods it offers
        await connection.send(b"\x05\x02")
        self.logins.append(await connection.receive())
        await connection.send(b"\x01" + (b"\x00" if self._takes_password else b"\x01"))
        if not self._takes_password:
            return
        asked = await connection.receive()
        name, port = asked[5:-2], int.from_bytes(asked[-2:])
        self.targets.append(name)
        await connection.send(b"\x05\x00\x00\x01" + bytes(6))
        async with await anyio.connect_tcp(name.decode(), port) as host:
            await relay(connection, host)


async def relay(one: Connection, other: Connection) -> None:
    """Passes bytes on in both directions until one side ends."""

    async def pass_on(source: Connection, target: Connection) -> None:
        with suppress(anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError):
            while True:
                await target.send(await source.receive())
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(pass_on, one, other)
        group.start_soon(pass_on, other, one)


@pytest.mark.parametrize("takes_password", [True, False])
async def test_the_password_of_a_socks_proxy_is_in_no_log_line(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    encrypted: ssl.SSLContext,
    takes_password: bool,
) -> None:
    caplog.set_level(0)
    proxy = SocksProxy(takes_password=takes_password)
    with host(lambda number, head: [own(head)], over=encrypted) as peer:
        async with tcp_server(proxy) as origin:
            address = origin.removeprefix("http://")
            monkeypatch.setenv("ALL_PROXY", f"socks5://our-user:hidden-word@{address}")
            base_url = peer.url.replace("127.0.0.1", "localhost")
            async with Gigstack(KEY, base_url=base_url, retries=RetryPolicy.none()) as gig:
                if takes_password:
                    assert (await gig.clients.get("c1")).id == "c1"
                else:
                    with pytest.raises(DeliveryError, match="nothing was sent") as caught:
                        await gig.clients.get("c1")
                    assert "hidden-word" not in str(caught.value)
    assert proxy.logins == [b"\x01\x08our-user\x0bhidden-word"]
    assert proxy.targets == [b"localhost"] * takes_password
    if takes_password:
        assert [record for record in caplog.records if record.name.startswith("httpcore")]
    for record in caplog.records:
        assert "hidden-word" not in record.getMessage()
        assert KEY not in record.getMessage()
