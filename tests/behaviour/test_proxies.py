"""Plain-HTTP calls to localhost bypass every proxy, so no proxy sees the key."""

from __future__ import annotations

import pytest

from gigstack_api import Gigstack, RetryPolicy
from tests.support.scripted_api import KEY
from tests.support.tcp_server import Answering, tcp_server

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
