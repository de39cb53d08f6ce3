"""Problem details: the right status for each error, and nothing private in the response."""

from __future__ import annotations

import copyreg
import logging
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

import gigstack_api
from gigstack_api import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    DeliveryError,
    DeliveryTimeoutError,
    FileNotSavedError,
    FiscalError,
    GigstackError,
    InvalidArgumentError,
    MultipleMatchesError,
    NotFoundError,
    OutcomeUnknownError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StampingError,
    UnreadableEventError,
    UnreadableReplyError,
    ValidationError,
    WebhookSignatureError,
    WrongFileError,
)
from gigstack_api.fastapi import GigstackDep, problem_handlers
from gigstack_api.fiscal.findings import Finding
from gigstack_api.sandbox import Fault, Sandbox

pytestmark = pytest.mark.anyio
PERSONAL = "PEGJ800101ABC of juan@ejemplo.com"


def refused(kind: type[APIError], status: int, code: str = "a_code") -> APIError:
    path = "/sat-lists/PEGJ800101ABC"
    return kind(
        PERSONAL,
        status=status,
        code=code,
        details=[PERSONAL],
        method="GET",
        path=path,
        body=PERSONAL.encode(),
    )


def lost(kind: type[DeliveryError]) -> DeliveryError:
    return kind(
        PERSONAL,
        operation="clients.create",
        method="POST",
        path="/clients",
        idempotency_key="key-PEGJ800101ABC",
    )


async def answer_to(error: Exception) -> httpx.Response:
    app = FastAPI(exception_handlers=problem_handlers)

    @app.get("/")
    async def fail() -> None:
        raise error

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        return await http.get("/")


CASES: list[tuple[GigstackError, int, str]] = [
    (refused(BadRequestError, 400), 400, "refused"),
    (refused(ValidationError, 422), 422, "invalid"),
    (refused(AuthenticationError, 401), 502, "upstream"),
    (refused(PermissionDeniedError, 403), 502, "upstream"),
    (refused(NotFoundError, 404), 404, "not-found"),
    (refused(ConflictError, 409), 409, "conflict"),
    (refused(MultipleMatchesError, 409), 409, "several-match"),
    (refused(RateLimitError, 429), 503, "busy"),
    (refused(ServerError, 500), 502, "upstream"),
    (refused(StampingError, 500), 422, "not-stamped"),
    (refused(APIError, 402), 502, "upstream"),
    (lost(DeliveryError), 503, "unreachable"),
    (lost(DeliveryTimeoutError), 504, "too-late"),
    (lost(OutcomeUnknownError), 504, "outcome-unknown"),
    (
        UnreadableReplyError(PERSONAL, status=200, method="GET", path="/", body=PERSONAL.encode()),
        502,
        "unusable-answer",
    ),
    (UnreadableEventError("the body is not JSON"), 400, "unreadable-event"),
    (WebhookSignatureError("the event is not signed"), 401, "bad-signature"),
    (PaginationError(PERSONAL), 502, "unusable-answer"),
    (WrongFileError(PERSONAL), 502, "unusable-answer"),
    (FileNotSavedError(PERSONAL), 500, "not-saved"),
    (GigstackError(PERSONAL), 502, "unusable-answer"),
    (
        FiscalError("invoices.create", [Finding("items[0]", "a_rule", "error", "mal", "wrong")]),
        422,
        "fiscal",
    ),
    (FileNotSavedError(PERSONAL), 500, "not-saved"),
    (InvalidArgumentError("wrong in our code"), 500, "internal"),
    (ConfigurationError("wrong in our code"), 500, "internal"),
]


@pytest.mark.parametrize(
    ("error", "status", "name"),
    CASES,
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_every_error_is_answered_with_its_problem(
    error: GigstackError, status: int, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await answer_to(error)
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (
        status,
        "application/problem+json",
    )
    assert (problem["type"], problem["status"]) == (f"urn:gigstack-api:{name}", status)
    assert problem["title"].endswith(".")
    assert len([record for record in caplog.records if record.name == "gigstack_api"]) == (
        status >= 500
    )
    for secret in ("PEGJ800101ABC", "juan@", "clients.create", "wrong in our code"):
        assert secret not in answer.text
    for secret in ("PEGJ800101ABC", "juan@"):
        assert secret not in caplog.text


def test_every_exported_error_has_a_case() -> None:
    exported = [getattr(gigstack_api, name) for name in dir(gigstack_api)]
    errors = {
        kind for kind in exported if isinstance(kind, type) and issubclass(kind, GigstackError)
    }
    tried = {type(error) for error, _, _ in CASES}
    assert errors == tried


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("validation_failed", True),
        ("PEGJ800101ABC", False),
        ("a@b.mx", False),
        ("x" * 41, False),
        ("http_400", False),
    ],
)
async def test_an_api_code_is_shown_if_it_is_a_word(code: str, shown: bool) -> None:
    problem = (await answer_to(refused(BadRequestError, 400, code))).json()
    assert (problem.get("code") == code) is shown


