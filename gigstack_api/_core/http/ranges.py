"""Which part of a file is here, how the rest is asked for, which answers are that rest. Pure."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from .messages import Reply

CONTENT_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<total>\d+|\*)")


@frozen(kw_only=True)
class Part:
    """The part of a file that is here: its first `done` bytes of `total`.

    `version` is the ETag or date of the file it is part of.
    """

    done: int = 0
    total: int | None = None
    version: str | None = None


def range_headers(part: Part) -> dict[str, str]:
    """The headers that ask for the rest of a file.

    Without a version the whole is asked for: the file could have changed unnoticed.
    """
    if not part.done or part.version is None:
        return {}
    return {"Range": f"bytes={part.done}-", "If-Range": part.version}


def resume_at(part: Part, reply: Reply) -> Part | None:
    """The part that is here when the body of a 200 or 206 begins.

    It is empty for the whole file, and None if the reply does not continue this part.
    """
    if reply.status != 206:
        length = reply.headers.get("content-length", "")
        return Part(total=_byte_count(length), version=_version(reply))
    found = CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
    if found is None or part.done == 0 or _byte_count(found["first"]) != part.done:
        return None
    if _version(reply) not in {part.version, None}:
        return None

    # The rest may be a part itself. Without the size of the whole, its end would be taken for the
    # end of the file.
    total = part.total if found["total"] == "*" else _byte_count(found["total"])
    if total is None or part.total not in {total, None}:
        return None
    return evolve(part, total=total)


def _byte_count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _version(reply: Reply) -> str | None:
    """The version of a file. A weak ETag is ignored, since it may stand for several."""
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') else reply.headers.get("last-modified")
