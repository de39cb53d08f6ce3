"""The key and personal data appear in no error, traceback, log line or repr."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from typing import Any

import httpx
import pytest

from gigstack_api import (
    APIError,
    AuthenticationError,
    DeliveryError,
    Drift,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RetryPolicy,
    UnreadableReplyError,
)
from gigstack_api._core.schema.redaction import HIDDEN
from gigstack_api.operations.teams import upload_team_csd
from tests.support.scripted_api import KEY, LOST, RFC, Answer, Api, answer, client, refusal


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
async def test_a_key_that_is_sent_back_is_hidden_in_headers() -> None:
    headers = {"X-Echo": f"Authorization: Bearer {KEY}", "X-Request-Id": "req_1"}
    gig = client(Api(httpx.Response(401, json={}, headers=headers)))
    with pytest.raises(AuthenticationError) as caught:
        await gig.clients.get("client_1")
    assert caught.value.headers["x-echo"] == "Authorization: Bearer ***"
    assert caught.value.request_id == "req_1"


@pytest.mark.anyio
@pytest.mark.parametrize("failure", [refusal(401), LOST, httpx.Response(200, html="<p>")])
async def test_the_key_is_in_no_local_variable_of_a_traceback(failure: Answer) -> None:
    gig = client(Api(failure), retries=RetryPolicy.none())
    with pytest.raises((APIError, DeliveryError, UnreadableReplyError)) as caught:
        await gig.clients.create(name="Juan")
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    own = [frame for frame in frames.stack if "gigstack_api" in frame.filename]
    assert own
    assert KEY not in "".join(str(frame.locals) for frame in own)


@pytest.mark.anyio
async def test_an_unreadable_file_shows_no_key() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        await client(Api()).clients.upload_csf(file="no/such/file.pdf")
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert KEY not in "".join(str(frame.locals) for frame in frames.stack)


@pytest.mark.anyio
async def test_the_log_shows_attempts_without_values_or_the_key(
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
    lines = [record.getMessage() for record in caplog.records if record.name == "gigstack_api"]
    assert [text.partition(" in ")[0] for text in lines] == [
        "POST /clients, attempt 1: 502",
        "clients.create: status 502; attempt 2 of 4 follows",
        "POST /clients, attempt 2: the connection broke while waiting for a response",
        "clients.create: the connection broke while waiting for a response; attempt 3 of 4 follows",
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
async def test_an_error_holds_no_exception_of_an_http_library(failure: Answer) -> None:
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

    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    core = "".join(str(frame.locals) for frame in frames.stack if "_core" in frame.filename)
    assert core
    for private in (KEY, "a-certificate", "a-secret"):
        assert private not in core


def test_an_operation_prints_nothing_it_sends() -> None:
    call = upload_team_csd.build(
        RFC, cert=b"a-certificate", key=b"a-secret-key", keyPass="a-secret-word", team="team_1"
    )
    assert repr(call).startswith("Operation(route=teams.upload_csd, shown_path=")
    assert not any(secret in repr(call) for secret in ("a-certificate", "a-secret", "team_1"))


TOKEN = "portal-token-1234"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("data", "got", "shown"),
    [
        ({"url": {"token": TOKEN}}, HIDDEN, "***"),
        ({"url": [TOKEN]}, HIDDEN, "***"),
        ({"session_token": TOKEN}, HIDDEN, "***"),
        ({"expires_at": RFC}, RFC, "a string"),
        ({"owner_rfc": RFC}, RFC, "a string"),
    ],
)
async def test_a_drift_quotes_no_value_of_a_person(data: Any, got: object, shown: str) -> None:
    seen: list[Drift] = []
    gig = client(Api(answer(data)), on_drift=seen.append)
    await gig.clients.create_portal_token(id="x")
    (drift,) = seen
    assert (drift.got, drift.shown) == (got, shown)
    assert not any(secret in repr(drift) for secret in (TOKEN, RFC))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "data", [{"url": [TOKEN]}, {"expires_at": RFC}, {"id_number": RFC, "session_token": TOKEN}]
)
async def test_strict_mode_keeps_no_value_in_text_or_frames(data: Any) -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        await client(Api(answer(data)), strict=True).clients.create_portal_token(id="x")
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    core = "".join(str(frame.locals) for frame in shown.stack if "_core" in frame.filename)
    assert core
    assert not any(secret in f"{caught.value}{core}" for secret in (TOKEN, RFC))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "body",
    [
        f'{{"data": {{"url": "{TOKEN}"',
        f'"{TOKEN}"',
        f'{{"data": ["{TOKEN}"]}}',
        f'{{"data": "{TOKEN}"}}',
    ],
)
async def test_an_unreadable_answer_is_in_no_cause_or_traceback(body: str) -> None:
    reply = httpx.Response(200, content=body.encode(), headers={"Content-Type": "application/json"})
    with pytest.raises(UnreadableReplyError) as caught:
        await client(Api(reply)).clients.create_portal_token(id="x")
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert TOKEN not in "".join(traceback.format_exception(caught.value)) + repr(caught.value)
