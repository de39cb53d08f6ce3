"""No memory, no free file descriptor: an error of this package that says what to do."""

from __future__ import annotations

import zlib
from gzip import compress
from typing import Any

import httpx
import pytest

from gigstack_api import (
    DeliveryError,
    Gigstack,
    OutcomeUnknownError,
    RetryPolicy,
    UnreadableReplyError,
)
from gigstack_api._core.http.connecting import tls
from tests.support.descriptors import no_free_descriptor
from tests.support.scripted_api import KEY, Api, client
from tests.support.threaded_host import answer, host, own

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy.none()


@pytest.mark.parametrize("way", ["own connections", "http_client"])
async def test_without_a_free_descriptor_nothing_is_sent(way: str) -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with httpx.AsyncClient(trust_env=False) as given:
            http_client = given if way == "http_client" else None
            first = Gigstack(KEY, base_url=peer.url, http_client=http_client)
            await first.clients.create(name="Juan")  # which loads what it needs
            await first.aclose()
        async with httpx.AsyncClient(trust_env=False) as given:
            http_client = given if way == "http_client" else None
            async with Gigstack(
                KEY, base_url=peer.url, retries=ONCE, http_client=http_client
            ) as gig:
                with no_free_descriptor(), pytest.raises(DeliveryError) as caught:
                    await gig.clients.create(name="Juan")
                await gig.clients.create(name="Juan")
    assert "too many files are open: close some" in str(caught.value)
    assert "nothing was sent" in str(caught.value)
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert len(peer.heads) == 2


async def test_certificates_need_a_free_descriptor_too() -> None:
    tls.cache_clear()
    await client(Api(httpx.Response(200, json={"data": {}}))).clients.create(name="Juan")
    async with Gigstack(KEY, base_url="https://127.0.0.1:9", retries=ONCE) as gig:
        with pytest.raises(DeliveryError, match="Connection refused; nothing was sent"):
            await gig.clients.create(name="Juan")
        tls.cache_clear()
        with no_free_descriptor(), pytest.raises(DeliveryError, match="too many files are open"):
            await gig.clients.create(name="Juan")


async def test_no_memory_while_a_read_is_under_way_is_explained() -> None:
    def fail(_: httpx.Request) -> Any:
        raise MemoryError

    with pytest.raises(DeliveryError, match="there is not enough memory: ask for less at once"):
        await client(fail).clients.get("c")


async def test_an_answer_too_large_to_unpack_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: int) -> Any:
        raise MemoryError

    packed = answer(compress(b"{}"), "201 Created", "Content-Encoding: gzip")
    with host(lambda number, head: [packed]) as peer:
        async with Gigstack(KEY, base_url=peer.url, retries=ONCE) as gig:
            monkeypatch.setattr(zlib, "decompressobj", fail)
            with pytest.raises(UnreadableReplyError, match="max_answer_bytes") as caught:
                await gig.clients.create(name="Juan")
    assert caught.value.status == 201
