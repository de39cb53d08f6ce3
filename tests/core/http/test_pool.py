"""Which connections send: our own, or those of httpx for a proxy, a mock or a tracer."""

from __future__ import annotations

import functools
import gzip
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import respx

from gigstack_api import Gigstack
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.patches import Patches
from gigstack_api._core.http.pool import OwnConnections
from gigstack_api._core.http.transport import Transport
from tests.support.threaded_host import answer, host, own

pytestmark = pytest.mark.anyio
GET = Request("GET", "https://api.test/v2/clients?a=b", {"Authorization": "Bearer key"}, None)
httpcore = sys.modules.get("httpcore2") if httpx.__name__ == "httpx2" else sys.modules["httpcore"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


async def answered(request: Request = GET) -> bytes:
    connections = OwnConnections(1_000)
    try:
        reply = await connections.exchange(request, Progress(handed_over=True), 2)
        assert isinstance(reply, Reply), reply
        return reply.body
    finally:
        await connections.aclose()


class Wrapper:
    """An object in the place of a method that claims to be what it wraps, as those of wrapt."""

    def __init__(self, wrapped: Callable[..., Any], seen: list[str]) -> None:
        self._wrapped = wrapped
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._wrapped == other)

    def __hash__(self) -> int:
        return hash(self._wrapped)

    def __get__(self, instance: object, owner: type) -> Any:
        if instance is None:
            return self
        self._seen.append("seen")
        return self._wrapped.__get__(instance, owner)


PLACES = [
    (httpx.AsyncClient, "send"),
    (httpx.AsyncHTTPTransport, "handle_async_request"),
    (httpcore.AsyncConnectionPool, "handle_async_request"),  # type: ignore[union-attr]
]


@pytest.mark.parametrize("kind", ["function", "wraps", "object"])
@pytest.mark.parametrize(("place", "name"), PLACES, ids=lambda one: getattr(one, "__name__", one))
async def test_who_replaces_a_way_of_httpx_sees_the_requests(
    place: type, name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = getattr(place, name)
    seen: list[str] = []

    async def replaced(*args: Any, **options: Any) -> Any:
        seen.append("seen")
        return await method(*args, **options)

    with host(lambda number, head: [own(head)]) as peer:
        request = Request("GET", f"{peer.url}/c1", {}, None)
        connections = OwnConnections(1_000)
        for is_patched in (False, True, False):
            with monkeypatch.context() as patched:
                if is_patched:
                    wrapped = functools.wraps(method)(replaced)
                    by = {"function": replaced, "wraps": wrapped, "object": Wrapper(method, seen)}
                    patched.setattr(place, name, by[kind])
                reply = await connections.exchange(request, Progress(), 2)
            assert isinstance(reply, Reply)
            assert bool(seen) is is_patched
            seen.clear()
        await connections.aclose()


async def test_a_class_in_the_place_of_that_of_httpx_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Traced(httpx.AsyncClient):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)

    patches = Patches()
    assert not patches.found
    monkeypatch.setattr(httpx, "AsyncClient", Traced)
    assert patches.found


class ImportHook:
    """A finder of modules like those of ddtrace, New Relic and wrapt. It finds nothing."""

    __module__ = "wrapt.importer"

    @classmethod
    def find_spec(cls, *_: object) -> None:
        return


@pytest.mark.parametrize("hook", [ImportHook(), ImportHook], ids=["object", "class"])
async def test_httpx_is_loaded_for_a_tracer_that_waits_for_it(
    monkeypatch: pytest.MonkeyPatch, hook: object
) -> None:
    """ddtrace and New Relic patch a library at its import, which would never come."""
    monkeypatch.setattr(sys, "meta_path", [hook, *sys.meta_path])
    monkeypatch.delitem(sys.modules, "httpx")
    assert not Patches().found
    assert "httpx" in sys.modules


async def test_nothing_is_replaced_where_httpx_was_not_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "httpx")
    assert not Patches().found


@respx.mock
async def test_respx_answers_in_our_place() -> None:
    respx.get(GET.url).respond(201, json={"a": 2})
    for _ in range(2):
        assert await answered() == b'{"a":2}'


@respx.mock
async def test_respx_answers_a_client_that_was_in_use_before() -> None:
    respx.route(host="127.0.0.1").pass_through()
    respx.get("https://api.test/v2/clients/c1").respond(json={"data": {"id": "c1"}})
    with host(lambda number, head: [answer()]) as peer:
        async with Gigstack("k", base_url=peer.url) as gig:
            assert (await gig.clients.get("c1")).id == "c1"
    async with Gigstack("k", base_url="https://api.test/v2") as gig:
        assert (await gig.clients.get("c1")).id == "c1"


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "all_proxy"])
async def test_a_proxy_from_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    connections = OwnConnections(1_000)
    lost = await connections.exchange(GET, Progress(handed_over=True), 1.0)
    await connections.aclose()
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason.partition(":")[0]) == (False, "cannot connect")


async def test_an_httpx_client_of_ours_uses_each_connection_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    method = httpx.AsyncClient.send

    async def replaced(*args: Any, **options: Any) -> httpx.Response:
        return await method(*args, **options)

    monkeypatch.setattr(httpx.AsyncClient, "send", replaced)
    with host(lambda number, head: [own(head)]) as peer:
        async with Gigstack("k", base_url=peer.url) as gig:
            for number in range(3):
                assert (await gig.clients.get(f"c{number}")).id == f"c{number}"
    assert peer.connections == 3


@pytest.mark.parametrize(("most", "is_cut"), [(6_000_000, False), (1_000_000, True), (100, True)])
async def test_an_answer_of_httpx_is_limited_and_unpacked_too(most: int, is_cut: bool) -> None:
    packed = gzip.compress(bytes(5_000_000))
    named = "Content-Encoding: gzip"
    with host(lambda number, head: [answer(packed, "200 OK", named)]) as peer:
        async with httpx.AsyncClient() as given:
            transport = Transport(max_in_flight=1, http_client=given, max_answer_bytes=most)
            reply = await transport.send(Request("GET", peer.url, {}, None), timeout_s=5)
    assert reply.is_cut is is_cut
    assert len(reply.body) <= (2_048 if is_cut else 5_000_000)
