"""From an answer to its error: class, message, code and details."""

from __future__ import annotations

import json
import pickle
from http import HTTPStatus
from typing import Any

import pytest

from gigstack_api import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    MultipleMatchesError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StampingError,
    ValidationError,
)
from gigstack_api._core.http.messages import HEAD_BYTES, Reply, Response
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.responses.errors import to_error
from gigstack_api._core.schema.objects import model
from tests.support.scripted_api import Api, options, raw_answer, sender
from tests.support.things import Item, call, thing_route

pytestmark = pytest.mark.anyio
JSON = {"content-type": "application/json; charset=utf-8"}


def reply(status: int, body: object = None, headers: dict[str, str] | None = None) -> Reply:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(status, JSON if headers is None else headers, content)


def refused(status: int, body: object = None, headers: dict[str, str] | None = None) -> APIError:
    error = to_error(reply(status, body, headers), method="POST", path="/things")
    assert error is not None
    return error


NEW = {"success": False, "error": {"code": "some_code", "message": "No.", "details": [1]}}


@pytest.mark.parametrize(
    ("body", "message", "code", "details"),
    [
        (NEW, "No.", "some_code", [1]),
        (
            {"message": "Outer", "error": {"code": "some_code"}, "details": {"a": 1}},
            "Outer",
            "some_code",
            {"a": 1},
        ),
        ({"error": {"message": "No."}}, "No.", "http_400", None),
        (
            {"message": "Client not found", "error": "The specified client does not exist"},
            "Client not found: The specified client does not exist",
            "http_400",
            None,
        ),
        ({"message": "Same text", "error": "Same text"}, "Same text", "http_400", None),
        ({"message": "Text only"}, "Text only", "http_400", None),
        ({"message": "Told", "details": [1]}, "Told", "http_400", [1]),
        ({"error": "Text only."}, "Text only.", "http_400", None),
        ({"error": "bare_code_2"}, "bare code 2", "bare_code_2", None),
        ({"error": "bare_code", "message": "Told", "details": "more"}, "Told", "bare_code", "more"),
        ({"code": "outer_code", "message": "Told"}, "Told", "outer_code", None),
        ({"code": 17, "message": ["a", "b"], "error": 5}, "HTTP 400 Bad Request", "http_400", None),
        ({"error": {}}, "HTTP 400 Bad Request", "http_400", None),
        ({}, "HTTP 400 Bad Request", "http_400", None),
        (["no", "envelope"], "HTTP 400 Bad Request", "http_400", None),
        ("text", "HTTP 400 Bad Request", "http_400", None),
        (None, "HTTP 400 Bad Request", "http_400", None),
        (b"", "HTTP 400 Bad Request", "http_400", None),
        (b'{"message": "cut', "HTTP 400 Bad Request", "http_400", None),
        (b"\xff\xfe", "HTTP 400 Bad Request", "http_400", None),
        (b"[" * 100_000, "HTTP 400 Bad Request", "http_400", None),
    ],
)
def test_every_envelope_gives_message_code_and_details(
    body: object, message: str, code: str, details: Any
) -> None:
    error = refused(400, body)
    assert (error.message, error.code, error.details) == (message, code, details)
    assert (error.status, error.method, error.path) == (400, "POST", "/things")
    assert str(error) == f"{message} ({code}, POST /things)"


