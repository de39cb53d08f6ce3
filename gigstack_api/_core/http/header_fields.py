"""The header fields of an HTTP/1.1 message, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELD_LINES = re.compile(r"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)*")

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


PROOFS_OF_END = frozenset({"content-length", "transfer-encoding", "content-encoding"})


def prove_end(headers: Mapping[str, str]) -> bool:
    """Whether headers let a cut body be recognised: by its length, its chunks or its packing."""
    return not headers.keys().isdisjoint(PROOFS_OF_END)


def announces_close(headers: Mapping[str, str]) -> bool:
    """Whether the host closes the connection after the answer."""
    return CLOSE.search(headers.get("connection", "")) is not None


def announced_keep_s(headers: Mapping[str, str]) -> float | None:
    """How long the host keeps an idle connection (seconds); None if it does not say."""
    found = KEEP_ALIVE.search(headers.get("keep-alive", ""))
    return float(found[1]) if found else None
