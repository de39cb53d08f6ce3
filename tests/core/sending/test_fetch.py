"""Files in a response, in any encoding, and files that a response links to."""

from __future__ import annotations

from functools import partial

import anyio
import httpx
import pytest

from gigstack_api import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    InvalidArgumentError,
    RateLimitError,
    Replay,
    RetryPolicy,
    UnreadableReplyError,
)
from gigstack_api._core.files.download import Download, Link
from gigstack_api._core.http.messages import Request
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.operations.decoders import File
from gigstack_api._core.operations.operation import operation
from gigstack_api._core.sending.fetch import fetch
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, Answer, Api, answer, options, sender, transport_to
from tests.support.things import call, thing_route

pytestmark = pytest.mark.anyio
PDF = call(
    thing_route(Replay.SAFE, method="GET", decode=File("a.pdf", "application/pdf", ("data.pdf",)))
)
ADDRESS = "https://files.test/a.pdf?signature=secret"
LINK = Link(ADDRESS, "a.pdf", "application/pdf")
WHOLE = httpx.Response(200, content=b"%PDF-")


async def fetched_once(transport: Transport) -> Download:
    return await fetch(
        LINK,
        transport,
        timeout_s=5,
        retries=RetryPolicy.none(),
        clock=FakeClock().clock,
        local=False,
    )


async def fetched(
    api: Api,
    link: Link = LINK,
    *,
    clock: FakeClock | None = None,
    retries: RetryPolicy | None = None,
    timeout_s: float = 5,
    local: bool = False,
) -> Download:
    return await fetch(
        link,
        transport_to(api),
        timeout_s=timeout_s,
        retries=retries or RetryPolicy(),
        clock=(clock or FakeClock()).clock,
        local=local,
    )


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
async def test_a_file_is_read_from_bytes_base64_and_data_urls(reply: httpx.Response) -> None:
    file = (await sender(Api(reply)).perform(PDF, options())).value
    assert (file.content, file.file_name) == (b"%PDF-", "a.pdf")


async def test_a_linked_file_is_fetched_without_the_key() -> None:
    api = Api(
        answer({"pdf": ADDRESS}),
        httpx.Response(200, content=b"%PDF-", headers={"Content-Type": "application/x-pdf"}),
    )
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
        (
            httpx.Response(403, text="<Error/>"),
            APIError,
            "HTTP 403 Forbidden (http_403, GET //files.test)",
        ),
        (
            LOST,
            DeliveryError,
            "the connection broke while waiting for a response (download, GET //files.test)",
        ),
        (
            httpx.ReadTimeout("x"),
            DeliveryTimeoutError,
            "timed out waiting for a response (download, GET //files.test)",
        ),
    ],
)
async def test_a_linked_file_that_fails_is_an_error_without_its_url(
    failure: Answer, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as caught:
        await fetched(Api(failure), retries=RetryPolicy.none())
    assert str(caught.value) == words


@pytest.mark.parametrize(
    ("answers", "slept"),
    [
        ([LOST, WHOLE], [0.5]),
        (
            [httpx.ConnectError("x"), httpx.Response(503), httpx.Response(500), WHOLE],
            [0.5, 1.0, 2.0],
        ),
        ([httpx.Response(429, headers={"Retry-After": "3"}), WHOLE], [3.0]),
    ],
)
async def test_a_linked_file_that_fails_is_retried(
    answers: list[Answer], slept: list[float]
) -> None:
    clock = FakeClock()
    assert (await fetched(Api(*answers), clock=clock)).content == b"%PDF-"
    assert clock.slept == slept


@pytest.mark.parametrize(
    ("answers", "kind", "timeout_s"),
    [
        ([httpx.Response(503)] * 4, APIError, 90),
        ([LOST] * 4, DeliveryError, 90),
        ([LOST] * 2, DeliveryError, 1.4),
    ],
)
async def test_retries_end_with_the_attempts_and_the_deadline(
    answers: list[Answer], kind: type[Exception], timeout_s: float
) -> None:
    api = Api(*answers)
    with pytest.raises(kind):
        await fetched(api, timeout_s=timeout_s)
    assert not api.answers


async def test_a_429_of_a_file_host_does_not_narrow_calls_of_the_api() -> None:
    both = anyio.Event()
    waiting: list[str] = []

    async def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host == "files.test":
            return httpx.Response(429)
        waiting.append(request.url.path)
        if len(waiting) == 2:
            both.set()
        await both.wait()
        return answer({})

    transport = transport_to(handler, most=2)
    with pytest.raises(RateLimitError):
        await fetched_once(transport)

    with anyio.fail_after(5):
        async with anyio.create_task_group() as group:
            for name in "ab":
                request = Request("GET", f"https://api.test/{name}", {}, None)
                group.start_soon(partial(transport.send, request, timeout_s=5))

    assert sorted(waiting) == ["/a", "/b"]


@pytest.mark.parametrize("url", ["http://files.test/a.pdf", "https://", "http://files.test:port/"])
async def test_a_file_is_fetched_over_https_only(url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="files are fetched over https only"):
        await fetched(Api(), Link(url, "a.pdf", "application/pdf"))


async def test_a_file_on_localhost_may_be_fetched_over_http() -> None:
    file = await fetched(
        Api(httpx.Response(200, content=b"%PDF-")),
        Link("http://localhost:1/a", "a.pdf", "application/pdf"),
        local=True,
    )
    assert (file.content, file.media_type) == (b"%PDF-", "application/pdf")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"",
        b"<!doctype html><title>Sign in</title>",
        b"<Error><Code>AccessDenied</Code></Error>",
    ],
)
async def test_a_file_of_another_type_is_unreadable(content: bytes) -> None:
    api = Api(httpx.Response(200, content=content, headers={"Content-Type": "application/pdf"}))
    with pytest.raises(
        UnreadableReplyError,
        match=r"^the host did not send the promised file \(http_200, GET //files.test\)$",
    ) as caught:
        await fetched(api)
    assert caught.value.body == content


