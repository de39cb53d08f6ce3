"""Odd answers: each is a value, with what was tolerated told, or an error that says what came."""

from __future__ import annotations

import gc
import json
import logging
from copy import deepcopy
from typing import Any

import httpx
import pytest

from gigstack_api import (
    APIError,
    Drift,
    OutcomeUnknownError,
    Page,
    PaginationError,
    Replay,
    ServerError,
    UnreadableReplyError,
)
from gigstack_api._core.http.messages import HEAD_BYTES, Lost, Reply, Request, Response
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.operations.decoders import File, Nothing, Value
from gigstack_api._core.responses.errors import to_error
from gigstack_api._core.schema.fields import NUMBER, OBJECT, array
from gigstack_api._core.schema.models import model

from .stage import Api, answer, call, client, listing, one, options, sender, thing
from .test_kinds import Item

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}
HTML = b"\n<!doctype HTML><html><body>Sign in</body></html>"
ITEM = call(thing(decode=Value(model(Item))))
NUMBERS = call(thing(decode=Value(array(NUMBER))))
DELETE = call(thing(Replay.IDEMPOTENT, method="DELETE", decode=Nothing()))
PDF = call(thing(Replay.SAFE, method="GET", decode=File("a.pdf", "application/pdf", ("data.pdf",))))


def deep(levels: int) -> bytes:
    return b'{"data": {"id": ' + b"[" * levels + b"]" * levels + b"}}"


def body(
    content: bytes, media_type: str | None = "application/json", *, status: int = 200
) -> httpx.Response:
    return httpx.Response(
        status,
        content=content,
        headers={"Content-Type": media_type} if media_type is not None else {},
    )


@pytest.mark.parametrize("levels", [150, 300, 900, 990, 100_000])
@pytest.mark.parametrize("strict", [True, False])
async def test_an_answer_nested_too_deep_is_unreadable_whoever_looks_at_it(
    levels: int, strict: bool
) -> None:
    told: list[Drift] = []
    with pytest.raises(UnreadableReplyError, match="nested deeper than 100 levels") as caught:
        await sender(Api(body(deep(levels))), on_drift=told.append, strict=strict).perform(
            ITEM, options()
        )
    assert caught.value.body == deep(levels)


async def test_the_deepest_value_that_is_read_can_be_used() -> None:
    response = await sender(Api(body(deep(98))), on_drift=lambda drift: None).perform(
        ITEM, options()
    )
    value = response.value
    assert deepcopy(value) == value
    assert repr(value) + repr(response)
    assert value.to_dict() == response.envelope["data"]


@pytest.mark.parametrize("content", [b"[" * 100_000, deep(900), b"9" * 5_000, b"\xff", b""])
def test_an_envelope_that_cannot_be_read_is_none(content: bytes) -> None:
    assert Response(200, {}, content, None).envelope is None


async def test_details_of_an_error_are_never_too_deep_to_print() -> None:
    refusal = (
        b'{"error": {"code": "bad", "message": "No.", "details": ' + b"[" * 900 + b"]" * 900 + b"}}"
    )
    with pytest.raises(APIError, match="HTTP 400 Bad Request") as caught:
        await sender(Api(body(refusal, status=400))).perform(ITEM, options())
    assert repr(vars(caught.value))


async def test_a_callback_that_raises_costs_no_value(caplog: pytest.LogCaptureFixture) -> None:
    def ill(drift: Drift) -> None:
        raise KeyError(drift.got)

    api = Api(answer({"id": 5, "use": "PEGJ800101ABC"}))
    with caplog.at_level(logging.WARNING, "gigstack_api"):
        response = await sender(api, on_drift=ill).perform(ITEM, options())
    assert response.value.id == 5
    assert caplog.messages == [
        "on_drift raised KeyError; the value is returned all the same (things.do)"
    ]


async def test_strict_raises_its_own_error_whatever_the_callback_does() -> None:
    def ill(drift: Drift) -> None:
        raise KeyError(drift.path)

    with pytest.raises(UnreadableReplyError, match="1 drift"):
        await sender(Api(answer({"id": 5})), on_drift=ill, strict=True).perform(ITEM, options())


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
async def test_json_is_read_whatever_it_is_called(media_type: str) -> None:
    told: list[Drift] = []
    reply = httpx.Response(
        200,
        content=b' \n{"data": {"id": "1"}}',
        headers=[(b"Content-Type", media_type.encode("latin-1"))],
    )
    response = await sender(Api(reply), on_drift=told.append).perform(ITEM, options())
    assert response.value == Item(id="1")
    assert [(drift.path, drift.expected) for drift in told] == [
        ("Content-Type", "application/json")
    ]


