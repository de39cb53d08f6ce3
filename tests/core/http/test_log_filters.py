"""Our requests in the logs of the HTTP libraries, and the words for errors of the system."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from errno import ECONNREFUSED, ENETUNREACH

import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api._core.http.failures import os_error_text
from tests.support.scripted_api import KEY, RFC
from tests.support.tcp_server import Answering, response, tcp_server

PRIVATE = response(
    b'{"data": [{"id": "x"}], "has_more": false}',
    "Content-Type: application/json",
    "Connection: close",
    "Location: /a-secret-place",
    "Set-Cookie: session=a-secret-cookie",
)


@asynccontextmanager
async def api_with_private_headers() -> AsyncGenerator[str]:
    """The base URL of an API whose answers have private headers."""
    async with tcp_server(Answering(PRIVATE)) as base:
        yield base


@pytest.mark.anyio
@pytest.mark.parametrize("is_given", [True, False])
async def test_loggers_of_http_libraries_show_no_headers_and_no_url(
    caplog: pytest.LogCaptureFixture, is_given: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    given = httpx.AsyncClient() if is_given else None
    async with (
        api_with_private_headers() as base,
        Gigstack(KEY, base_url=base, http_client=given) as gig,
    ):
        await gig.clients.list(metadata={"rfc": RFC}).prefetch(2).collect()
        await gig.clients.list(extra_query={"rfc": RFC}).prefetch(2).collect()

    lines = [record.getMessage() for record in caplog.records if record.name.startswith("httpcore")]
    if given is not None:
        await given.aclose()
        assert "receive_response_headers.complete (hidden by gigstack_api)" in lines
        assert any(line.startswith("connect_tcp.started") for line in lines)
    for private in (KEY, RFC, "a-secret", "metadata"):
        assert private not in caplog.text


@pytest.mark.anyio
async def test_requests_of_others_are_logged_as_usual(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with api_with_private_headers() as base, httpx.AsyncClient() as other:
        await other.get(f"{base}/theirs?a=1")
    assert "/theirs?a=1" in caplog.text
    assert "a-secret-cookie" in caplog.text


def test_of_several_failed_addresses_the_first_reason_is_given() -> None:
    """And no address."""
    text = "[Errno %d] Connect call failed ('10.0.0.7', 443)"
    several = OSError(f"Multiple exceptions: {text % ECONNREFUSED}, {text % ENETUNREACH}")
    assert os_error_text(several) == os.strerror(ECONNREFUSED)
