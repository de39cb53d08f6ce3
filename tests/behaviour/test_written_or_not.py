"""What fails before a byte of a request left is told as never sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from gigstack_api import (
    DeliveryError,
    Gigstack,
    InvalidArgumentError,
    OutcomeUnknownError,
    RetryPolicy,
)
from tests.support.scripted_api import KEY, Api, answer, client
from tests.support.tcp_server import Answering, tcp_server

pytestmark = pytest.mark.anyio

BLANK = [" ", " k", "k ", "\t", "k\r\nX: 1", "k\x00", "k\x7f", "ñ", "漢", "k\u2028"]


@pytest.mark.parametrize("key", BLANK)
async def test_a_key_that_no_header_can_hold_is_refused(key: str) -> None:
    script = Answering()
    async with (
        tcp_server(script) as url,
        Gigstack(KEY, base_url=url, retries=RetryPolicy.none()) as gig,
    ):
        await gig.auth.signup(email="a@b.mx", name="x", plan_id="free", idempotency_key="good")
        with pytest.raises(InvalidArgumentError, match="Idempotency-Key must be"):
            await gig.auth.signup(email="a@b.mx", name="x", plan_id="free", idempotency_key=key)
        await gig.auth.signup(email="a@b.mx", name="x", plan_id="free", idempotency_key="good")
    assert (len(script.requests), script.connections) == (2, 1)


@pytest.mark.parametrize("key", ["", " ", "\t\n"])
async def test_a_blank_key_of_a_body_is_refused(key: str) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError, match="idempotency_key must not be blank"):
        await client(api).receipts.create(client={}, items=[], idempotency_key=key)
    assert api.requests == []


async def signup(gig: Gigstack) -> object:
    return await gig.clients.create(name="Juan")


WRONG: list[dict[str, Any]] = [
    {"headers": {"X-Corp": "a\nb"}},
    {"headers": {"X Corp": "a"}},
    {"headers": [(b"X-Corp", b"a\0b")]},
]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("call", [signup])
async def test_a_header_that_httpx_cannot_write_means_not_sent(
    wrong: dict[str, Any], call: Callable[[Gigstack], Awaitable[object]]
) -> None:
    script = Answering()
    async with tcp_server(script) as url, httpx.AsyncClient(trust_env=False) as given:
        gig = Gigstack(KEY, base_url=url, http_client=given, retries=RetryPolicy.none())
        await call(gig)
        given.headers = httpx.Headers(wrong["headers"])
        with pytest.raises(DeliveryError, match="nothing was sent") as caught:
            await call(gig)
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert len(script.requests) == 1


async def test_a_file_is_fetched_without_defaults_of_a_client(tmp_path: Any) -> None:
    api = Api(
        answer({}),
        httpx.Response(200, content=b"%PDF-1.7 %%EOF"),
        httpx.Response(200, content=b"%PDF-1.7 %%EOF"),
    )
    given = httpx.AsyncClient(
        transport=httpx.MockTransport(api),
        headers={"X-Corp": "secret"},
        cookies={"session": "secret"},
        auth=("user", "secret"),
        params={"corp": "secret"},
    )
    gig = Gigstack(KEY, base_url="https://api.test", http_client=given)
    await gig.clients.get("c")
    await gig.download("https://files.test/a.pdf")
    await gig.download_to("https://files.test/a.pdf", tmp_path / "a.pdf")

    to_api, *to_files = api.requests
    assert to_api.headers["X-Corp"] == "secret"
    for request in to_files:
        assert {*request.headers} <= {"host", "user-agent", "accept", "accept-encoding"}
        assert str(request.url) == "https://files.test/a.pdf"
