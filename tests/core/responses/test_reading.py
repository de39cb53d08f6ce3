"""Reading an answer: its value, or an error that says what came instead of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from copy import deepcopy

import httpx
import pytest

from gigstack_api import (
    APIError,
    Drift,
    OutcomeUnknownError,
    Replay,
    ServerError,
    UnreadableReplyError,
)
from gigstack_api._core.operations.decoders import File, Nothing, Value
from gigstack_api._core.schema.fields import OBJECT
from gigstack_api._core.schema.objects import model
from tests.support.scripted_api import Api, answer, options, raw_answer, sender
from tests.support.things import Item, call, thing_call, thing_route

pytestmark = pytest.mark.anyio
DELETE = call(thing_route(Replay.IDEMPOTENT, method="DELETE", decode=Nothing()))
HTML = b"\n<!doctype HTML><html><body>Sign in</body></html>"
ITEM = call(thing_route(decode=Value(model(Item))))
PDF = call(
    thing_route(Replay.SAFE, method="GET", decode=File("a.pdf", "application/pdf", ("data.pdf",)))
)


class WithoutMemory(Value[Item], frozen=True):
    """A decoder for which there is no memory."""

    def read_plain(self, body: bytes, parse: Callable[[], object]) -> Item | None:
        return None

    def read(self, document: object) -> Item:
        raise MemoryError


async def test_an_answer_for_which_there_is_no_memory_is_kept() -> None:
    made = call(thing_route(Replay.ONCE, method="POST", decode=WithoutMemory(model(Item))))
    with pytest.raises(
        UnreadableReplyError, match="not enough memory to read the answer"
    ) as caught:
        await sender(Api(answer({"id": "made"}, status=201))).perform(made, options())
    assert (caught.value.status, b"made" in caught.value.body) == (201, True)


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (httpx.Response(200, html="<p>Sign in</p>"), "expected JSON, got text/html"),
        (httpx.Response(200, text="Sure"), "expected JSON, got text/plain"),
        (httpx.Response(200, content=b"%PDF-\xff"), "expected JSON, got no content type"),
        (
            httpx.Response(
                200, content=b'{"data": {"id"', headers={"Content-Type": "application/json"}
            ),
            "the answer is not valid JSON",
        ),
        (
            httpx.Response(200, content=b"\xff", headers={"Content-Type": "application/json"}),
            "the answer is not valid JSON",
        ),
        (
            httpx.Response(
                200, content=b"[" * 100_000, headers={"Content-Type": "application/json"}
            ),
            "the answer is nested deeper than 100 levels",
        ),
        (httpx.Response(200), "expected object at 'data'"),
        (httpx.Response(204), "expected object at 'data'"),
        (httpx.Response(200, json={"data": [1]}), "expected object at 'data'"),
    ],
)
async def test_an_answer_of_another_type_is_unreadable(reply: httpx.Response, message: str) -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        await sender(Api(reply)).perform(thing_call(Replay.ONCE), options())
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith(f"(http_{reply.status_code}, POST /things)")
    assert caught.value.body == reply.content


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(204),
        httpx.Response(200, text="OK"),
        httpx.Response(200, json={"deleted": True}),
    ],
)
async def test_a_call_without_a_result_accepts_any_answer(reply: httpx.Response) -> None:
    response = await sender(Api(reply)).perform(DELETE, options())
    assert response.value is None


async def test_the_response_keeps_status_headers_and_envelope() -> None:
    response = await sender(
        Api(answer({"id": 1}, status=201, headers={"X-Request-Id": "r1"}, message="Ok"))
    ).perform(thing_call(Replay.ONCE), options())
    assert (response.status, response.headers["x-request-id"], response.envelope) == (
        201,
        "r1",
        {"data": {"id": 1}, "message": "Ok"},
    )


async def test_success_false_with_200_is_an_error_and_not_retried() -> None:
    api = Api(
        httpx.Response(
            200, json={"success": False, "error": {"code": "database_error", "message": "No."}}
        )
    )
    with pytest.raises(ServerError, match=r"^No\. \(database_error, POST /things\)$"):
        await sender(api).perform(thing_call(Replay.ONCE), options())


async def test_redirects_are_not_followed() -> None:
    api = Api(httpx.Response(307, headers={"Location": "https://evil.test/"}))
    with pytest.raises(APIError, match="redirects are not followed") as caught:
        await sender(api).perform(thing_call(Replay.SAFE), options())
    assert caught.value.status == 307
    assert len(api.requests) == 1


def deep(levels: int) -> bytes:
    return b'{"data": {"id": ' + b"[" * levels + b"]" * levels + b"}}"


@pytest.mark.parametrize("levels", [150, 300, 900, 990, 100_000])
@pytest.mark.parametrize("strict", [True, False])
async def test_an_answer_nested_too_deep_is_unreadable(levels: int, strict: bool) -> None:
    reported: list[Drift] = []
    with pytest.raises(UnreadableReplyError, match="nested deeper than 100 levels") as caught:
        await sender(
            Api(raw_answer(deep(levels))), on_drift=reported.append, strict=strict
        ).perform(ITEM, options())
    assert caught.value.body == deep(levels)


async def test_the_deepest_value_that_is_read_can_be_copied() -> None:
    response = await sender(Api(raw_answer(deep(98))), on_drift=lambda drift: None).perform(
        ITEM, options()
    )
    value = response.value
    assert deepcopy(value) == value
    assert repr(value) + repr(response)
    assert value.to_dict() == response.envelope["data"]


@pytest.mark.parametrize(
    "media_type",
    [
        "text/html",
        "text/html, application/json",
        "application/pdf",
        "application/octet-stream",
        "\xff\xfe",
        ";;",
        "",
    ],
)
async def test_json_is_read_under_any_content_type(media_type: str) -> None:
    reported: list[Drift] = []
    reply = httpx.Response(
        200,
        content=b' \n{"data": {"id": "1"}}',
        headers=[(b"Content-Type", media_type.encode("latin-1"))],
    )
    response = await sender(Api(reply), on_drift=reported.append).perform(ITEM, options())
    assert response.value == Item(id="1")
    assert [(drift.path, drift.expected) for drift in reported] == [
        ("Content-Type", "application/json")
    ]


async def test_a_repeated_content_type_counts_once() -> None:
    label = "application/json; charset=utf-8, application/json"
    document = '{"data": {"id": "1"}}'.encode("utf-16")
    response = await sender(Api(raw_answer(document, label)), strict=True).perform(ITEM, options())
    assert response.value == Item(id="1")


async def test_a_refusal_is_read_under_any_content_type() -> None:
    refusal = b'{"error": {"code": "validation_failed", "message": "No."}}'
    with pytest.raises(APIError, match=r"^No\. \(validation_failed"):
        await sender(Api(raw_answer(refusal, "text/html", status=400))).perform(ITEM, options())


@pytest.mark.parametrize(
    "content", [HTML, b"\xef\xbb\xbf" + HTML.upper(), b'{"data": {"pdf": "JVBE', b"[cut"]
)
@pytest.mark.parametrize(
    "media_type", ["application/pdf", "application/octet-stream", "text/plain", None]
)
async def test_a_web_page_or_cut_json_is_not_a_file(content: bytes, media_type: str | None) -> None:
    with pytest.raises(UnreadableReplyError, match="expected a file, got a web page or JSON"):
        await sender(Api(raw_answer(content, media_type))).perform(PDF, options())


async def test_a_web_page_in_json_is_not_a_file() -> None:
    with pytest.raises(UnreadableReplyError, match="expected a file"):
        await sender(Api(answer({"pdf": HTML.decode()}))).perform(PDF, options())


async def test_a_part_of_a_file_is_unreadable() -> None:
    with pytest.raises(UnreadableReplyError, match=r"^the answer is only part of the file"):
        await sender(Api(raw_answer(b"%PDF-1.7 cut", "application/pdf", status=206))).perform(
            PDF, options()
        )


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", None])
async def test_a_web_page_does_not_confirm_a_delete(media_type: str | None) -> None:
    with pytest.raises(UnreadableReplyError, match="a web page"):
        await sender(Api(raw_answer(HTML, media_type))).perform(DELETE, options())


async def test_a_body_that_cannot_be_decompressed_leaves_nothing_open() -> None:
    def packed(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"not packed at all")
        )

    with pytest.raises(OutcomeUnknownError, match="could not be decompressed"):
        await sender(packed).perform(thing_call(Replay.ONCE), options())
    gc.collect()  # trio warns of generators that are still open


@pytest.mark.parametrize(
    "location",
    [b"", b"//", b"http://[::1", b"javascript:1", b"?" * 70_000, b"\xff", b"https://a b/"],
)
async def test_a_redirect_to_an_invalid_url_is_an_error(location: bytes) -> None:
    def redirect(request: httpx.Request) -> httpx.Response:
        return httpx.Response(303, headers=[(b"Location", location)])

    with pytest.raises(
        (APIError, OutcomeUnknownError), match=r"redirect|before the response was complete"
    ):
        await sender(redirect).perform(thing_call(Replay.ONCE), options())


async def test_odd_values_of_a_free_form_object_are_kept() -> None:
    response = await sender(Api(raw_answer(b'{"data": {"\\ud800": "\\u0000", "": NaN}}'))).perform(
        call(thing_route(decode=Value(OBJECT))), options()
    )
    assert list(response.value) == ["\ud800", ""]
