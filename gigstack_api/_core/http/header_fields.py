"""The header fields of an HTTP/1.1 message, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELD_LINES = re.compile(r"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)*")

LENGTH = re.compile(r"[0-9]{1,18}")
CLOSE = re.compile(r"(?:^|,)[ \t]*close[ \t]*(?:,|$)", re.IGNORECASE)
KEEP_ALIVE = re.compile(r"(?:^|[,; \t])timeout[ \t]*=[ \t]*(\d{1,6})", re.IGNORECASE)


class Malformed(Exception):
    """The bytes are not an answer of HTTP/1.1. The text quotes none of them."""


def read_fields(block: str) -> dict[str, str]:
    """Headers from their lines, names in lower case; repeated ones are joined by commas.

    Raises:
        Malformed: a line is not a header.
    """
    if FIELD_LINES.fullmatch(block) is None:
        raise Malformed("a header is malformed")
    headers: dict[str, str] = {}
    for line in block.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        name, value = name.lower(), value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


FRAMING = frozenset({"content-length", "transfer-encoding"})
DECODED = frozenset({"gzip", "x-gzip", "deflate"})


def content_codings(headers: Mapping[str, str]) -> list[str]:
    """The encodings of a body in the order they were applied, in lower case."""
    named = headers.get("content-encoding", "").lower().split(",")
    # Empty elements of a list are ignored (RFC 9110, 5.6.1.2).
    return [name for coding in named if (name := coding.strip()) not in {"", "identity"}]


def prove_end(headers: Mapping[str, str]) -> bool:
    """Whether headers let a cut body be recognised: by its length, chunks, or decoding."""
    if not FRAMING.isdisjoint(headers):
        return True
    codings = content_codings(headers)
    return bool(codings) and DECODED.issuperset(codings)


def check_framing(headers: Mapping[str, str], *, is_http_11: bool) -> None:
    """Checks the headers that say where the body ends.

    Raises:
        Malformed: they contradict each other, or are not known.
    """
    coding, length = headers.get("transfer-encoding"), headers.get("content-length")
    # Repeated lengths were joined by a comma.
    is_unclear = length is not None and LENGTH.fullmatch(length) is None
    if coding is not None:
        is_unclear = length is not None or not is_http_11 or coding.lower() != "chunked"
    if is_unclear:
        raise Malformed("the length of the body is not clear")


def announces_close(headers: Mapping[str, str]) -> bool:
    """Whether the host closes the connection after the answer."""
    return CLOSE.search(headers.get("connection", "")) is not None


def announced_keep_s(headers: Mapping[str, str]) -> float | None:
    """How long the host keeps an idle connection (seconds); None if it does not say.

    The shortest time, if it says several.
    """
    found = KEEP_ALIVE.findall(headers.get("keep-alive", ""))
    return min(map(float, found), default=None)
