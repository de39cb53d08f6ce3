"""Going on with a file whose connection was cut: what to ask for, and whether an answer is the rest of it. Pure."""

from __future__ import annotations

import re

from attrs import frozen

from .reply import Reply

CONTENT_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<total>\d+|\*)")


@frozen(kw_only=True)
class Part:
    """What of a file is there: its first `done` bytes of `total`, of the version that `version` names (ETag or date)."""

    done: int = 0
    total: int | None = None
    version: str | None = None


def range_headers(part: Part) -> dict[str, str]:
    """The headers that ask for the rest of a file. Without a version nobody could tell whether it is the rest of the same."""
    if not part.done or part.version is None:
        return {}
    return {"Range": f"bytes={part.done}-", "If-Range": part.version}


def begun(part: Part, reply: Reply) -> Part | None:
    """What is there as the body of a 200 or 206 begins: nothing if it is the whole; None if it is no rest of this part."""
    if reply.status != 206:
        length = reply.headers.get("content-length", "")
        return Part(total=int(length) if length.isdecimal() else None, version=_version(reply))
    found = CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
    fits = (
        found is not None
        and part.done > 0
        and int(found["first"]) == part.done
        and (part.total is None or found["total"] in {str(part.total), "*"})
        and _version(reply) in {part.version, None}
    )
    return part if fits else None


def _version(reply: Reply) -> str | None:
    """What tells a version of a file from others. A weak ETag does not: it may stand for several."""
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') else reply.headers.get("last-modified")
