"""A request, its reply, and how a reply is lost, whichever library sends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC
from functools import cached_property, lru_cache
from math import isfinite
from time import time
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from ..schema.data import Data
from ..schema.field_type import Mismatch
from ..schema.json import duplicate_fields, parse_json
from ..schema.redaction import describe
from ..schema.types import is_object

T = TypeVar("T")

HEAD_BYTES = 2_048
"""How much of an answer an error keeps."""

LATE = "deadline exceeded"

BUSY_S = 0.005
"""How long a body may be read or decoded without a turn of the event loop (seconds)."""


class Request(Data, frozen=True):
    """A request, with the bytes that every attempt sends. The host of a file gets a bare one."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None
    is_bare: bool = False

    in_repr = ("method",)


class Reply(Data, frozen=True, dict=True):
    """Status, headers (names in lower case) and bytes of an answer.

    `is_encoded` says that the body has still the content encoding of its headers, `is_cut` that it
    was longer than the client accepts, and only its beginning is here.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_encoded: bool = False
    is_cut: bool = False

    in_repr = ("status",)

    @classmethod
    def of(cls, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> Reply:
        """The reply with these raw headers."""
        read = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in headers}
        return cls(status, read, body)

    @property
    def media_type(self) -> str:
        """The media type without its parameters; the first one if there are several."""
        return _media_type(self.headers.get("content-type", ""))

    @property
    def says_json(self) -> bool:
        """Whether the content type is JSON."""
        return self.media_type == "application/json" or self.media_type.endswith("+json")

    @cached_property
    def is_json(self) -> bool:
        """Whether to read the body as JSON: by its content type, or because it starts like JSON."""
        if self.says_json or self.media_type in {"", "text/plain"}:
            return True
        return self.body[:64].lstrip()[:1] in {b"{", b"["}

    def document(self) -> Any:
        """The JSON document of the body.

        Raises:
            ValueError: it is not valid JSON, or nested too deeply.
        """
        return self._document

    @cached_property
    def _document(self) -> Any:
        return parse_json(self.body)

    @property
    def json_object(self) -> dict[str, Any] | None:
        """The JSON object of the body; None if it holds anything else."""
        if not self.is_json:
            return None
        try:
            document = self.document()
        except (ValueError, MemoryError):
            return None
        return document if is_object(document) else None

    def drift(self) -> Iterator[Mismatch]:
        """Deviations of a JSON response itself: wrong content type, duplicate keys."""
        if self.body and not self.says_json:
            yield "Content-Type", "application/json", self.media_type
        yield from duplicate_fields(self.body) if self.body else ()

    @cached_property
    def retry_after_s(self) -> float | None:
        """How long the answer asks to wait, in seconds; None if it does not.

        A date is compared with the answer's own `Date` if it has one: our clock may be wrong.
        """
        value = self.headers.get("retry-after", "").strip()
        if not value:
            return None
        if re.fullmatch(r"\d+(\.\d+)?", value):
            return seconds if isfinite(seconds := float(value)) else None
        until = _unix_of(value)
        now = _unix_of(self.headers.get("date", ""))
        return None if until is None else max(0.0, until - (time() if now is None else now))


@lru_cache(64)
def _media_type(value: str) -> str:
    return re.split("[;,]", value, maxsplit=1)[0].strip().lower()


def _unix_of(date: str) -> float | None:
    """The Unix time of a date in any form of HTTP, in UTC if it names no zone; else None."""
    try:
        from email.utils import parsedate_to_datetime

        parsed = parsedate_to_datetime(date)
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):  # the parser has holes
        return None
    except (OSError, ImportError):  # no file descriptor is free for the module
        return None


class Response(Data, Generic[T], frozen=True):
    """The result of `gig.request`: the value, and the answer it came in.

    `repeated` says that the call was retried after an answer was lost, so that an earlier attempt
    may have been carried out too.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    value: T
    repeated: bool = False

    def __repr__(self) -> str:
        value = describe(self.value)
        return f"Response(status={self.status}, value={value}, repeated={self.repeated})"

    @property
    def envelope(self) -> Any:
        """The JSON document that holds the value; None if the body is not JSON."""
        try:
            return parse_json(self.body)
        except ValueError:
            return None


class Lost(Exception):
    """No reply came.

    `sent` says whether a byte of the request may have been read, `is_final` that another attempt
    would fail in the same way; `reason` holds nothing personal.
    Connections return it instead of raising it: with its cause it would keep the request alive.
    """

    def __init__(
        self, reason: str, *, sent: bool, timed_out: bool = False, is_final: bool = False
    ) -> None:
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out
        self.is_final = is_final
        super().__init__(reason)


class Progress(Struct):
    """How far a request got, as the HTTP library reports it.

    A library that reports nothing counts as having sent the request once it was handed over.
    """

    handed_over: bool = False
    reported: bool = False
    writing: bool = False

    @property
    def sent(self) -> bool:
        """Whether a byte may have been read."""
        return self.handed_over and (self.writing or not self.reported)


sending: ContextVar[Progress | None] = ContextVar("gigstack_api sending", default=None)
"""The progress of the request that the running task sends."""


class Connections(Protocol):
    """Sends requests over the connections of one event loop."""

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more requests."""
        ...

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost."""
        ...

    async def aclose(self) -> None:
        """Closes its connections."""
