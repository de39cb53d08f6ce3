"""Whatever a transport, an event loop, a library or the environment raises, a call raises an error
of the package. Cancellation and the end of the program pass untouched.
"""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import sys
import threading
import traceback
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import anyio
import anyio.to_thread
import httpx
import pytest
import trio

from gigstack_api import (
    ConfigurationError,
    DeliveryError,
    Gigstack,
    GigstackError,
    OutcomeUnknownError,
    RetryPolicy,
)
from gigstack_api._core.http.connecting import tls
from gigstack_api._core.http.proxies import may_have_proxies, proxy_for
from gigstack_api._core.http.urls import Origin

from ..support.scripted_api import answer as scripted
from ..support.threaded_host import answer, host, own

KEY = "gs_test_very_secret"
RFC = "PEGJ800101ABC"
ERRORS: list[Exception] = [
    TypeError(f"unexpected keyword {KEY}"),
    RuntimeError(f"Event loop is closed {RFC}"),
    OSError(101, "Network is unreachable"),
    KeyError(KEY),
    UnicodeEncodeError("ascii", RFC, 0, 1, "ordinal not in range"),
    IndexError("list index out of range"),
    ImportError("socksio"),
    AttributeError("x"),
    ValueError(KEY),
    ssl.SSLError("x"),
    FileNotFoundError(2, "No such file"),
    StopAsyncIteration(),
    RecursionError("x"),
    MemoryError(),
    ExceptionGroup("several", [OSError("x"), ValueError(RFC)]),
    httpx.InvalidURL("x"),
    httpx.StreamError("x"),
    httpx.CookieConflict("x"),
]
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def by_type(error: BaseException) -> str:
    return type(error).__name__


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No proxy, and nothing kept of the certificates that a test names."""
    for name in (*PROXIES, "SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    tls.cache_clear()
    yield
    tls.cache_clear()


class Broken(httpx.AsyncBaseTransport):
    """A transport that raises something, at once or in the middle of an answer."""

    def __init__(self, error: BaseException, *, late: bool = False) -> None:
        self._error = error
        self._late = late

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not self._late:
            raise self._error
        return httpx.Response(200, stream=Breaking(self._error))


class Breaking(httpx.AsyncByteStream):
    """A body that breaks off with an error."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"data":'
        raise self._error


def over(transport: httpx.AsyncBaseTransport) -> Gigstack:
    return Gigstack(
        KEY,
        base_url="https://api.test/v2",
        retries=RetryPolicy.none(),
        http_client=httpx.AsyncClient(transport=transport),
    )


@pytest.mark.anyio
@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("error", ERRORS, ids=by_type)
async def test_an_error_of_a_transport_becomes_one_of_the_package(
    error: Exception, late: bool, tmp_path: Path
) -> None:
    gig = over(Broken(error, late=late))
    with pytest.raises(DeliveryError) as read:
        await gig.clients.get("c1")
    with pytest.raises(OutcomeUnknownError) as write:
        await gig.clients.create(name="Juan", tax_id=RFC)
    with pytest.raises(DeliveryError):
        await gig.download("https://files.test/a.pdf")
    with pytest.raises(DeliveryError):
        await gig.download_to("https://files.test/a.pdf", tmp_path / "a.pdf")
    assert not isinstance(read.value, OutcomeUnknownError)
    for caught in (read.value, write.value):
        text = "".join(traceback.format_exception(caught))
        assert KEY not in text
        assert RFC not in text


@pytest.mark.anyio
@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)], ids=by_type)
async def test_the_end_of_the_program_passes(error: BaseException) -> None:
    with pytest.raises(type(error)) as caught:
        await _alone(over(Broken(error)))
    assert caught.value is error


async def _alone(gig: Gigstack) -> None:
    """A call in a coroutine that is driven by hand: no event loop sees its end."""
    coroutine = gig.clients.get("c1").__await__()
    try:
        while True:
            coroutine.send(None)
    except StopIteration:
        return


