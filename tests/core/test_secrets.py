"""The key and personal data are in no text that others may read."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import anyio.abc
import httpx
import pytest

from gigstack_api import (
    APIError,
    AuthenticationError,
    DeliveryError,
    Gigstack,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RetryPolicy,
    UnreadableReplyError,
)
from gigstack_api._generated.api.teams import upload_team_csd

from .loopback import read_request, server
from .stage import KEY, LOST, RFC, Answer, Api, answer, client, refusal


def test_the_key_is_in_no_text_of_the_client() -> None:
    gig = client(Api(), team="team_1")
    assert KEY not in f"{gig!r} {gig} {gig.for_team('team_2')!r} {gig.clients!r} {vars(gig)!r}"


@pytest.mark.parametrize("copied", [pickle.dumps, copy.deepcopy, copy.copy])
def test_a_client_is_not_pickled_or_copied(copied: Any) -> None:
    with pytest.raises(TypeError, match="cannot be pickled"):
        copied(client(Api()))


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (refusal(401, code="unauthorized"), AuthenticationError),
        (LOST, OutcomeUnknownError),
        (httpx.ConnectError("no"), DeliveryError),
        (httpx.Response(200, html=f"<p>{RFC}</p>"), UnreadableReplyError),
    ],
)
async def test_neither_key_nor_query_is_in_an_error_or_its_traceback(
    failure: Answer, kind: type[Exception]
) -> None:
    gig = client(Api(failure), retries=RetryPolicy.none())
    with pytest.raises(kind) as caught:
        await gig.clients.create(name="Juan", tax_id=RFC, extra_query={"rfc": RFC})
    text = (
        "".join(traceback.format_exception(caught.value))
        + repr(caught.value)
        + repr(vars(caught.value))
    )
    assert KEY not in text
    assert RFC not in "".join(traceback.format_exception(caught.value))


@pytest.mark.anyio
@pytest.mark.parametrize("failure", [refusal(401), LOST, httpx.Response(200, html="<p>")])
async def test_the_key_is_in_no_local_variable_that_a_traceback_shows(failure: Answer) -> None:
    gig = client(Api(failure), retries=RetryPolicy.none())
    with pytest.raises((APIError, DeliveryError, UnreadableReplyError)) as caught:
        await gig.clients.create(name="Juan")
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in told.stack if "gigstack_api" in frame.filename]
    assert ours
    assert KEY not in "".join(str(frame.locals) for frame in ours)


@pytest.mark.anyio
async def test_a_file_that_cannot_be_read_shows_no_key_either() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        await client(Api()).clients.upload_csf(file="no/such/file.pdf")
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert KEY not in "".join(str(frame.locals) for frame in told.stack)


@pytest.mark.anyio
async def test_the_log_tells_attempts_but_no_query_no_body_no_path_value_and_no_key(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger=httpx.__name__)
    caplog.set_level(logging.DEBUG, logger="gigstack_api")
    api = Api(
        refusal(502),
        LOST,
        answer({"id": "x", "tax_id": RFC}),
        answer([{"tax_id": RFC}]),
        answer({}),
    )
    gig = client(api)
    await gig.clients.upsert(on="tax_id", tax_id=RFC, email="juan@example.com")
    await gig.clients.list(metadata={"rfc": RFC})
    await gig.clients.get(RFC)
    ours = [record.getMessage() for record in caplog.records if record.name == "gigstack_api"]
    assert [text.partition(" in ")[0] for text in ours] == [
        "POST /clients, attempt 1: 502",
        "POST /clients, attempt 2: the connection broke while waiting for the answer",
        "POST /clients, attempt 3: 200",
        "GET /clients, attempt 1: 200",
        "GET /clients/{id}, attempt 1: 200",
    ]
    for secret in (KEY, RFC, "juan@example.com", "?", "api.test"):
        assert secret not in caplog.text


@pytest.mark.anyio
async def test_a_path_with_personal_data_is_shown_without_it() -> None:
    with pytest.raises(APIError) as caught:
        await client(Api(refusal(404))).sat_lists.check_rfc(RFC)
    assert RFC not in str(caught.value)
    assert caught.value.path.endswith("{rfc}")


HEAD = "HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n"
PRIVATE = "Location: /a-secret-place\r\nSet-Cookie: session=a-secret-cookie\r\n\r\n"


@asynccontextmanager
async def telling() -> AsyncGenerator[str]:
    """The base URL of an API whose answers have private headers."""

    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)
        body = '{"data": [{"id": "x"}], "has_more": false}'
        await stream.send((HEAD.format(status=200, length=len(body)) + PRIVATE + body).encode())

    async with server(serve) as base:
        yield base


@pytest.mark.anyio
@pytest.mark.usefixtures("on_httpx")
@pytest.mark.parametrize("is_given", [True, False])
async def test_the_loggers_of_the_http_libraries_tell_no_header_and_no_address(
    caplog: pytest.LogCaptureFixture, is_given: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    given = httpx.AsyncClient() if is_given else None
    async with telling() as base, Gigstack(KEY, base_url=base, http_client=given) as gig:
        await gig.clients.list(metadata={"rfc": RFC}).prefetch(2).collect()
        await gig.clients.list(extra_query={"rfc": RFC}).prefetch(2).collect()
    if given is not None:
        await given.aclose()
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("httpcore")]
    assert "receive_response_headers.complete (hidden by gigstack_api)" in lines
    assert any(line.startswith("connect_tcp.started") for line in lines)
    for private in (KEY, RFC, "a-secret", "metadata"):
        assert private not in caplog.text


@pytest.mark.anyio
async def test_the_requests_of_others_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with telling() as base, httpx.AsyncClient() as other:
        await other.get(f"{base}/theirs?a=1")
    assert "/theirs?a=1" in caplog.text
    assert "a-secret-cookie" in caplog.text


@pytest.mark.anyio
@pytest.mark.parametrize(
    "failure",
    [
        LOST,
        httpx.ConnectError("no"),
        httpx.ReadTimeout("x"),
        httpx.RemoteProtocolError(f"illegal {RFC}"),
    ],
)
async def test_an_error_keeps_no_request_in_reach(failure: Answer) -> None:
    with pytest.raises(DeliveryError) as caught:
        await client(Api(failure), retries=RetryPolicy.none()).clients.create(
            name="Juan", tax_id=RFC
        )
    error: BaseException | None = caught.value
    while error is not None:
        assert type(error).__module__.startswith("gigstack_api")
        error = error.__cause__ or error.__context__


@pytest.mark.anyio
@pytest.mark.parametrize(
    "failure", [refusal(401), LOST, httpx.Response(200, html=f"<p>{RFC}"), httpx.Response(302)]
)
async def test_no_frame_of_the_core_shows_what_was_sent(failure: Answer) -> None:
    gig = client(Api(failure), retries=RetryPolicy.none())
    with pytest.raises(GigstackError) as caught:
        await gig.teams.upload_csd(
            RFC,
            cert=b"a-certificate",
            key=b"a-secret-key",
            keyPass="a-secret-word",
            extra_query={"a": RFC},
        )
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    core = "".join(str(frame.locals) for frame in told.stack if "_core" in frame.filename)
    assert core
    for private in (KEY, "a-certificate", "a-secret"):
        assert private not in core


def test_a_call_prints_nothing_of_what_it_sends() -> None:
    call = upload_team_csd.build(
        RFC, cert=b"a-certificate", key=b"a-secret-key", keyPass="a-secret-word", team="team_1"
    )
    assert repr(call).startswith("Operation(route=teams.upload_csd, shown_path=")
    assert not any(each in repr(call) for each in ("a-certificate", "a-secret", "team_1"))
