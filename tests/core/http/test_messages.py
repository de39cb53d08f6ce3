"""Requests and replies as values: content type, Retry-After, and what they do not print."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from gigstack_api import Response
from gigstack_api._core.http.messages import Reply, Request
from tests.support.scripted_api import KEY


def test_a_request_prints_neither_key_nor_content() -> None:
    request = Request(
        "POST",
        "https://api.test/?rfc=PEGJ800101ABC",
        {"Authorization": f"Bearer {KEY}"},
        b"PEGJ800101ABC",
    )
    assert KEY not in repr(request)
    assert "PEGJ800101ABC" not in repr(request)


DATE = "Fri, 20 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 0 "}, 0),
        ({"retry-after": "1.25"}, 1.25),
        ({"retry-after": "Fri, 20 Nov 2026 10:00:30 GMT", "date": DATE}, 30),
        ({"retry-after": "Fri, 20 Nov 2026 04:00:30 -0600", "date": DATE}, 30),
        ({"retry-after": "Fri, 20 Nov 2026 09:00:00 GMT", "date": DATE}, 0),
        ({"retry-after": "Fri, 20 Nov 2026 10:00:30 -0000", "date": DATE}, 30),
        ({"retry-after": "Fri Nov 20 10:00:30 2026", "date": DATE}, 30),
        ({"retry-after": "Friday, 20-Nov-26 10:00:30 GMT", "date": DATE}, 30),
        ({"retry-after": "Fri, 20 Nov 2026 10:00:30 +99999999999999999999", "date": DATE}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1e3"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_a_dated_retry_after_is_read_by_the_date_header(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert Reply(429, headers, b"").retry_after_s == seconds


@pytest.fixture
def far_from_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "MEX+6")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows sets its time zone otherwise")
@pytest.mark.usefixtures("far_from_utc")
def test_a_date_without_a_zone_is_utc_where_the_clock_is_not() -> None:
    headers = {"retry-after": "Fri Nov 20 10:00:30 2026", "date": DATE}
    assert Reply(429, headers, b"").retry_after_s == 30


@pytest.mark.parametrize("headers", [{}, {"date": "today"}])
def test_without_a_readable_date_our_own_clock_counts(headers: dict[str, str]) -> None:
    soon = Reply(429, {"retry-after": formatdate(time.time() + 30, usegmt=True), **headers}, b"")
    assert soon.retry_after_s == pytest.approx(30, abs=3)


@pytest.mark.parametrize(
    ("content_type", "is_json"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("application/problem+json", True),
        ("text/plain", True),
        ("", True),
        ("text/html", False),
        ("application/pdf", False),
    ],
)
def test_a_body_is_json_when_its_type_says_so_or_nothing(content_type: str, is_json: bool) -> None:
    assert Reply(200, {"content-type": content_type}, b"").is_json is is_json


@pytest.mark.parametrize(
    ("body", "is_json"),
    [(b'{"a": 1}', True), (b" \n[1]", True), (b"<p>[1]</p>", False), (b" " * 64 + b"{}", False)],
)
def test_a_body_that_begins_as_json_is_json_of_any_type(body: bytes, is_json: bool) -> None:
    assert Reply(200, {"content-type": "text/html"}, body).is_json is is_json


def test_a_reply_without_a_content_type_has_no_media_type() -> None:
    assert Reply(200, {}, b"").media_type == ""


def test_replies_print_no_headers_body_or_value() -> None:
    headers, text = {"set-cookie": "PEGJ800101ABC"}, "PEGJ800101ABC"
    assert repr(Reply(200, headers, text.encode())) == "Reply(status=200)"
    assert (
        repr(Response(200, headers, text.encode(), text))
        == "Response(status=200, value=a string, repeated=False)"
    )