def test_an_html_error_is_described_by_its_status() -> None:
    error = refused(502, b"<html>secret stack trace</html>", {"content-type": "text/html"})
    assert type(error) is ServerError
    assert str(error) == "HTTP 502 Bad Gateway (http_502, POST /things)"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, APIError),
        (400, BadRequestError),
        (401, AuthenticationError),
        (402, APIError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIError),
        (422, ValidationError),
        (429, RateLimitError),
        (499, APIError),
        (500, ServerError),
        (520, ServerError),
        (599, ServerError),
        (700, ServerError),
    ],
)
def test_each_status_has_its_error_class(status: int, kind: type[APIError]) -> None:
    assert type(refused(status, b"")) is kind


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (300, "HTTP 300 Multiple Choices; redirects are not followed, so that the key cannot leak"),
        (302, "HTTP 302 Found; redirects are not followed, so that the key cannot leak"),
        (399, "HTTP 399 unknown status; redirects are not followed, so that the key cannot leak"),
        (400, "HTTP 400 Bad Request"),
        (418, "HTTP 418 I'm a Teapot"),
        (520, "HTTP 520 unknown status"),
    ],
)
def test_a_status_without_a_message_is_described_by_its_number(status: int, message: str) -> None:
    assert refused(status, b"").message == message


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("validation_failed", 400, ValidationError),
        ("missing_required_field", 400, ValidationError),
        ("invalid_field_value", 409, ValidationError),
        ("rate_limit_exceeded", 400, RateLimitError),
        ("cfdi_service_error", 500, StampingError),
        ("cfdi_service_error", 400, StampingError),
        ("resource_not_found", 400, BadRequestError),
        ("unauthorized", 403, PermissionDeniedError),
        ("unheard_of", 404, NotFoundError),
        ("resource_not_found", 300, APIError),
        ("resource_not_found", 299, NotFoundError),
        ("resource_not_found", 200, NotFoundError),
        ("unauthorized", 200, AuthenticationError),
        ("forbidden", 200, PermissionDeniedError),
        ("resource_already_exists", 200, ConflictError),
        ("internal_server_error", 200, ServerError),
        ("unheard_of", 200, APIError),
    ],
)
def test_a_code_decides_where_it_says_more_than_the_status(
    code: str, status: int, kind: type[APIError]
) -> None:
    assert (
        type(refused(status, {"success": False, "error": {"code": code, "message": "No."}})) is kind
    )


def test_success_false_is_an_error_under_any_status() -> None:
    error = refused(200, {"success": False, "message": "Not today"})
    assert str(error) == "Not today (http_200, POST /things)"


@pytest.mark.parametrize(
    "body",
    [{"success": True}, {"success": "false"}, {"data": {"success": False}}, [], b"", b"cut", None],
)
def test_a_2xx_without_success_false_is_not_an_error(body: object) -> None:
    assert to_error(reply(200, body), method="GET", path="/") is None


def test_several_matches_give_their_ids() -> None:
    body = {
        "success": False,
        "error": {
            "code": "resource_conflict",
            "message": "Several",
            "details": ["client_1", "client_2"],
        },
    }
    error = refused(409, body)
    assert isinstance(error, MultipleMatchesError)
    assert error.ids == ("client_1", "client_2")


@pytest.mark.parametrize("details", [[], {"a": 1}, "text", None])
def test_a_conflict_without_ids_is_a_plain_conflict(details: object) -> None:
    error = refused(409, {"error": {"code": "resource_conflict", "details": details}})
    assert type(error) is ConflictError


def test_matches_without_a_list_have_no_ids() -> None:
    assert (
        MultipleMatchesError("No.", status=409, method="POST", path="/", details="text").ids == ()
    )


def test_a_rate_limit_error_has_its_retry_after() -> None:
    error = refused(429, b"", {"retry-after": "12"})
    assert isinstance(error, RateLimitError)
    assert error.retry_after_s == 12
    assert RateLimitError("No.", status=429, method="GET", path="/").retry_after_s is None


def test_a_response_gives_its_envelope_if_it_has_one() -> None:
    assert Response(200, {}, b'{"data": 1, "message": "Ok"}', 1).envelope == {
        "data": 1,
        "message": "Ok",
    }
    assert Response(200, {}, b"%PDF-\xff", 1).envelope is None


HTML = b"\n<!doctype HTML><html><body>Sign in</body></html>"
ITEM = call(thing_route(decode=Value(model(Item))))


def deep(levels: int) -> bytes:
    return b'{"data": {"id": ' + b"[" * levels + b"]" * levels + b"}}"