@pytest.mark.anyio
async def test_cancellation_passes() -> None:
    class Silent(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await anyio.sleep_forever()
            raise AssertionError

    with anyio.move_on_after(0.01) as scope:
        await over(Silent()).clients.get("c1")
    assert scope.cancelled_caught


def test_cancellation_of_a_task_passes() -> None:
    async def main() -> None:
        with pytest.raises(asyncio.CancelledError):
            await over(Broken(asyncio.CancelledError())).clients.get("c1")

    asyncio.run(main())


@pytest.mark.anyio
async def test_an_unknown_error_is_named_with_the_place_it_came_from() -> None:
    with pytest.raises(DeliveryError, match=r"KeyError in test_foreign_errors\.py, line \d+"):
        await over(Broken(KeyError(KEY))).clients.get("c1")


@pytest.mark.parametrize("error", ERRORS, ids=by_type)
def test_an_error_before_connecting_means_nothing_was_sent(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def connect(*_: object, **__: object) -> None:
        raise error

    async def main() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "create_connection", connect)
        async with Gigstack(KEY, base_url="http://127.0.0.1:1", retries=RetryPolicy.none()) as gig:
            with pytest.raises(DeliveryError, match="nothing was sent") as caught:
                await gig.clients.create(name="Juan")
            assert not isinstance(caught.value, OutcomeUnknownError)

    asyncio.run(main())


@pytest.mark.anyio
@pytest.mark.parametrize(
    "base_url",
    ["https://api..gigstack.io/v2", f"https://{'a' * 64}.example/v2", "https://127.0.0.1:99999/v2"],
)
async def test_an_unreachable_address_is_an_error_of_the_package(
    base_url: str,
) -> None:
    with pytest.raises(GigstackError) as caught:
        async with Gigstack(KEY, base_url=base_url, retries=RetryPolicy.none()) as gig:
            await gig.clients.create(name="Juan")
    assert not isinstance(caught.value, OutcomeUnknownError)


@pytest.mark.anyio
async def test_a_failure_while_closing_does_not_reach_the_caller(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    close = httpx.AsyncHTTPTransport.aclose

    async def break_off(self: httpx.AsyncHTTPTransport) -> None:
        await close(self)
        raise OSError("broken")

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "aclose", break_off)
    with host(lambda number, head: [own(head)]) as peer:
        async with (
            Gigstack(KEY, base_url=peer.url) as gig,
            anyio.create_task_group() as group,
        ):
            for name in ("c1", "c2"):
                group.start_soon(gig.clients.get, name)


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of sockets whose event loop is over
@pytest.mark.parametrize("kind", ["read", "write", "file", "another gig"])
def test_a_given_client_is_refused_on_a_second_loop(kind: str, tmp_path: Path) -> None:
    status = "200 OK" if kind == "file" else "201 Created"
    with host(lambda number, head: [answer(status=status)]) as peer:
        _call_on_two_loops(kind, peer.url, tmp_path / "f")
        gc.collect()
    assert len(peer.heads) == 1


def _call_on_two_loops(kind: str, url: str, path: Path) -> None:
    given = httpx.AsyncClient()
    gig = Gigstack(KEY, base_url=url, http_client=given)

    async def call() -> None:
        if kind == "write":
            await gig.services.create(description="x", unit_price=1)
        elif kind == "file":
            await gig.download_to(f"{url}/f", path)
        else:
            await gig.clients.get("c1")

    asyncio.run(call())
    if kind == "another gig":
        gig = Gigstack(KEY, base_url=url, http_client=given)
    with pytest.raises(ConfigurationError, match="connections of another event loop"):
        asyncio.run(call())


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_given_client_on_two_loops_at_once_is_refused_on_one() -> None:
    with host(lambda number, head: [own(head)]) as peer:
        ended = _call_on_two_loops_at_once(peer.url)
        gc.collect()
    assert set(ended) == {None, ConfigurationError}
    assert len(peer.heads) == 1


def _call_on_two_loops_at_once(url: str) -> list[type[Exception] | None]:
    both = threading.Barrier(2)
    ended: list[type[Exception] | None] = []

    async def meet(request: httpx.Request) -> None:
        await anyio.to_thread.run_sync(both.wait)

    given = httpx.AsyncClient(event_hooks={"request": [meet]})
    gig = Gigstack(KEY, base_url=url, http_client=given)

    def work() -> None:
        try:
            asyncio.run(_get(gig))
            ended.append(None)
        except GigstackError as error:
            ended.append(type(error))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    return ended


async def _get(gig: Gigstack) -> None:
    assert (await gig.clients.get("c1")).id == "c1"


def test_a_given_client_without_connections_works_on_every_loop() -> None:
    given = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: scripted({"id": "c1"})))
    gig = Gigstack(KEY, base_url="https://api.test", http_client=given)

    asyncio.run(_get(gig))
    trio.run(_get, gig)
    asyncio.run(_get(gig))


@pytest.mark.parametrize(
    "given", [httpx.Client(), httpx.AsyncHTTPTransport(), "x"], ids=lambda one: type(one).__name__
)
def test_what_is_not_an_async_client_is_refused_by_its_name(given: object) -> None:
    with pytest.raises(ConfigurationError, match=r"http_client must be an httpx\.AsyncClient"):
        Gigstack(KEY, http_client=given)  # type: ignore[arg-type]  # the case


BAD_ENVIRONMENTS = [
    {"ALL_PROXY": "socks5://127.0.0.1:1"},
    {"HTTPS_PROXY": "ftp://user:hidden-word@127.0.0.1:1"},
    {"HTTPS_PROXY": "http://user:hidden-word@127.0.0.1:hidden-word"},
    {"SSL_CERT_FILE": "no-such-file.pem"},
    {"SSL_CERT_FILE": __file__},
    {"SSLKEYLOGFILE": "no-such-folder/keys"},
]