async def test_a_label_that_came_twice_is_one() -> None:
    label = "application/json; charset=utf-8, application/json"
    document = '{"data": {"id": "1"}}'.encode("utf-16")
    response = await sender(Api(body(document, label)), strict=True).perform(ITEM, options())
    assert response.value == Item(id="1")


async def test_a_refusal_is_read_whatever_it_is_called() -> None:
    refusal = b'{"error": {"code": "validation_failed", "message": "No."}}'
    with pytest.raises(APIError, match=r"^No\. \(validation_failed"):
        await sender(Api(body(refusal, "text/html", status=400))).perform(ITEM, options())


async def test_a_field_that_came_twice_is_told() -> None:
    told: list[Drift] = []
    reply = body(b'{"data": {"id": "1", "id": "2"}}')
    response = await sender(Api(reply), on_drift=told.append).perform(ITEM, options())
    assert response.value == Item(id="2")
    assert told == [Drift("things.do", "data.id", "one such field", 2)]


@pytest.mark.parametrize(
    ("envelope", "path"),
    [
        ({"success": "false"}, "success"),
        ({"success": 0}, "success"),
        ({"message": ["Ok"]}, "message"),
        ({"timestamp": {}}, "timestamp"),
    ],
)
@pytest.mark.parametrize("operation", [ITEM, DELETE, one(Replay.ONCE)])
async def test_an_odd_envelope_is_told(operation: Any, envelope: dict[str, Any], path: str) -> None:
    told: list[Drift] = []
    await sender(Api(answer({"id": "1"}, **envelope)), on_drift=told.append).perform(
        operation, options()
    )
    assert [drift.path for drift in told] == [path]


@pytest.mark.parametrize(
    ("envelope", "path"),
    [
        ({"has_more": "true", "next": "b"}, "has_more"),
        ({"has_more": True, "next": 7}, "next"),
        ({"next_cursor": ["b"]}, "next_cursor"),
        ({"total_results": "12"}, "total_results"),
        ({"page": True}, "page"),
        ({"per_page": 1.5}, "per_page"),
    ],
)
async def test_odd_paging_is_told(envelope: dict[str, Any], path: str) -> None:
    told: list[Drift] = []
    await sender(Api(answer([1], **envelope)), on_drift=told.append).perform(listing(), options())
    assert [drift.path for drift in told] == [path]


@pytest.mark.parametrize("cursor", [{"id": "b"}, ["b"], True, 7.5, "\ud800", "x" * 70_000])
async def test_a_list_does_not_end_silently_at_a_cursor_that_cannot_be_followed(
    cursor: object,
) -> None:
    gig = client(Api(body(json.dumps({"data": [1, 2], "next": cursor}).encode())))
    with pytest.raises(PaginationError, match="sends no cursor"):
        await gig.paginate(listing()).collect()


@pytest.mark.parametrize("cursor", [False, "", None])
async def test_a_list_ends_where_the_cursor_says_that_nothing_follows(cursor: object) -> None:
    assert await client(Api(answer([1, 2], next=cursor))).paginate(listing()).collect() == [1, 2]


@pytest.mark.parametrize(
    ("told", "meant"),
    [("true", True), ("False", False), (1, True), (0, False), ({}, None), ("maybe", None)],
)
async def test_a_page_reads_yes_and_no_in_every_spelling(told: object, meant: bool | None) -> None:
    page: Page[Any] = await client(Api(answer([1], has_more=told))).paginate(listing())
    assert page.has_more is meant


@pytest.mark.parametrize("text", ["1e400", "-1e400", "NaN", "Infinity"])
async def test_a_number_beyond_all_numbers_is_kept_and_told(text: str) -> None:
    told: list[Drift] = []
    api = Api(body(b'{"data": [%s]}' % text.encode()))
    response = await sender(api, on_drift=told.append).perform(NUMBERS, options())
    assert repr(response.value) in {"[inf]", "[-inf]", "[nan]"}
    assert [(drift.path, drift.expected) for drift in told] == [("data[0]", "number")]


async def test_a_whole_number_beyond_all_floats_is_a_number() -> None:
    told: list[Drift] = []
    api = Api(body(b'{"data": [' + b"9" * 400 + b"]}"))
    await sender(api, on_drift=told.append).perform(NUMBERS, options())
    assert told == []


