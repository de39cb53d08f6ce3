"""The client: where its options come from, which it refuses, downloads, opening and closing."""

from __future__ import annotations

import asyncio
import pickle
from typing import Any

import anyio
import httpx
import pytest
import respx

from gigstack_api import ConfigurationError, Download, Gigstack, InvalidArgumentError
from tests.support.scripted_api import BASE, KEY, Api, answer, client, gigstack, token


@pytest.mark.parametrize("arguments", [(), ("",)])
def test_without_a_key_the_error_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.delenv("GIGSTACK_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="GIGSTACK_API_KEY"):
        Gigstack(*arguments)


@pytest.mark.parametrize(("livemode", "mode"), [(True, "live"), (False, "test")])
@pytest.mark.parametrize("origin", ["http://localhost:4010", "http://127.0.0.1:4010"])
def test_key_and_base_url_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, livemode: bool, mode: str, origin: str
) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", token({"livemode": livemode, "team": "team_1"}))
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", f"{origin}/v2/")
    gig = Gigstack()
    assert (gig.livemode, gig.key_team) == (livemode, "team_1")
    assert repr(gig) == f"Gigstack(base_url='{origin}/v2', mode='{mode}', team=None)"


def test_a_base_url_that_is_passed_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", "http://localhost:4010/v2/")
    assert "api.test" in repr(Gigstack(KEY, base_url=BASE))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"base_url": "http://api.gigstack.io/v2"}, ConfigurationError),
        ({"max_in_flight": 0}, ConfigurationError),
        ({"team": " "}, InvalidArgumentError),
        ({"timeout_s": 0}, InvalidArgumentError),
        ({"timeout_s": float("nan")}, InvalidArgumentError),
        ({"timeout_s": float("inf")}, InvalidArgumentError),
        ({"timeout_s": 10**400}, InvalidArgumentError),
        ({"base_url": "https://api..gigstack.io"}, ConfigurationError),
        ({"api_key": "two words"}, ConfigurationError),
        ({"api_key": "line\nbreak"}, ConfigurationError),
    ],
)
def test_an_option_with_an_impossible_value_is_refused(
    options: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        Gigstack(options.pop("api_key", KEY), **options)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("timeout_s", "30"),  # as the environment has it
        ("timeout_s", True),
        ("max_in_flight", "8"),
        ("max_in_flight", 2.5),
        ("max_in_flight", True),
        ("max_answer_bytes", True),
        ("on_drift", "print"),
        ("strict", "no"),
        ("decimals", 1),
        ("team", 5),
        ("retries", 3),
        ("base_url", 5),
    ],
)
def test_an_option_of_the_wrong_type_is_refused_by_its_name(option: str, value: Any) -> None:
    options: dict[str, Any] = {option: value}
    with pytest.raises(
        (InvalidArgumentError, ConfigurationError), match=f"^{option} .*not {value!r}$"
    ):
        Gigstack(KEY, **options)


@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.gigstack.io/v2",
        "ftp://127.0.0.1",
        "api.gigstack.io",
        "https://u:p@h/v2",
        "http://[::1",
        "",
    ],
)
def test_a_base_url_that_could_leak_the_key_is_refused(
    base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", "http://example.org")
    with pytest.raises(ConfigurationError, match="base_url"):
        Gigstack(KEY, base_url=base_url)


def test_a_key_without_a_payload_gives_no_mode_and_no_team() -> None:
    gig = client(Api())
    assert (gig.livemode, gig.key_team) == (None, None)
    assert "mode='unknown'" in repr(gig)
    assert "mode='test'" in repr(client(Api(), api_key=token({"livemode": False})))


def test_a_client_is_not_pickled_and_never_shows_its_key() -> None:
    gig = gigstack()
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(gig)
    assert KEY not in repr(gig) + repr(vars(gig))


@pytest.mark.anyio
async def test_a_url_is_downloaded_without_the_key() -> None:
    api = Api(httpx.Response(200, content=b"%PDF-", headers={"Content-Type": "application/pdf"}))
    file = await client(api).download("https://files.test/a.pdf", file_name="a.pdf")
    assert file == Download(b"%PDF-", "a.pdf", "application/pdf")
    assert "Authorization" not in api.requests[0].headers


@pytest.mark.anyio
async def test_a_text_that_is_a_file_needs_no_request() -> None:
    file = await client(Api()).with_options(timeout_s=1).download("data:text/xml,<a/>")
    assert file.content == b"<a/>"


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["", "no file", "http://files.test/a.pdf", "data:application/pdf;base64,abc"]
)
async def test_a_text_that_is_not_a_file_is_refused(text: str) -> None:
    with pytest.raises(InvalidArgumentError):
        await client(Api()).download(text)


def test_one_client_serves_one_loop_after_another() -> None:
    gig = client(lambda request: answer({"id": request.url.path}))

    async def main() -> str | None:
        async with gig as entered:
            assert entered is gig
            return (await gig.clients.get("a")).id

    for backend in ("asyncio", "asyncio", "trio", "asyncio"):
        assert anyio.run(main, backend=backend) == "/v2/clients/a"


def test_own_connections_serve_one_loop_after_another(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = Gigstack(KEY)

    async def once() -> str | None:
        async with gig:
            return (await gig.clients.get("c")).id

    ids = [asyncio.run(once()), asyncio.run(once()), anyio.run(once, backend="trio")]
    assert ids == ["c", "c", "c"]


@pytest.mark.anyio
async def test_a_client_works_without_async_with() -> None:
    gig = client(Api(answer({"id": "x"})))
    assert (await gig.clients.get("a")).id == "x"
    await gig.aclose()
    await gig.aclose()


@pytest.mark.anyio
async def test_the_http_client_of_the_user_is_not_closed() -> None:
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(lambda request: httpx.Response(200, json={"data": {}}))
    ) as http:
        async with gigstack(http_client=http) as gig:
            await gig.clients.get("c")
        assert not http.is_closed


@pytest.mark.anyio
async def test_a_closed_client_says_so_until_it_is_entered_again(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json={"data": {"id": "c"}})
    gig = Gigstack(KEY)
    await gig.aclose()
    await gig.aclose()
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.clients.get("c")

    async with gig:
        assert (await gig.clients.get("c")).id == "c"
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.for_team("team_1").clients.get("c")


@pytest.mark.anyio
async def test_closing_a_view_closes_its_client(api: respx.MockRouter) -> None:
    gig = Gigstack(KEY)
    await gig.for_team("team_1").aclose()
    with pytest.raises(ConfigurationError, match="this client is closed"):
        await gig.clients.get("c")
