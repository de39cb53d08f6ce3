"""What a host sends beyond an answer is never read as the answer to the next call."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import Gigstack, GigstackError, OutcomeUnknownError, RetryPolicy

from ..support.threaded_host import OWN, Host, answer, host, own

pytestmark = pytest.mark.anyio

EVIL = answer(OWN % b"EVIL")
NAME = '{"success":true,"data":{"id":"Peña Núñez"}}'
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
LAST_CHUNK = b"%x\r\n%b\r\n0\r\n\r\n" % (len(OWN % b"c1"), OWN % b"c1")

TOO_MUCH = {
    "two answers": answer() + EVIL,
    "three answers": answer() + EVIL + EVIL,
    "a length in characters": answer(NAME.encode(), length=len(NAME)),
    "a body longer than its length": answer(OWN % b"c1" + EVIL, length=len(OWN % b"c1")),
    "an answer and a 408": answer() + answer(b"", "408 Request Timeout", "Connection: close"),
    "a refusal, sent twice": answer(b'{"success":false}', "500 X") * 2,
    "a line break": answer() + b"\r\n",
    "half an answer": answer() + EVIL[:20],
    "an answer behind the last chunk": CHUNKED + LAST_CHUNK + EVIL,
    "garbage behind the last chunk": CHUNKED + LAST_CHUNK + b"garbage",
    "a 204 with a body": b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
    "a 204 with an answer behind it": b"HTTP/1.1 204 No Content\r\n\r\n" + EVIL,
}


@pytest.fixture(params=["own", "given"])
def connections(request: pytest.FixtureRequest) -> str:
    """Whose connections are used: our own, or those of a given client."""
    return str(request.param)


@asynccontextmanager
async def client_of(url: str, connections: str) -> AsyncGenerator[Gigstack, None]:
    """A client that repeats nothing."""
    options: dict[str, Any] = {"base_url": url, "timeout_s": 5, "retries": RetryPolicy.none()}
    if connections != "given":
        async with Gigstack("gs_test_x", **options) as gig:
            yield gig
        return
    async with httpx.AsyncClient() as given, Gigstack("k", http_client=given, **options) as gig:
        yield gig


async def got(gig: Gigstack, name: str, *, writes: bool) -> str:
    """The id that a call gives, or the name of its error."""
    try:
        if writes:
            return str((await gig.services.create(description=name, unit_price=1)).id)
        return str((await gig.clients.get(name)).id)
    except GigstackError as error:
        return type(error).__name__


@pytest.mark.parametrize("writes_then", [False, True])
@pytest.mark.parametrize("writes_first", [False, True])
@pytest.mark.parametrize("kind", TOO_MUCH)
async def test_the_next_call_gets_its_own_answer(
    connections: str, kind: str, writes_first: bool, writes_then: bool
) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [TOO_MUCH[kind] if number == 1 else own(head)]

    with host(respond) as peer:
        async with client_of(peer.url, connections) as gig:
            first = await got(gig, "c1", writes=writes_first)
            then = [await got(gig, f"c{number}", writes=writes_then) for number in (2, 3)]
    assert "EVIL" not in first
    assert then == (["services"] * 2 if writes_then else ["c2", "c3"])
    assert len(peer.heads) == 3


async def test_a_connection_without_leftovers_is_kept(connections: str) -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with client_of(peer.url, connections) as gig:
            assert [await got(gig, f"c{number}", writes=False) for number in range(4)] == [
                "c0",
                "c1",
                "c2",
                "c3",
            ]
    assert peer.connections == 1


async def test_bytes_on_an_idle_connection_answer_no_call(connections: str) -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with client_of(peer.url, connections) as gig:
            for number in range(3):
                assert await got(gig, f"c{number}", writes=False) == f"c{number}"
                await _say_uncalled(peer)
    assert len(peer.heads) == 3


async def _say_uncalled(peer: Host) -> None:
    """Sends an answer to no request, and gives the event loop a few turns to take it in."""
    peer.send(EVIL)
    for _ in range(5):
        await checkpoint()


async def test_an_answer_in_a_tls_record_of_its_own_answers_no_call(
    connections: str, encrypted: ssl.SSLContext
) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [own(head), EVIL]

    with host(respond, over=encrypted) as peer:
        async with client_of(peer.url, connections) as gig:
            assert [await got(gig, f"c{number}", writes=False) for number in range(4)] == [
                "c0",
                "c1",
                "c2",
                "c3",
            ]


async def test_a_hook_that_reads_the_answer_changes_nothing() -> None:
    async def read(response: httpx.Response) -> None:
        await response.aread()

    with host(lambda number, head: [own(head) + EVIL]) as peer:
        async with (
            httpx.AsyncClient(event_hooks={"response": [read]}) as given,
            Gigstack("k", base_url=peer.url, http_client=given) as gig,
        ):
            assert [await got(gig, f"c{number}", writes=False) for number in range(3)] == [
                "c0",
                "c1",
                "c2",
            ]


async def test_a_file_leaves_nothing_to_the_next_call(tmp_path: Path) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [answer(b"%PDF-1.4\n") + EVIL if number == 1 else own(head)]

    with host(respond) as peer:
        async with client_of(peer.url, "given") as gig:
            await gig.download_to(f"{peer.url}/file", tmp_path / "file")
            assert await got(gig, "c2", writes=False) == "c2"


async def test_no_write_becomes_unknown_by_an_answer_before_it(connections: str) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [answer(NAME.encode(), length=len(NAME)) if number == 1 else own(head)]

    with host(respond) as peer:
        async with client_of(peer.url, connections) as gig:
            await got(gig, "c1", writes=False)
            try:
                await gig.services.create(description="x", unit_price=1)
            except OutcomeUnknownError:
                pytest.fail("its own answer was not read")