@pytest.mark.parametrize("content", [b"[" * 100_000, deep(900), b"9" * 5_000, b"\xff", b""])
def test_an_unreadable_envelope_is_none(content: bytes) -> None:
    assert Response(200, {}, content, None).envelope is None


async def test_details_nested_too_deep_can_still_be_printed() -> None:
    refusal = (
        b'{"error": {"code": "bad", "message": "No.", "details": ' + b"[" * 900 + b"]" * 900 + b"}}"
    )
    with pytest.raises(APIError, match="HTTP 400 Bad Request") as caught:
        await sender(Api(raw_answer(refusal, status=400))).perform(ITEM, options())
    assert repr(vars(caught.value))


@pytest.mark.parametrize("status", [200, 400, 409, 500])
def test_an_error_of_more_than_256_kb_is_described_by_its_status(status: int) -> None:
    body = {"success": False, "message": "No.", "details": ["text"] * 40_000}
    error = refused(status, body)
    assert error.message == f"HTTP {status} {HTTPStatus(status).phrase}"
    assert (error.code, error.details) == (f"http_{status}", None)
    assert len(error.body) == HEAD_BYTES


async def test_an_error_keeps_the_head_of_the_body_without_showing_it() -> None:
    page = HTML + b"PEGJ800101ABC" * 1_000
    error = to_error(Reply(502, {"content-type": "text/html"}, page), method="GET", path="/things")
    assert isinstance(error, ServerError)
    assert error.body == page[:HEAD_BYTES]
    assert "PEGJ" not in str(error) + repr(error)
    assert APIError("No.", status=400, method="GET", path="/").body == b""


def error_with(**headers: str) -> APIError:
    """The error of a refusal with these headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    error = to_error(Reply(400, named, b"{}"), method="GET", path="/things")
    assert error is not None
    return error


async def test_an_error_keeps_the_headers_without_secrets() -> None:
    secrets = {
        "set_cookie": "session=hush",
        "set_cookie2": "session=hush",
        "www_authenticate": "Bearer hush",
        "x_api_key": "hush",
        "x_auth_token": "hush",
        "location": "https://files.test/?signature=hush",
        "content_location": "https://files.test/?signature=hush",
        "refresh": "0; url=https://files.test/?signature=hush",
        "link": "<https://files.test/?signature=hush>; rel=next",
        "x_original_uri": "/files?signature=hush",
        "x_request_url": "https://files.test/?signature=hush",
        "referer": "https://files.test/?signature=hush",
    }
    error = error_with(server="gateway", retry_after="3", **secrets)
    hidden = {name.replace("_", "-"): "***" for name in secrets}
    assert error.headers == {"server": "gateway", "retry-after": "3", **hidden}
    assert "gateway" not in f"{error} {error!r}"
    assert APIError("No.", status=400, method="GET", path="/").headers == {}


@pytest.mark.parametrize(
    ("headers", "request_id"),
    [
        ({"x_request_id": "req_1"}, "req_1"),
        ({"request_id": "req_2"}, "req_2"),
        ({"request_id": "req_2", "x_request_id": "req_1"}, "req_1"),
        ({"x_request_id": "", "request_id": "req_2"}, "req_2"),
        ({"x_request_id": ""}, None),
        ({}, None),
    ],
)
async def test_an_error_knows_the_id_of_its_request(
    headers: dict[str, str], request_id: str | None
) -> None:
    error = error_with(**headers)
    revived = pickle.loads(pickle.dumps(error))
    assert error.request_id == revived.request_id == request_id
    assert revived.headers == error.headers


async def test_an_error_with_lone_surrogates_can_be_printed() -> None:
    error_object = (
        b'{"code": "validation_failed", "message": "\\ud800 No.", "details": ["\\udfff"]}'
    )
    refusal = b'{"error": %s}' % error_object
    error = to_error(Reply(400, {}, refusal), method="GET", path="/things")
    assert error is not None
    assert str(error) == "? No.: ? (validation_failed, GET /things)"
    assert error.message == "? No."
