"""Proxies of the environment: none sees the key, and no log shows the password of one."""

from __future__ import annotations

import ssl
from contextlib import suppress

import anyio
import httpx
import pytest

from gigstack_api import (
    ConfigurationError,
    DeliveryError,
    DeliveryTimeoutError,
    Gigstack,
    OutcomeUnknownError,
    RetryPolicy,
)
from tests.support.scripted_api import KEY
from tests.support.tcp_server import Answering, Connection, read_request, tcp_server
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


VARIABLES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


ODD = [
    "http://user:pass-word@127.0.0.1:99999",
    "http://user:pass-word@",
    "http://user:pass-word@[::1",
    "http://user:pass-word@a b",
    "http://",
    "://x",
    "socks4://user:pass-word@x:1",
    "ftp://user:pass-word@x",
    "file:///etc/passwd",
    "http://x:port",
    "http:// x",
    "http://x\n",
    "127.0.0.1:99999",
]


@pytest.mark.parametrize("variable", VARIABLES[:4])
@pytest.mark.parametrize("value", ODD)
async def test_an_odd_proxy_is_an_error_that_names_its_variable(
    no_proxies: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    no_proxies.setenv(variable, value)
    async with Gigstack(KEY, base_url="https://api.example.invalid") as gig:
        for call in (gig.clients.get("c"), gig.download("https://files.example.invalid/a.pdf")):
            with pytest.raises(ConfigurationError, match=f"^{variable} must be a URL") as caught:
                await call
            assert "pass-word" not in f"{caught.value!r}"
            assert caught.value.__cause__ is None


@pytest.mark.parametrize("value", ["[", "a b,,;", "http://[::1", "*.", "1.2.3.4/99", ":", "/"])
async def test_odd_entries_of_no_proxy_change_nothing(
    no_proxies: pytest.MonkeyPatch, value: str
) -> None:
    proxy = Answering(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
    async with tcp_server(proxy) as url:
        no_proxies.setenv("HTTPS_PROXY", url)
        no_proxies.setenv("NO_PROXY", value)
        async with Gigstack(KEY, base_url="https://a.invalid", retries=RetryPolicy.none()) as gig:
            with pytest.raises(DeliveryError, match="nothing was sent"):
                await gig.clients.create(name="Juan")
    assert proxy.requests[0].startswith(b"CONNECT a.invalid:443 ")


TUNNELS = {
    "stalls": None,
    "drops": b"",
    "is cut": b"HTTP/1.1 2",
    "says nonsense": b"nonsense\r\n\r\n",
    "refuses": b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n",
    "wants a password": b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n",
    "fails": b"HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n",
    "answers itself": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    "opens and drops": b"HTTP/1.1 200 OK\r\n\r\n",
}


@pytest.mark.parametrize("way", ["environment", "http_client"])
@pytest.mark.parametrize("tunnel", TUNNELS)
async def test_a_write_is_not_sent_while_no_tunnel_opens(
    no_proxies: pytest.MonkeyPatch, tunnel: str, way: str
) -> None:
    said = TUNNELS[tunnel]
    asked: list[bytes] = []

    async def proxy(connection: Connection) -> None:
        asked.append(await read_request(connection))
        if said is None:
            await anyio.sleep_forever()
        else:
            await connection.send(said)

    retries = RetryPolicy(max_attempts=2, base_s=0, settle_s=0)
    async with tcp_server(proxy) as url, httpx.AsyncClient(proxy=url) as given:
        no_proxies.setenv("HTTPS_PROXY", url)
        async with Gigstack(
            KEY,
            base_url="https://a.invalid",
            retries=retries,
            timeout_s=0.3 if said is None else 5,
            http_client=given if way == "http_client" else None,
        ) as gig:
            with pytest.raises(DeliveryError, match="nothing was sent") as caught:
                await gig.clients.create(name="Juan")
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert isinstance(caught.value, DeliveryTimeoutError) is (said is None)
    assert len(asked) == (1 if said is None else 2)
    assert all(request.startswith(b"CONNECT ") for request in asked)
    assert KEY.encode() not in b"".join(asked)


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