@pytest.mark.parametrize(
    "content", [HTML, b"\xef\xbb\xbf" + HTML.upper(), b'{"data": {"pdf": "JVBE', b"[cut"]
)
@pytest.mark.parametrize(
    "media_type", ["application/pdf", "application/octet-stream", "text/plain", None]
)
async def test_a_web_page_or_cut_json_is_no_file(content: bytes, media_type: str | None) -> None:
    with pytest.raises(UnreadableReplyError, match="the answer"):
        await sender(Api(body(content, media_type))).perform(PDF, options())


async def test_a_web_page_in_json_is_no_file() -> None:
    with pytest.raises(UnreadableReplyError, match="holds no file"):
        await sender(Api(answer({"pdf": HTML.decode()}))).perform(PDF, options())


async def test_of_a_file_nothing_is_told() -> None:
    told: list[Drift] = []
    response = await sender(
        Api(body(b"%PDF-1.7", "application/pdf")), on_drift=told.append, strict=True
    ).perform(PDF, options())
    assert (response.value.content, told) == (b"%PDF-1.7", [])


async def test_of_an_empty_answer_nothing_is_told() -> None:
    told: list[Drift] = []
    await sender(Api(httpx.Response(204)), on_drift=told.append, strict=True).perform(
        DELETE, options()
    )
    assert told == []


async def test_a_part_of_a_file_is_no_file() -> None:
    with pytest.raises(UnreadableReplyError, match=r"\bthe answer holds only a part\b"):
        await sender(Api(body(b"%PDF-1.7 cut", "application/pdf", status=206))).perform(
            PDF, options()
        )


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", None])
async def test_a_web_page_confirms_nothing(media_type: str | None) -> None:
    with pytest.raises(UnreadableReplyError, match="a web page"):
        await sender(Api(body(HTML, media_type))).perform(DELETE, options())


async def test_an_error_holds_the_head_of_the_answer_but_does_not_show_it() -> None:
    page = HTML + b"PEGJ800101ABC" * 1_000
    error = to_error(Reply(502, {"content-type": "text/html"}, page), method="GET", path="/things")
    assert isinstance(error, ServerError)
    assert error.body == page[:HEAD_BYTES]
    assert "PEGJ" not in str(error) + repr(error)
    assert APIError("No.", status=400, method="GET", path="/").body == b""


async def test_the_text_of_an_error_can_be_printed_whatever_the_api_said() -> None:
    refusal = b'{"error": {"code": "validation_failed", "message": "\\ud800 No.", "details": ["\\udfff"]}}'
    error = to_error(Reply(400, {}, refusal), method="GET", path="/things")
    assert error is not None
    assert str(error) == "? No.: ? (validation_failed, GET /things)"
    assert error.message == "? No."


async def test_the_text_of_a_drift_can_be_printed_whatever_its_place_is_called() -> None:
    with pytest.raises(UnreadableReplyError, match=r"first at data\.\?: expected no such field"):
        await sender(Api(body(b'{"data": {"\\ud800": 1}}')), strict=True).perform(ITEM, options())


async def test_an_answer_that_cannot_be_unpacked_leaves_nothing_behind() -> None:
    def packed(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"not packed at all")
        )

    with pytest.raises(OutcomeUnknownError, match="could not be decompressed"):
        await sender(packed).perform(one(Replay.ONCE), options())
    gc.collect()  # trio warns of generators that it finds now


class HangsUp(httpx.AsyncBaseTransport):
    """Hangs up while the request is being sent, as httpcore tells it."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for _ in request.stream:
            raise httpx.WriteError("broken pipe")
        raise AssertionError("there was nothing to send")


async def test_a_request_that_was_cut_short_leaves_nothing_behind() -> None:
    transport = Transport(max_in_flight=1, http_client=httpx.AsyncClient(transport=HangsUp()))
    with pytest.raises(Lost, match="the connection broke while sending"):
        await transport.send(Request("POST", "https://api.test/", {}, b"{}"), timeout_s=5)
    gc.collect()


@pytest.mark.parametrize(
    "location",
    [b"", b"//", b"http://[::1", b"javascript:1", b"?" * 70_000, b"\xff", b"https://a b/"],
)
async def test_a_redirect_to_nowhere_is_no_crash(location: bytes) -> None:
    def redirect(request: httpx.Request) -> httpx.Response:
        return httpx.Response(303, headers=[(b"Location", location)])

    with pytest.raises(
        (APIError, OutcomeUnknownError), match=r"redirect|before the answer was complete"
    ):
        await sender(redirect).perform(one(Replay.ONCE), options())


async def test_an_odd_value_of_a_plain_object_is_kept() -> None:
    response = await sender(Api(body(b'{"data": {"\\ud800": "\\u0000", "": NaN}}'))).perform(
        call(thing(decode=Value(OBJECT))), options()
    )
    assert list(response.value) == ["\ud800", ""]
