"""Each line of the log has fields that tools can read, without personal data."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from gigstack_api import OutcomeUnknownError, RateLimitError, Replay, RetryPolicy
from gigstack_api._core.logs import write
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, RFC, Api, answer, client, options, refusal, sender
from tests.support.things import thing_call

ORDINARY = {*vars(logging.makeLogRecord({})), "message", "asctime"}
THINGS = {"operation": "things.do", "method": "GET", "route": "/things"}


def fields(record: logging.LogRecord) -> dict[str, Any]:
    """The fields of a record that logging itself does not set."""
    return {name: value for name, value in vars(record).items() if name not in ORDINARY}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the package logs, at any level."""
    caplog.set_level(logging.DEBUG, "gigstack_api")
    return caplog


@pytest.mark.anyio
async def test_attempts_and_retries_have_fields(log: pytest.LogCaptureFixture) -> None:
    api, clock = Api(refusal(503, headers={"Retry-After": "3"}), LOST, answer()), FakeClock()
    await sender(api, clock).perform(thing_call(Replay.SAFE), options())
    failed = {"status": 503, "error_type": "503"}
    assert [(record.levelname, fields(record)) for record in log.records] == [
        ("DEBUG", {**THINGS, "attempt": 1, **failed, "took_s": 0}),
        ("INFO", {**THINGS, "attempt": 1, **failed, "wait_s": 3}),
        ("DEBUG", {**THINGS, "attempt": 2, "error_type": "reply_lost", "took_s": 0}),
        ("INFO", {**THINGS, "attempt": 2, "error_type": "reply_lost", "wait_s": 1}),
        ("DEBUG", {**THINGS, "attempt": 3, "status": 200, "took_s": 0}),
    ]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("lost", "error_type"),
    [
        (httpx.ConnectError("no"), "not_sent"),
        (httpx.ReadTimeout("slow"), "timeout"),
        (LOST, "reply_lost"),
    ],
)
async def test_a_lost_attempt_says_how(
    log: pytest.LogCaptureFixture, lost: Exception, error_type: str
) -> None:
    await sender(Api(lost, answer()), FakeClock()).perform(thing_call(Replay.SAFE), options())
    assert fields(log.records[0])["error_type"] == error_type


@pytest.mark.anyio
async def test_a_wait_for_a_rate_limit_has_fields(log: pytest.LogCaptureFixture) -> None:
    shared = sender(Api(refusal(429, headers={"Retry-After": "5"}), answer()), FakeClock())
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
    await shared.perform(thing_call(Replay.SAFE), options())
    assert log.records[1].getMessage() == "things.do waits 5.00 s for the end of a rate limit"
    assert fields(log.records[1]) == {**THINGS, "wait_s": 5}


@pytest.mark.anyio
async def test_a_file_has_no_route(log: pytest.LogCaptureFixture) -> None:
    file = httpx.Response(200, content=b"%PDF-")
    await client(Api(file)).download("https://files.test/a.pdf?signature=secret")
    assert fields(log.records[0]).keys() == {"operation", "method", "attempt", "status", "took_s"}
    assert log.records[0].getMessage().startswith("GET //files.test, attempt 1: 200 in ")


@pytest.mark.anyio
async def test_no_field_holds_personal_data(log: pytest.LogCaptureFixture) -> None:
    gig = client(Api(LOST, LOST, answer({"id": "client_77"})))
    with pytest.raises(OutcomeUnknownError):
        await gig.clients.create(name="Juan Pérez", tax_id=RFC, email="juan@ejemplo.com")
    await gig.clients.get("client_77")
    said = " ".join(f"{record.getMessage()} {fields(record)}" for record in log.records)
    assert len(log.records) == 4
    for personal in ("client_77", RFC, "juan@ejemplo.com", "Juan"):
        assert personal not in said


def test_a_field_that_the_app_sets_itself_breaks_nothing(
    log: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    ordinary = logging.getLogRecordFactory()

    def with_operation(*values: Any, **more: Any) -> logging.LogRecord:
        record = ordinary(*values, **more)
        record.operation = "the app's own"
        return record

    logging.setLogRecordFactory(with_operation)
    request.addfinalizer(lambda: logging.setLogRecordFactory(ordinary))
    write(logging.INFO, "%s waits", "clients.get", fields={"operation": "clients.get"})
    assert [record.getMessage() for record in log.records] == ["clients.get waits"]
    assert fields(log.records[0]) == {"operation": "the app's own"}


def test_a_line_names_where_it_was_written(log: pytest.LogCaptureFixture) -> None:
    write(logging.INFO, "here", fields={})
    assert log.records[0].funcName == "test_a_line_names_where_it_was_written"
