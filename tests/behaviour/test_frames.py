"""No frame of a traceback shows the key, a password or a key file, whichever library's it is."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from importlib import import_module
from random import Random
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from gigstack_api import ConfigurationError, Gigstack, GigstackError, RetryPolicy
from scripts.spec.model import Call, calls, load
from tests.stress.harness.canaries import SECRET, Canaries
from tests.support.scripted_api import KEY, LOST, Answer, Api, client, refusal
from tests.support.tcp_server import (
    Answering,
    Connection,
    json_response,
    tcp_server,
    tunnel_to,
)
from tests.support.tracebacks import error_chain, frame_variables, places_showing

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy.none()
PLAIN_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # reads no file of certificates
WORD = "a-secret-word"
CERT = b"\x30\x82\x03\x00\x30\x82\x02\x00\xa0\x03\x02\x01" + bytes(800)
KEY_FILE = b"\x30\x82\x02\x00\x30\x10\x06" + b"KEYFILE" * 20_000
SECRETS = (KEY, WORD, "KEYFILEKEYFILE")

Invoke = Callable[[Gigstack], Coroutine[Any, Any, object]]


def is_secret(schema: dict[str, Any]) -> bool:
    return schema.get("x-secret") is True


WITH_SECRETS = [
    call
    for call in calls(load())
    if any(map(is_secret, call.body.get("properties", {}).values()))
    or {*call.parameters("header")} - {"Idempotency-Key"}
]


def test_methods_with_secrets_are_known() -> None:
    assert {f"{call.tag}.{call.facts['method']}" for call in WITH_SECRETS} == {
        "auth.signup",
        "sat_download.upload_fiel",
        "teams.sign_manifest",
        "teams.upload_csd",
        "webhooks.create",
        "webhooks.update",
    }


def method_of(gig: Gigstack, call: Call) -> Callable[..., Awaitable[object]]:
    found: Callable[..., Awaitable[object]] = getattr(getattr(gig, call.tag), call.facts["method"])
    return found


@pytest.mark.parametrize("call", WITH_SECRETS, ids=lambda call: call.id)
@pytest.mark.parametrize(
    "failure",
    [refusal(400), refusal(500), LOST, httpx.Response(200, html="<p>"), httpx.ConnectError("no")],
)
async def test_no_error_of_a_method_that_takes_a_secret_shows_it(
    call: Call, failure: Answer
) -> None:
    path, keywords = Canaries(Random(1)).arguments(call)
    gig = client(Api(failure), retries=ONCE)
    with pytest.raises(GigstackError) as caught:
        await method_of(gig, call)(*path, **keywords)
    assert places_showing(caught.value, KEY, SECRET) == []


@pytest.mark.parametrize("call", WITH_SECRETS, ids=lambda call: call.id)
@pytest.mark.parametrize("wrong", [{"extra_query": {"a": object()}}, {"no_such_argument": 1}])
async def test_no_error_about_an_argument_shows_the_secrets_beside_it(
    call: Call, wrong: dict[str, Any]
) -> None:
    path, keywords = Canaries(Random(1)).arguments(call)
    build = import_module(f"gigstack_api.operations.{call.tag}.{call.id}").build
    with pytest.raises((GigstackError, TypeError)) as caught:
        build(*path, **keywords, **wrong)
    assert places_showing(caught.value, SECRET) == []

    with pytest.raises((GigstackError, TypeError)) as caught:
        await method_of(client(Api()), call)(*path, **keywords, **wrong)
    assert places_showing(caught.value, KEY, SECRET) == []


@pytest.mark.parametrize(
    "wrong", [{"timeout_s": -1}, {"base_url": "x"}, {"http_client": 1}, {"checks": "x"}, {"no": 1}]
)
def test_a_client_that_cannot_be_made_shows_no_key(wrong: dict[str, Any]) -> None:
    with pytest.raises((GigstackError, TypeError)) as caught:
        Gigstack(KEY, **wrong)
    assert places_showing(caught.value, KEY) == []
    with pytest.raises(ConfigurationError) as refused:
        Gigstack(f"{KEY} ")
    assert places_showing(refused.value, KEY) == []


def test_a_secret_in_a_frame_of_a_library_is_found() -> None:
    """The check itself: a planted leak, in the frame of a library."""
    with pytest.raises(httpx.InvalidURL) as caught:
        httpx.URL(f"https://x.test:{KEY}")
    assert places_showing(caught.value, KEY)
    group = ExceptionGroup("two", [ValueError("other"), caught.value])
    assert places_showing(group, KEY)


async def upload(gig: Gigstack) -> object:
    return await gig.teams.upload_csd("t", cert=CERT, key=KEY_FILE, keyPass=WORD)


async def read(gig: Gigstack) -> object:
    return await gig.clients.get("c")


async def read_slowly(connection: Connection) -> None:
    """A host that takes the beginning of a request, and nothing more."""
    await connection.receive(10)
    await anyio.sleep_forever()


@asynccontextmanager
async def gig_by(way: str, url: str) -> AsyncGenerator[Gigstack, None]:
    """A client with connections of its own, or with those of an httpx client."""
    if way == "own connections":
        async with Gigstack(KEY, base_url=f"{url}/v2", retries=ONCE) as gig:
            yield gig
        return
    async with httpx.AsyncClient(trust_env=False, verify=PLAIN_TLS) as given:
        yield Gigstack(KEY, base_url=f"{url}/v2", retries=ONCE, http_client=given)


WAYS = ("own connections", "http_client")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("invoke", [read, upload])
async def test_a_call_cancelled_anywhere_shows_no_secret(way: str, invoke: Invoke) -> None:
    found: dict[str, int] = {}
    frames = 0
    async with tcp_server(Answering()) as url:
        for steps in range(60):
            async with gig_by(way, url) as gig:
                error = await cancelled_after(steps, invoke, gig)
            for place in places_showing(error, *SECRETS) if error else ():
                found.setdefault(place, steps)
            frames += len(list(frame_variables(error))) if error else 0
    assert found == {}
    assert frames > 100


async def cancelled_after(steps: int, invoke: Invoke, gig: Gigstack) -> BaseException | None:
    """The error with which a call ends that is cancelled after some turns of the event loop."""
    ended: list[BaseException] = []

    async def work(scope: anyio.CancelScope) -> None:
        with scope:
            try:
                await invoke(gig)
            except BaseException as error:
                ended.append(error)
                raise

    async with anyio.create_task_group() as group:
        scope = anyio.CancelScope()
        group.start_soon(work, scope)
        for _ in range(steps):
            await anyio.lowlevel.checkpoint()
        scope.cancel()
    return ended[0] if ended else None


@pytest.mark.parametrize("way", WAYS)
async def test_a_timeout_of_the_user_shows_no_secret(way: str) -> None:
    async with tcp_server(read_slowly) as url, gig_by(way, url) as gig:
        with pytest.raises(TimeoutError) as caught:
            with anyio.fail_after(0.2):
                await upload(gig)
        assert places_showing(caught.value, *SECRETS) == []


async def both(first: Invoke, second: Invoke, gig: Gigstack) -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(first, gig)
        group.start_soon(second, gig)


@pytest.mark.parametrize("way", WAYS)
async def test_a_group_of_errors_shows_no_secret(way: str) -> None:
    answer = json_response(b'{"error": {"message": "no"}}', status=400)
    async with tcp_server(Answering(answer)) as url, gig_by(way, url) as gig:
        with pytest.raises(ExceptionGroup) as caught:
            await both(upload, read, gig)
    assert len(list(error_chain(caught.value))) > 1
    assert places_showing(caught.value, *SECRETS) == []


@pytest.mark.parametrize("invoke", [read, upload])
async def test_a_cancelled_call_through_a_proxy_shows_no_secret(
    invoke: Invoke, encrypted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    frames = 0
    async with tcp_server(tunnel_to(Answering(), encrypted)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        for steps in range(1, 90, 2):
            async with gig_by("own connections", "https://127.0.0.1") as gig:
                error = await cancelled_after(steps, invoke, gig)
            assert error is None or places_showing(error, *SECRETS) == []
            frames += len(list(frame_variables(error))) if error else 0
    assert frames > 100


async def test_frames_of_another_task_are_left_alone() -> None:
    """On trio, what the other task handles becomes the context of the cancellation."""
    steps: list[str] = []

    async def silent(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async def handle() -> None:
        try:
            await anyio.lowlevel.checkpoint()
            raise ValueError
        except ValueError:
            group.cancel_scope.cancel()
            with anyio.CancelScope(shield=True):
                await anyio.wait_all_tasks_blocked()
            steps.append("went on")

    async with anyio.create_task_group() as group:
        group.start_soon(client(silent).clients.get, "c")
        await anyio.wait_all_tasks_blocked()
        await handle()
    assert steps == ["went on"]