async def test_a_file_larger_than_an_answer_may_be_is_unreadable() -> None:
    host = httpx.AsyncClient(transport=httpx.MockTransport(Api(WHOLE)))
    transport = Transport(max_in_flight=1, http_client=host, max_answer_bytes=3)
    with pytest.raises(UnreadableReplyError, match="max_answer_bytes"):
        await fetched_once(transport)


async def test_a_web_page_is_not_a_file_of_any_type() -> None:
    with pytest.raises(UnreadableReplyError, match="the host did not send the promised file"):
        await fetched(
            Api(httpx.Response(200, html="<html>Sign in</html>")),
            Link(ADDRESS, "a", "application/octet-stream"),
        )


async def test_a_206_without_a_range_request_is_unreadable() -> None:
    part = httpx.Response(206, content=b"%PDF-1.7", headers={"Content-Range": "bytes 0-7/900"})
    with pytest.raises(UnreadableReplyError, match="the host did not send the promised file"):
        await fetched(Api(part))


@pytest.mark.parametrize(
    ("said", "promised", "called"),
    [
        ("application/octet-stream", "application/pdf", "application/pdf"),
        ("text/plain", "application/pdf", "application/pdf"),
        ("application/zip", "application/pdf", "application/pdf"),
        ("", "application/pdf", "application/pdf"),
        ("application/x-pdf", "application/pdf", "application/x-pdf"),
        ("application/pdf", "application/octet-stream", "application/pdf"),
        ("", "application/octet-stream", "application/octet-stream"),
    ],
)
async def test_the_media_type_of_the_host_counts_if_it_fits(
    said: str, promised: str, called: str
) -> None:
    api = Api(httpx.Response(200, content=b"%PDF-", headers={"Content-Type": said}))
    file = await fetched(api, Link(ADDRESS, "a.pdf", promised))
    assert file.media_type == called


async def test_a_linked_xml_has_the_uuid_of_its_call() -> None:
    xml = thing_route(
        Replay.SAFE,
        method="GET",
        path="/things/{uuid}",
        decode=File("{uuid}.xml", "application/xml", ("data",)),
    )
    api = Api(answer(ADDRESS), httpx.Response(200, content=b"<a/>"))
    file = (await sender(api).perform(operation(xml, "U-1"), options())).value
    assert (file.file_name, file.media_type, file.uuid) == ("U-1.xml", "application/xml", "U-1")


async def test_a_link_over_plain_http_is_unreadable() -> None:
    with pytest.raises(UnreadableReplyError):
        await sender(Api(answer({"pdf": "http://files.test/a.pdf"}))).perform(PDF, options())


@pytest.mark.parametrize(
    "failure", [LOST, httpx.Response(403, text="<Error/>"), httpx.Response(200, text="<Error/>")]
)
async def test_a_failed_link_says_that_the_call_was_carried_out(failure: Answer) -> None:
    with pytest.raises(UnreadableReplyError, match="the call was carried out, but its file"):
        await sender(Api(answer({"pdf": ADDRESS}), failure)).perform(
            PDF, options(RetryPolicy.none())
        )
