"""Which library makes our own connections."""

from __future__ import annotations

import sys

import pytest

from gigstack_api import ConfigurationError, Gigstack
from gigstack_api._core.http.httpx_backend import ClientConnections, ConnectionPool
from gigstack_api._core.http.transport import VARIABLE, make_connections

PROXIES = ("https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_any_other_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "requests")
    with pytest.raises(
        ConfigurationError, match="GIGSTACK_API_HTTP must be httpx or aiohttp, not 'requests'"
    ):
        Gigstack("key")


def test_a_library_that_is_not_there_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "aiohttp")
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "aiohttp", raising=False)
    with pytest.raises(ConfigurationError, match=r"pip install 'gigstack-api\[aiohttp\]'"):
        Gigstack("key")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("asked", "proxy", "made"),
    [
        (None, None, "ConnectionPool"),
        ("httpx", None, "ConnectionPool"),
        ("aiohttp", "http://127.0.0.1:9", "ClientConnections"),
    ],
)
async def test_httpx_is_used_unless_aiohttp_is_asked_for_and_can_do_it(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, proxy: str | None, made: str
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if asked:
        monkeypatch.setenv(VARIABLE, asked)
    if proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
    connections = make_connections(1)
    assert type(connections).__name__ == made
    assert isinstance(connections, (ConnectionPool, ClientConnections))
    await connections.aclose()


@pytest.mark.anyio
async def test_aiohttp_is_used_on_asyncio_only(
    monkeypatch: pytest.MonkeyPatch, anyio_backend: str
) -> None:
    monkeypatch.setenv(VARIABLE, "aiohttp")
    connections = make_connections(1)
    assert isinstance(connections, ConnectionPool) == (anyio_backend == "trio")
    await connections.aclose()
    assert connections.is_closed
