"""Going on with a file whose connection was cut: what to ask for, and whether an answer is the rest
of it.
"""

from __future__ import annotations

import re

from attrs import evolve, frozen

from ..http.messages import Reply

CONTENT_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<total>\d+|\*)")


@frozen(kw_only=True)
class Part:
    """What of a file is there: its first `done` bytes of `total`, of the version that `version`
    names (ETag or date).
    """

    done: int = 0
    total: int | None = None
    version: str | None = None


def range_headers(part: Part) -> dict[str, str]:
    """The headers that ask for the rest of a file. Without a version nobody could tell whether it
    is the rest of the same.
    """
    if not part.done or part.version is None:
        return {}
    return {"Range": f"bytes={part.done}-", "If-Range": part.version}


def begun(part: Part, reply: Reply) -> Part | None:
    """What is there as the body of a 200 or 206 begins: nothing if it is the whole; None if it is
    no rest of this part.
    """
    if reply.status != 206:
        return Part(total=_number(reply.headers.get("content-length", "")), version=_version(reply))
    found = CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
    if (
        found is None
        or part.done == 0
        or _number(found["first"]) != part.done
        or _version(reply) not in {part.version, None}
    ):
        return None
    total = part.total if found["total"] == "*" else _number(found["total"])
    # a rest may be a part itself: where nobody tells the size of the whole, its end would be taken
    # for that of the file
    return evolve(part, total=total) if total is not None and part.total in {total, None} else None


def _number(text: str) -> int | None:
    """A number of bytes that a file may have."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _version(reply: Reply) -> str | None:
    """What tells a version of a file from others. A weak ETag does not: it may stand for
    several.
    """
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') else reply.headers.get("last-modified")
