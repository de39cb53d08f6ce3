"""The client: where its options come from, and its loops."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from gigstack_api import (
    ConfigurationError,
    Download,
    Gigstack,
    InvalidArgumentError,
)

from .stage import BASE, KEY, Api, answer, client, token


def test_without_a_key_the_error_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIGSTACK_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="GIGSTACK_API_KEY"):
        Gigstack()
    with pytest.raises(ConfigurationError, match="GIGSTACK_API_KEY"):
        Gigstack("")


def test_key_and_address_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", token({"livemode": True, "team": "team_1"}))
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", "http://localhost:4010/v2/")
    gig = Gigstack()
    assert (gig.livemode, gig.key_team) == (True, "team_1")
    assert repr(gig) == "Gigstack(base_url='http://localhost:4010/v2', mode='live', team=None)"
    monkeypatch.setenv("GIGSTACK_API_KEY", token({"livemode": False}))
    assert "api.test" in repr(Gigstack(base_url=BASE))


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ({"base_url": "http://api.gigstack.io/v2"}, ConfigurationError),
        ({"max_in_flight": 0}, ConfigurationError),
        ({"team": " "}, InvalidArgumentError),
        ({"timeout_s": 0}, InvalidArgumentError),
        ({"timeout_s": float("nan")}, InvalidArgumentError),
    ],
)
def test_a_client_that_cannot_work_is_refused(
    arguments: dict[str, Any], kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        Gigstack(KEY, **arguments)


def test_a_key_without_payload_says_nothing() -> None:
    gig = client(Api())
    assert (gig.livemode, gig.key_team) == (None, None)
    assert "mode='unknown'" in repr(gig)
    assert "mode='test'" in repr(client(Api(), api_key=token({"livemode": False})))


def test_one_client_serves_loop_after_loop() -> None:
    gig = client(lambda request: answer({"id": request.url.path}))

    async def main() -> str | None:
        async with gig as entered:
            assert entered is gig
            return (await gig.clients.get("a")).id

    for backend in ("asyncio", "asyncio", "trio", "asyncio"):
        assert anyio.run(main, backend=backend) == "/v2/clients/a"


@pytest.mark.anyio
async def test_a_client_works_without_async_with_and_can_be_closed_twice() -> None:
    gig = client(Api(answer({"id": "x"})))
    assert (await gig.clients.get("a")).id == "x"
    await gig.aclose()
    await gig.aclose()


@pytest.mark.anyio
async def test_an_address_is_downloaded_without_the_key() -> None:
    api = Api(httpx.Response(200, content=b"%PDF-", headers={"Content-Type": "application/pdf"}))
    file = await client(api).download("https://files.test/a.pdf", file_name="a.pdf")
    assert file == Download(b"%PDF-", "a.pdf", "application/pdf")
    assert "Authorization" not in api.requests[0].headers


@pytest.mark.anyio
async def test_a_text_that_is_a_file_needs_no_request() -> None:
    assert (
        await client(Api()).with_options(timeout_s=1).download("data:text/xml,<a/>")
    ).content == b"<a/>"


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["", "no file", "http://files.test/a.pdf", "data:application/pdf;base64,abc"]
)
async def test_what_is_no_file_is_refused(text: str) -> None:
    with pytest.raises(InvalidArgumentError):
        await client(Api()).download(text)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("timeout_s", "30"),  # as the environment has it
        ("timeout_s", True),
        ("max_in_flight", "8"),
        ("max_in_flight", 2.5),
        ("team", 5),
        ("retries", 3),
        ("base_url", 5),
    ],
)
def test_a_setting_of_another_type_is_refused_by_its_name(setting: str, value: Any) -> None:
    settings: dict[str, Any] = {setting: value}
    with pytest.raises(
        (InvalidArgumentError, ConfigurationError), match=f"^{setting} .*not {value!r}$"
    ):
        Gigstack(KEY, **settings)