@pytest.mark.anyio
@pytest.mark.parametrize("environment", BAD_ENVIRONMENTS, ids=str)
async def test_an_environment_that_cannot_work_is_named(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    variable = next(iter(environment))
    texts: list[str] = []

    async def use() -> None:
        async with Gigstack(KEY, base_url="https://127.0.0.1:1/v2") as gig:
            for _ in range(2):
                with pytest.raises(ConfigurationError, match=variable) as caught:
                    await gig.clients.get("c1")
                texts.append("".join(traceback.format_exception(caught.value)))
                assert (caught.value.__cause__, caught.value.__context__) == (None, None)
                with pytest.raises(ConfigurationError, match=variable):
                    await gig.download_to("https://127.0.0.1:1/f", tmp_path / "f")
            raise KeyError("of the user")

    with pytest.raises(KeyError, match="of the user"):
        await use()
    assert "hidden-word" not in "".join(texts)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("no_proxy", "is_asked"),
    [
        ("", True),
        ("localhost,[::1]", True),
        ("fd07:b51a::/64", True),
        ("localhost\n10.0.0.1", True),
        ("files.test:444, *.other.test", True),
        ("*", False),
        ("localhost\napi.test", False),
        (".test", False),
        ("api.test:443,[::1]:8", False),
        ("https://api.test", False),
    ],
)
async def test_entries_of_no_proxy_are_heeded_or_ignored(
    no_proxy: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", no_proxy)
    monkeypatch.setenv("HTTPS_PROXY", "proxy.test:1")
    found = proxy_for(Origin("https", "api.test", 443, "api.test"))
    assert found == ("http://proxy.test:1" if is_asked else None)


def test_addresses_of_no_proxy_are_networks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:1")
    monkeypatch.setenv("NO_PROXY", "10.0.0.0/8,fd07:b51a::/64,[::1]")
    for name in ("10.1.2.3", "fd07:b51a::7", "::1"):
        assert proxy_for(Origin("https", name, 443, name)) is None
    assert proxy_for(Origin("https", "11.1.2.3", 443, "11.1.2.3"))
    assert proxy_for(Origin("http", "127.0.0.1", 80, "127.0.0.1")) is None


@pytest.mark.anyio
@pytest.mark.parametrize("mode", ["closes", "garbage", "refuses", "tunnel ends", "no TLS in it"])
async def test_a_proxy_that_fails_before_the_tunnel_means_not_sent(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tunnel(then: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        assert peer.last is not None
        peer.last.recv(65_536)  # the beginning of the handshake
        if then:
            yield then
        peer.last.shutdown(socket.SHUT_RDWR)

    said: dict[str, Iterable[bytes] | None] = {
        "closes": None,
        "garbage": [b"nonsense\r\n\r\n"],
        "refuses": [b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"],
        "tunnel ends": tunnel(then=b""),
        "no TLS in it": tunnel(then=b"no TLS"),
    }
    with host(lambda number, head: said[mode]) as peer:
        monkeypatch.setenv("HTTPS_PROXY", peer.url.removesuffix("/v2"))
        retries = RetryPolicy.none()
        async with Gigstack(KEY, base_url="https://api.test", retries=retries) as gig:
            with pytest.raises(DeliveryError, match="nothing was sent") as caught:
                await gig.services.create(description="x", unit_price=1)
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert [head.partition(b" ")[0] for head in peer.heads] == [b"CONNECT"]


@pytest.mark.anyio
async def test_plain_http_to_this_machine_reads_no_certificates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "no-such-file.pem")
    with host(lambda number, head: [own(head)]) as peer:
        async with Gigstack(KEY, base_url=peer.url) as gig:
            assert (await gig.clients.get("c1")).id == "c1"


@pytest.mark.anyio
async def test_a_row_of_many_has_the_error_of_its_call() -> None:
    gig = over(Broken(RuntimeError("x")))
    rows = [{"name": "Juan", "email": f"{number}@example.com"} for number in range(3)]
    results = [row async for row in gig.clients.upsert_many(rows, on="email")]
    assert [type(row.error).__name__ for row in results] == ["OutcomeUnknownError"] * 3


def test_a_request_and_its_key_are_not_kept_by_the_error() -> None:
    """As for any other loss: with its cause, the error would keep the request in reach."""

    async def main() -> BaseException:
        with pytest.raises(DeliveryError) as caught:
            await over(Broken(RuntimeError("x"))).clients.get("c1")
        return caught.value

    error: BaseException | None = asyncio.run(main())
    seen: list[BaseException] = []
    while error is not None:
        seen.append(error)
        error = error.__cause__ or error.__context__
    assert [type(link).__name__ for link in seen] == ["DeliveryError", "Lost"]


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"HOME"}, "linux", False),
        ({"HOME", "HTTPS_PROXY"}, "linux", True),
        ({"all_proxy"}, "linux", True),
        ({"HOME"}, "darwin", True),
        ({"HOME"}, "win32", True),
    ],
)
def test_proxies_are_only_looked_up_where_there_may_be_one(
    environment: set[str], platform: str, expected: bool
) -> None:
    assert may_have_proxies(environment, platform) is expected
