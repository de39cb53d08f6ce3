"""Which library makes our own connections, and what replaces it."""

from __future__ import annotations

import sys

import httpx
import pytest
import respx

from gigstack_api import ConfigurationError, Gigstack
from gigstack_api._core.http.httpx_backend import ClientConnections, ConnectionPool
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.transport import VARIABLE, make_connections

pytestmark = pytest.mark.anyio
PROXIES = ("https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY")
GET = Request("GET", "https://api.test/v2/clients?a=b", {"Authorization": "Bearer key"}, None)
POST = Request(
    "POST", "http://127.0.0.1:4010/v2/clients", {"Content-Type": "application/json"}, b'{"a":1}'
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_an_unknown_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "requests")
    with pytest.raises(
        ConfigurationError, match="GIGSTACK_API_HTTP must be httpx or aiohttp, not 'requests'"
    ):
        Gigstack("key")


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "aiohttp")
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "aiohttp", raising=False)
    with pytest.raises(ConfigurationError, match=r"pip install 'gigstack-api\[aiohttp\]'"):
        Gigstack("key")


@pytest.mark.parametrize(
    ("asked", "proxy", "made"),
    [
        (None, None, ConnectionPool),
        ("httpx", None, ConnectionPool),
        ("aiohttp", "http://127.0.0.1:9", ClientConnections),
    ],
)
async def test_httpx_is_used_unless_aiohttp_is_asked_for_and_can(
    monkeypatch: pytest.MonkeyPatch,
    asked: str | None,
    proxy: str | None,
    made: type[ConnectionPool] | type[ClientConnections],
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if asked:
        monkeypatch.setenv(VARIABLE, asked)
    if proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
    connections = make_connections(1)
    assert type(connections) is made
    await connections.aclose()


async def test_aiohttp_is_used_on_asyncio_only(
    monkeypatch: pytest.MonkeyPatch, anyio_backend: str
) -> None:
    monkeypatch.setenv(VARIABLE, "aiohttp")
    connections = make_connections(1)
    assert isinstance(connections, ConnectionPool) == (anyio_backend == "trio")
    await connections.aclose()
    assert connections.is_closed


@pytest.mark.usefixtures("on_httpx")
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "all_proxy"])
async def test_a_proxy_from_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    assert isinstance(make_connections(1), ConnectionPool)
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    proxied = make_connections(1)
    assert isinstance(proxied, ClientConnections)
    assert not proxied.is_closed
    lost = await proxied.exchange(GET, Progress(), 1.0)
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason.partition(":")[0]) == (False, "cannot connect")
    await proxied.aclose()
    assert proxied.is_closed


@pytest.mark.usefixtures("on_httpx")
@respx.mock
async def test_respx_replaces_our_own_connections() -> None:
    respx.post(POST.url).respond(201, json={"a": 2})
    connections = make_connections(1)
    for _ in range(2):
        reply = await connections.exchange(POST, Progress(), 1.0)
        assert isinstance(reply, Reply)
        assert (reply.status, reply.body) == (201, b'{"a":2}')
    await connections.aclose()


@pytest.mark.usefixtures("on_httpx")
async def test_a_patched_transport_of_httpx_replaces_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=str(request.url).encode())

    # as pytest-httpx does
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)
    connections = make_connections(1)
    reply = await connections.exchange(GET, Progress(), 1.0)
    assert isinstance(reply, Reply)
    assert reply.body.decode() == GET.url
    await connections.aclose()
