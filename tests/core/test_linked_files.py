"""Files in any wrapping, and those the API names by address."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    InvalidArgumentError,
    Replay,
    UnreadableReplyError,
)
from gigstack_api._core.decode import File
from gigstack_api._core.files import Link

from .stage import LOST, Answer, Api, answer, call, options, sender, thing

pytestmark = pytest.mark.anyio


PDF = call(thing(Replay.SAFE, method="GET", decode=File("a.pdf", "application/pdf", ("data.pdf",))))
ADDRESS = "https://files.test/a.pdf?signature=secret"


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(200, content=b"%PDF-", headers={"Content-Type": "application/pdf"}),
        httpx.Response(200, content=b"%PDF-"),
        httpx.Response(200, text="%PDF-"),
        answer({"pdf": "JVBERi0="}),
        answer({"pdf": "data:application/pdf;base64,JVBERi0="}),
    ],
)
async def test_a_file_comes_in_any_wrapping(reply: httpx.Response) -> None:
    file = (await sender(Api(reply)).perform(PDF, options())).value
    assert (file.content, file.file_name) == (b"%PDF-", "a.pdf")


async def test_a_linked_file_is_fetched_without_the_key() -> None:
    api = Api(answer({"pdf": ADDRESS}), httpx.Response(200, content=b"%PDF-", headers={"Content-Type": "application/x-pdf"}))
    response = await sender(api).perform(PDF, options(team="team_1"))
    assert (response.value.content, response.value.file_name, response.value.media_type) == (
        b"%PDF-",
        "a.pdf",
        "application/x-pdf",
    )
    assert str(api.requests[1].url) == ADDRESS
    assert "Authorization" not in api.requests[1].headers


@pytest.mark.parametrize(
    ("failure", "kind", "words"),
    [
        (httpx.Response(403, text="<Error/>"), APIError, "HTTP 403 Forbidden (http_403, GET //files.test)"),
        (LOST, DeliveryError, "the connection broke while waiting for the answer (download, GET //files.test)"),
        (httpx.ReadTimeout("x"), DeliveryTimeoutError, "no answer came in time (download, GET //files.test)"),
    ],
)
async def test_a_linked_file_that_does_not_come_is_an_error_without_its_address(
    failure: Answer, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as caught:
        await sender(Api(failure)).fetch(Link(ADDRESS, "a.pdf", "application/pdf"), timeout_s=5)
    assert str(caught.value) == words


@pytest.mark.parametrize("url", ["http://files.test/a.pdf", "https://", "http://files.test:port/"])
async def test_a_file_is_fetched_over_https_only(url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="a file is fetched over https only"):
        await sender(Api()).fetch(Link(url, "a.pdf", "application/pdf"), timeout_s=5)


async def test_a_file_of_this_machine_may_be_fetched_over_http() -> None:
    file = await sender(Api(httpx.Response(200, content=b"x"))).fetch(
        Link("http://localhost:1/a", "a.pdf", "application/pdf"), timeout_s=5
    )
    assert (file.content, file.media_type) == (b"x", "application/pdf")


async def test_an_answer_that_names_an_address_nobody_should_fetch_is_unreadable() -> None:
    with pytest.raises(UnreadableReplyError):
        await sender(Api(answer({"pdf": "http://files.test/a.pdf"}))).perform(PDF, options())


@pytest.mark.parametrize("failure", [LOST, httpx.Response(403, text="<Error/>")])
async def test_a_call_that_was_carried_out_never_reads_as_if_nothing_was_done(failure: Answer) -> None:
    with pytest.raises(UnreadableReplyError, match="the call was carried out, but the file its answer names"):
        await sender(Api(answer({"pdf": ADDRESS}), failure)).perform(PDF, options())