async def test_the_code_of_a_server_error_is_not_shown() -> None:
    assert (
        "code" not in (await answer_to(refused(AuthenticationError, 401, "invalid_token"))).json()
    )


async def test_a_code_that_is_not_a_word_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    await answer_to(refused(ServerError, 500, "PEGJ800101ABC\nERROR forged"))
    assert caplog.messages[-1] == "ServerError (500 None): answered with status 502"
    fields = vars(caplog.records[-1])
    assert (fields["status"], fields["error_type"]) == (502, "ServerError")


@pytest.mark.parametrize(("seconds", "header"), [(None, None), (0.2, "1"), (30.0, "30")])
async def test_a_rate_limit_sets_retry_after(seconds: float | None, header: str | None) -> None:
    error = refused(RateLimitError, 429)
    assert isinstance(error, RateLimitError)
    error.retry_after_s = seconds
    assert (await answer_to(error)).headers.get("retry-after") == header


async def test_fiscal_findings_are_listed() -> None:
    finding = Finding(
        "items[0].taxes[1]",
        "rate",
        "error",
        "La tasa no existe.",
        "There is no such rate.",
        "CFDI40179",
    )
    problem = (await answer_to(FiscalError("invoices.create", [finding]))).json()
    assert problem["findings"] == [
        {
            "path": "items[0].taxes[1]",
            "code": "rate",
            "severity": "error",
            "text_es": "La tasa no existe.",
            "text_en": "There is no such rate.",
            "sat": "CFDI40179",
        }
    ]


async def test_an_app_mistake_is_logged_with_its_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await answer_to(InvalidArgumentError("timeout_s must be more than 0"))
    (record,) = [record for record in caplog.records if record.name == "gigstack_api"]
    assert (record.levelno, record.exc_info is not None) == (logging.ERROR, True)
    assert "timeout_s must be more than 0" in caplog.text


async def test_the_cause_of_an_app_mistake_is_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    mistake = InvalidArgumentError("timeout_s must be more than 0")
    mistake.__context__ = refused(ConflictError, 409)
    await answer_to(mistake)
    assert "timeout_s must be more than 0" in caplog.text
    assert "PEGJ800101ABC" not in caplog.text


async def test_no_cause_is_logged_where_copies_keep_it(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library for pickling tracebacks, which Dask loads, makes copies keep it."""
    mistake = InvalidArgumentError("timeout_s must be more than 0")
    mistake.__context__ = mistake.__cause__ = refused(ConflictError, 409)

    def made_again(text: str, cause: Exception) -> InvalidArgumentError:
        again = InvalidArgumentError(text)
        again.__context__ = again.__cause__ = cause
        return again

    def reduce(error: InvalidArgumentError) -> tuple[Any, ...]:
        return made_again, (str(error), error.__cause__)

    monkeypatch.setitem(copyreg.dispatch_table, InvalidArgumentError, reduce)
    await answer_to(mistake)
    assert "timeout_s must be more than 0" in caplog.text
    assert "PEGJ800101ABC" not in caplog.text


async def test_an_api_failure_is_logged_with_status_and_code(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await answer_to(refused(AuthenticationError, 401, "invalid_token"))
    assert "AuthenticationError (401 invalid_token): answered with status 502" in caplog.text


async def test_a_starlette_app_answers_with_the_same_problem() -> None:
    async def fail(request: Request) -> Any:
        raise refused(NotFoundError, 404)

    app = Starlette(routes=[Route("/", fail)], exception_handlers=problem_handlers)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        answer = await http.get("/")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:gigstack-api:not-found")


async def test_a_failed_call_in_an_endpoint_becomes_a_problem(
    gigstack_sandbox: Sandbox,
) -> None:
    app = FastAPI(exception_handlers=problem_handlers)

    @app.get("/clients/{client_id}")
    async def show(client_id: str, gig: GigstackDep) -> str | None:
        return (await gig.clients.get(client_id)).name

    app.state.gigstack = gigstack_sandbox.client().with_options(
        retries=gigstack_api.RetryPolicy.none()
    )
    gigstack_sandbox.faults.add(Fault("get_client", kind="status", status=500))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        answers = [await http.get("/clients/unknown") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [502, 404]
