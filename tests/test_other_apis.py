"""Clients of other APIs: their variables, base URL and kind of key."""

from __future__ import annotations

from base64 import b64encode

import httpx
import pytest

from gigstack_api import BaseClient, ConfigurationError, NotFoundError, RetryPolicy
from gigstack_api.core import (
    BASIC,
    STRING,
    Operation,
    Replay,
    Route,
    Value,
    key_in,
    operation,
)

KEY = "user:secret-of-the-user"
ROUTE: Route[str] = Route(
    name="things.get",
    method="GET",
    path="/things",
    decode=Value(STRING, ""),
    replay=Replay.SAFE,
    deadline_s=30,
)


class Things(BaseClient):
    """A client of an API that wants its key in a header."""

    _key_variable = "THINGS_API_KEY"
    _base_url_variable = "THINGS_BASE_URL"
    _default_base_url = "https://things.test"
    _auth = key_in("header", "X-Key")
    _needs_key = True


class Open(Things):
    """One that can do without a key, and whose spec names no server."""

    _default_base_url = ""
    _needs_key = False


class Recorder:
    """An API that keeps the requests."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.requests: list[httpx.Request] = []

    @property
    def http_client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        sent = request.headers.get("Authorization", "")
        return httpx.Response(self.status, json={"message": f"not for {sent}"} if sent else "text")


def call() -> Operation[str]:
    return operation(ROUTE)


def test_the_variables_are_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", "of-gigstack")
    with pytest.raises(ConfigurationError, match="no API key: set THINGS_API_KEY"):
        Things()
    monkeypatch.setenv("THINGS_API_KEY", "of-things")
    monkeypatch.setenv("THINGS_BASE_URL", "https://other.test/v1")
    assert "https://other.test/v1" in repr(Things())
    assert "https://passed.test" in repr(Things(base_url="https://passed.test"))


def test_a_client_without_an_address_has_to_be_given_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THINGS_BASE_URL", raising=False)
    with pytest.raises(ConfigurationError, match="no base URL: set THINGS_BASE_URL, or pass"):
        Open()


@pytest.mark.anyio
async def test_a_key_goes_into_its_header() -> None:
    api = Recorder()
    await Things("a-key", http_client=api.http_client).request(call())
    assert api.requests[0].headers["X-Key"] == "a-key"
    assert "Authorization" not in api.requests[0].headers


@pytest.mark.anyio
async def test_no_key_is_sent_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THINGS_API_KEY", raising=False)
    api = Recorder()
    client = Open(base_url="https://things.test", http_client=api.http_client)
    response = await client.request(call())
    assert "X-Key" not in api.requests[0].headers
    assert response.headers["content-type"] == "application/json"


@pytest.mark.anyio
async def test_a_user_and_a_password_are_hidden_in_errors() -> None:
    class Secured(Things):
        _auth = BASIC

    encoded = b64encode(KEY.encode()).decode()
    api = Recorder(404)
    client = Secured(KEY, http_client=api.http_client, retries=RetryPolicy.none())
    with pytest.raises(NotFoundError) as caught:
        await client.request(call())
    assert api.requests[0].headers["Authorization"] == f"Basic {encoded}"
    assert encoded not in f"{caught.value} {caught.value.body!r}"
