"""One connection without its network: conversations as bytes, cut at every offset."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api._core.http.connection import KEPT_S, HttpConnection
from gigstack_api._core.http.messages import Lost, Reply, Request
from gigstack_api._core.http.response_parser import HEAD_BYTES, MOST_INTERIM, MOST_SMALL_CHUNKS

GET = Request("GET", "https://api.test/x", {}, None)
OK = b"HTTP/1.1 200 OK\r\n"
SIZED = OK + b"Content-Length: 2\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LONG = b"X-Long: " + b"a" * HEAD_BYTES + b"\r\n"


class Ended(NamedTuple):
    """How an exchange ended: status and body, or a word of the reason; then, whether it is kept."""

    status: int | None
    body: bytes | str
    is_kept: bool


def kept(body: bytes = b"{}", status: int = 200) -> Ended:
    return Ended(status, body, True)


def closed(body: bytes = b"{}", status: int = 200) -> Ended:
    return Ended(status, body, False)


def lost(reason: str = "not valid HTTP") -> Ended:
    return Ended(None, reason, False)


CUT = lost("the connection ended before the response was complete")
TOO_LARGE = Ended(200, "cut", False)

CONVERSATIONS: dict[str, tuple[bytes, Ended]] = {
    "sized": (SIZED + b"\r\n{}", kept()),
    "no reason": (b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}", kept()),
    "odd reason": (b"HTTP/1.1 200 S\xed, \t!\r\nContent-Length: 2\r\n\r\n{}", kept()),
    "odd status": (b"HTTP/1.1 799 X\r\nContent-Length: 2\r\n\r\n{}", kept(status=799)),
    "empty": (OK + b"Content-Length: 0\r\n\r\n", kept(b"")),
    "leading zeros": (OK + b"Content-Length: 002\r\n\r\n{}", kept()),
    "blanks around": (OK + b"Content-Length: \t2 \r\n\r\n{}", kept()),
    "any case": (OK + b"cOnTENT-lENGTH:2\r\n\r\n{}", kept()),
    "no value": (SIZED + b"X:\r\n\r\n{}", kept()),
    "latin letters": (SIZED + b"X: Pe\xf1a\r\n\r\n{}", kept()),
    "close": (SIZED + b"Connection: close\r\n\r\n{}", closed()),
    "close among others": (SIZED + b"Connection: x, CLOSE ,y\r\n\r\n{}", closed()),
    "close in a second line": (SIZED + b"Connection: x\r\nConnection: close\r\n\r\n{}", closed()),
    "not close": (SIZED + b"Connection: closed\r\n\r\n{}", kept()),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", closed()),
    "HTTP/1.0 kept": (
        b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n{}",
        closed(),
    ),
    "until the end": (OK + b"\r\n{}", closed()),
    "nothing until the end": (OK + b"\r\n", closed(b"")),
    "204": (b"HTTP/1.1 204 X\r\n\r\n", kept(b"", 204)),
    "204 of length 0": (b"HTTP/1.1 204 X\r\nContent-Length: 0\r\n\r\n", kept(b"", 204)),
    "204 that announces a body": (b"HTTP/1.1 204 X\r\nContent-Length: 5\r\n\r\n", closed(b"", 204)),
    "204 with a body": (b"HTTP/1.1 204 X\r\nContent-Length: 2\r\n\r\n{}", closed(b"", 204)),
    "204 in chunks": (b"HTTP/1.1 204 X\r\nTransfer-Encoding: chunked\r\n\r\n", closed(b"", 204)),
    "304 with a length": (b"HTTP/1.1 304 X\r\nContent-Length: 5\r\n\r\n", kept(b"", 304)),
    "100 before": (b"HTTP/1.1 100 Continue\r\n\r\n" + SIZED + b"\r\n{}", kept()),
    "some 1xx": (b"HTTP/1.1 103 X\r\nLink: a\r\n\r\n" * MOST_INTERIM + SIZED + b"\r\n{}", kept()),
    "too many 1xx": (b"HTTP/1.1 102 X\r\n\r\n" * (MOST_INTERIM + 1) + SIZED + b"\r\n{}", lost()),
    "101": (b"HTTP/1.1 101 X\r\nUpgrade: a\r\n\r\n", lost()),
    "1xx only": (b"HTTP/1.1 100 X\r\n\r\n", CUT),
    "chunked": (CHUNKED + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", kept()),
    "chunked of any case": (
        OK + b"Transfer-Encoding: Chunked\r\n\r\n0002\r\n{}\r\n0\r\n\r\n",
        kept(),
    ),
    "no chunk": (CHUNKED + b"0\r\n\r\n", kept(b"")),
    "extensions": (CHUNKED + b'2 ;a="b;c"\r\n{}\r\n0;x\r\n\r\n', kept()),
    "hexadecimal": (CHUNKED + b"1A\r\n" + b"x" * 26 + b"\r\n0\r\n\r\n", kept(b"x" * 26)),
    "trailers": (CHUNKED + b"2\r\n{}\r\n0\r\nX: a\r\nY: b\r\n\r\n", kept()),
    "a length in the trailers": (CHUNKED + b"2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n", lost()),
    "an answer behind it": (SIZED + b"\r\n{}" + SIZED + b"\r\n{}", closed()),
    "a line break behind it": (SIZED + b"\r\n{}\r\n", closed()),
    "more behind the last chunk": (CHUNKED + b"2\r\n{}\r\n0\r\n\r\n\r\n", closed()),
    "nothing": (b"", CUT),
    "half a head": (SIZED, CUT),
    "half a body": (SIZED + b"\r\n{", CUT),
    "no last chunk": (CHUNKED + b"2\r\n{}\r\n", CUT),
    "no end of trailers": (CHUNKED + b"2\r\n{}\r\n0\r\n", CUT),
    "half a chunk": (CHUNKED + b"5\r\n{}", CUT),
    "two lengths": (SIZED + b"Content-Length: 3\r\n\r\n{} ", lost()),
    "a length twice": (SIZED + b"Content-Length: 2\r\n\r\n{}", lost()),
    "two lengths in one": (OK + b"Content-Length: 2, 2\r\n\r\n{}", lost()),
    "a negative length": (OK + b"Content-Length: -2\r\n\r\n{}", lost()),
    "a signed length": (OK + b"Content-Length: +2\r\n\r\n{}", lost()),
    "a length that is none": (OK + b"Content-Length: x\r\n\r\n{}", lost()),
    "an empty length": (OK + b"Content-Length:\r\n\r\n{}", lost()),
    "a hexadecimal length": (OK + b"Content-Length: 0x2\r\n\r\n{}", lost()),
    "a foreign digit": (OK + b"Content-Length: \xb2\r\n\r\n{}", lost()),
    "a huge length": (OK + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n{}", lost()),
    "length and chunks": (
        SIZED + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        lost(),
    ),
    "chunks in HTTP/1.0": (
        b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        lost(),
    ),
    "another coding": (OK + b"Transfer-Encoding: gzip\r\n\r\n{}", lost()),
    "two codings": (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", lost()),
    "chunked twice": (
        OK + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        lost(),
    ),
    "bare line feeds": (b"HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", lost()),
    "a bare line feed": (OK + b"Content-Length: 2\n\r\n{}", lost()),
    "a bare return": (OK + b"X: a\rb\r\nContent-Length: 2\r\n\r\n{}", lost()),
    "a folded header": (OK + b"X: a\r\n b\r\nContent-Length: 2\r\n\r\n{}", lost()),
    "a folded first header": (OK + b" X: a\r\nContent-Length: 2\r\n\r\n{}", lost()),
    "a blank before the colon": (OK + b"Content-Length : 2\r\n\r\n{}", lost()),
    "no colon": (SIZED + b"X\r\n\r\n{}", lost()),
    "no name": (SIZED + b": x\r\n\r\n{}", lost()),
    "a NUL": (SIZED + b"X: a\0\r\n\r\n{}", lost()),
    "a NUL in a name": (SIZED + b"X\0: a\r\n\r\n{}", lost()),
    "a control letter": (SIZED + b"X: \x01\r\n\r\n{}", lost()),
    "a letter beyond ASCII in a name": (SIZED + b"X\xe9: a\r\n\r\n{}", lost()),
    "a line break first": (b"\r\n" + SIZED + b"\r\n{}", lost()),
    "a blank first": (b" " + SIZED + b"\r\n{}", lost()),
    "HTTP/2": (b"HTTP/2 200 OK\r\n\r\n{}", lost()),
    "HTTP/1.2": (b"HTTP/1.2 200 OK\r\n\r\n{}", lost()),
    "http/1.1": (b"http/1.1 200 OK\r\n\r\n{}", lost()),
    "ICY": (b"ICY 200 OK\r\n\r\n{}", lost()),
    "no status": (b"HTTP/1.1 OK\r\n\r\n{}", lost()),
    "two digits": (b"HTTP/1.1 20 OK\r\n\r\n{}", lost()),
    "four digits": (b"HTTP/1.1 2000 OK\r\n\r\n{}", lost()),
    "status 099": (b"HTTP/1.1 099 OK\r\n\r\n{}", lost()),
    "two blanks": (b"HTTP/1.1  200 OK\r\n\r\n{}", lost()),
    "no HTTP": (b"<html>no</html>\r\n\r\n", lost()),
    "TLS": (b"\x15\x03\x03\x00\x02\x02\x28\r\n\r\n", lost()),
    "a request": (b"GET / HTTP/1.1\r\n\r\n", lost()),
    "a long head": (OK + LONG + b"\r\n", lost()),
    "a long head without end": (OK + b"X: a\r\n" * 20_000, lost()),
    "a size that is none": (CHUNKED + b"x\r\n{}\r\n0\r\n\r\n", lost()),
    "a negative size": (CHUNKED + b"-2\r\n{}\r\n0\r\n\r\n", lost()),
    "a prefixed size": (CHUNKED + b"0x2\r\n{}\r\n0\r\n\r\n", lost()),
    "an empty size": (CHUNKED + b"\r\n{}\r\n0\r\n\r\n", lost()),
    "a huge size": (CHUNKED + b"f" * 20 + b"\r\n{}\r\n0\r\n\r\n", lost()),
    "a blank before a size": (CHUNKED + b" 2\r\n{}\r\n0\r\n\r\n", lost()),
    "a bare line feed behind a size": (CHUNKED + b"2\n{}\r\n0\r\n\r\n", lost()),
    "a long extension": (CHUNKED + b"2;" + b"a" * 5_000 + b"\r\n{}\r\n0\r\n\r\n", lost()),
    "a NUL in an extension": (CHUNKED + b"2;\0\r\n{}\r\n0\r\n\r\n", lost()),
    "a chunk longer than its size": (CHUNKED + b"1\r\n{}\r\n0\r\n\r\n", lost()),
    "a chunk shorter than its size": (CHUNKED + b"3\r\n{}\r\n0\r\n\r\n", lost()),
    "a chunk that ends in a line feed": (CHUNKED + b"2\r\n{}\n0\r\n\r\n", lost()),
    "a trailer that is none": (CHUNKED + b"2\r\n{}\r\n0\r\nX\r\n\r\n", lost()),
    "a folded trailer": (CHUNKED + b"2\r\n{}\r\n0\r\nX: a\r\n b\r\n\r\n", lost()),
    "long trailers": (CHUNKED + b"2\r\n{}\r\n0\r\n" + b"X: a\r\n" * 20_000, lost()),
    "too long": (OK + b"Content-Length: 101\r\n\r\n" + b"x" * 101, TOO_LARGE),
    "as long as allowed": (OK + b"Content-Length: 100\r\n\r\n" + b"x" * 100, kept(b"x" * 100)),
    "too long until the end": (OK + b"\r\n" + b"x" * 101, TOO_LARGE),
    "too long in chunks": (CHUNKED + b"40\r\n%b\r\n40\r\n%b" % (b"x" * 64, b"x" * 64), TOO_LARGE),
}


def talk(*segments: bytes, method: str = "GET", is_clean: bool = True) -> Ended:
    """How an exchange ends whose host sends these segments and then closes the connection."""
    connection = HttpConnection(100)
    assert isinstance(connection.start(Request(method, GET.url, {}, None), "api.test", "/x"), bytes)
    for segment in segments:
        if segment:
            connection.receive(segment)
    is_kept = connection.is_reusable
    if not connection.is_done:
        connection.receive_eof(is_clean=is_clean)
    result = connection.result()
    if isinstance(result, Lost):
        assert result.sent
        return Ended(None, result.reason, is_kept)
    return Ended(result.status, "cut" if result.is_cut else result.body, is_kept)


def assert_ends(ended: Ended, expected: Ended) -> None:
    if expected.status is None:
        assert ended.status is None
        assert str(expected.body) in str(ended.body)
        assert not ended.is_kept
    else:
        assert ended == expected


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_ends_as_it_should_wherever_it_is_cut(name: str) -> None:
    data, expected = CONVERSATIONS[name]
    assert_ends(talk(data), expected)
    offsets = range(1, len(data)) if len(data) < 2_000 else range(1, len(data), 9_973)
    for at in offsets:
        assert_ends(talk(data[:at], data[at:]), expected)
    if len(data) < 2_000:
        assert_ends(talk(*[data[at : at + 1] for at in range(len(data))]), expected)


@given(st.sampled_from(sorted(CONVERSATIONS)), st.lists(st.integers(0, 400), max_size=9))
def test_segments_change_nothing(name: str, cuts: list[int]) -> None:
    data, expected = CONVERSATIONS[name]
    places = [0, *sorted(cuts), len(data)]
    segments = [data[one:two] for one, two in pairwise(places)]
    assert_ends(talk(*segments), expected)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    for start in (b"", SIZED, CHUNKED, OK):
        talk(start + data)


def test_a_head_has_no_body_but_the_length_of_one() -> None:
    assert talk(OK + b"Content-Length: 50\r\n\r\n", method="HEAD") == kept(b"")


def test_an_end_that_was_not_announced_cuts_a_body() -> None:
    assert_ends(talk(OK + b"\r\n{}", is_clean=False), CUT)


def test_what_comes_before_a_request_is_never_its_answer() -> None:
    connection = HttpConnection(100)
    connection.receive(SIZED + b"\r\n{}")
    refused = connection.start(GET, "api.test", "/x")
    assert isinstance(refused, Lost)
    assert not refused.sent


def test_what_comes_between_two_requests_is_never_an_answer() -> None:
    connection = HttpConnection(100)
    connection.start(GET, "api.test", "/x")
    connection.receive(SIZED + b"\r\n{}")
    assert isinstance(connection.result(), Reply)
    assert connection.is_reusable
    connection.receive(SIZED + b"\r\n{}")
    assert not connection.is_reusable
    assert isinstance(connection.start(GET, "api.test", "/x"), Lost)


def test_a_connection_serves_one_request_after_the_other() -> None:
    connection = HttpConnection(100)
    for number in range(3):
        assert isinstance(connection.start(GET, "api.test", "/x"), bytes)
        assert isinstance(connection.start(GET, "api.test", "/x"), Lost)
        connection.receive(SIZED + b"\r\n%02d" % number)
        result = connection.result()
        assert isinstance(result, Reply)
        assert result.body == b"%02d" % number


@pytest.mark.parametrize(
    ("value", "kept_s"),
    [
        ("timeout=3", 2),
        ("timeout=60", KEPT_S),
        ("max=5, Timeout=3", 2),
        ("timeout=1", 0),
        ("timeout=0", 0),
        ("timeout=x", KEPT_S),
        ("xtimeout=2", KEPT_S),
    ],
)
def test_the_announced_time_is_heeded(
    value: str, kept_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("gigstack_api._core.http.connection.monotonic", lambda: now)
    connection = HttpConnection(100)
    connection.start(GET, "api.test", "/x")
    connection.receive(SIZED + b"Keep-Alive: %b\r\n\r\n{}" % value.encode())
    connection.result()
    now += max(0, kept_s - 0.01)
    assert connection.is_reusable == (kept_s > 0)
    now += 0.02
    assert not connection.is_reusable


def started(request: Request = GET) -> HttpConnection:
    connection = HttpConnection(2**26)
    connection.start(request, "api.test", "/x")
    return connection


def test_an_endless_answer_ends_at_its_deadline_while_it_is_read() -> None:
    connection = started()
    connection.ends_at = 0.0  # long ago
    connection.receive(CHUNKED + b"1\r\n \r\n" * 10_000)
    result = connection.result()
    assert isinstance(result, Lost)
    assert (result.sent, result.timed_out, connection.is_open) == (True, True, False)


def test_an_answer_that_came_counts_even_if_it_is_read_late() -> None:
    connection = started()
    connection.ends_at = 0.0
    connection.receive(SIZED + b"\r\n{}")
    assert isinstance(connection.result(), Reply)


@pytest.mark.parametrize("size", [1, 15])
def test_an_answer_in_countless_tiny_chunks_is_refused(size: int) -> None:
    chunk = b"%x\r\n%b\r\n" % (size, b" " * size)
    connection = started()
    connection.receive(CHUNKED + chunk * MOST_SMALL_CHUNKS)
    assert not connection.is_done
    connection.receive(chunk)
    result = connection.result()
    assert isinstance(result, Lost)
    assert "chunks of a few bytes" in result.reason


def test_any_number_of_larger_chunks_is_read() -> None:
    connection = started()
    connection.receive(CHUNKED + (b"10\r\n" + b" " * 16 + b"\r\n") * (MOST_SMALL_CHUNKS + 1))
    connection.receive(b"0\r\n\r\n")
    result = connection.result()
    assert isinstance(result, Reply)
    assert len(result.body) == 16 * (MOST_SMALL_CHUNKS + 1)
