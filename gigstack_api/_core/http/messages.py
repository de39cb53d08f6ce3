"""A request, its reply, and how a reply is lost, whichever library sends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from email.utils import parsedate_to_datetime
from functools import cached_property
from math import isfinite
from typing import Any, Generic, Protocol, TypeVar

from attrs import define, field, frozen

from ..schema.fields import Mismatch
from ..schema.json import read_document, repeated_fields
from ..schema.redaction import told


@frozen
class Request:
    """A request with the bytes that every attempt sends."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)


class Lost(Exception):
    """No reply came. `sent` tells whether a byte of the request may have been read; `reason` holds
    nothing personal.
    """

    def __init__(self, reason: str, *, sent: bool, timed_out: bool = False) -> None:
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out
        super().__init__(reason)


@define
class Progress:
    """How far a request got, as the library tells; one that tells nothing counts as sent once it
    has the request.
    """

    handed_over: bool = False
    told: bool = False
    writing: bool = False

    @property
    def sent(self) -> bool:
        """Whether a byte may have been read."""
        return self.handed_over and (self.writing or not self.told)


sending: ContextVar[Progress | None] = ContextVar("gigstack_api sending", default=None)
"""How far the request got that the running task sends."""


class Connections(Protocol):
    """What sends requests over connections of one event loop."""

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more requests."""
        ...

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost: not raised, since with its cause it would
        keep the request in reach.
        """
        ...

    async def aclose(self) -> None:
        """Closes its connections."""
        ...


T = TypeVar("T")

HEAD_BYTES = 2_048
"""How much of an answer an error keeps."""


@frozen
class Reply:
    """Status, headers (names in lower case) and bytes of an answer."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """The media type, without its parameters; the first one, where there are several."""
        return re.split("[;,]", self.headers.get("content-type", ""), maxsplit=1)[0].strip().lower()

    @property
    def is_json(self) -> bool:
        """Whether the body calls itself JSON, does not say what it is, or begins as JSON does,
        whatever it says.
        """
        return (
            self.says_json
            or self.media_type in {"", "text/plain"}
            or self.body[:64].lstrip()[:1] in {b"{", b"["}
        )

    @property
    def says_json(self) -> bool:
        """Whether the body calls itself JSON."""
        return self.media_type == "application/json" or self.media_type.endswith("+json")

    def document(self) -> Any:
        """The JSON document of the body.

        Raises:
            ValueError: it is none, or too deep.
        """
        return self._document

    @cached_property
    def _document(self) -> Any:
        return read_document(self.body)

    def drift(self) -> Iterator[Mismatch]:
        """What is odd about a JSON answer, whatever it is about: that it calls itself something
        else, fields that came twice.
        """
        if self.body and not self.says_json:
            yield "Content-Type", "application/json", self.media_type
        yield from repeated_fields(self.body) if self.body else ()

    def retry_after_s(self) -> float | None:
        """How long to wait, in seconds, if the answer says so.

        A date is read against the answer's own `Date`: our clock may be wrong.
        """
        value = self.headers.get("retry-after", "").strip()
        if re.fullmatch(r"\d+(\.\d+)?", value):
            return seconds if isfinite(seconds := float(value)) else None
        try:
            until, now = (
                parsedate_to_datetime(value),
                parsedate_to_datetime(self.headers.get("date", "")),
            )
            return max(0.0, (until - now).total_seconds())
        except (ValueError, TypeError, OverflowError, IndexError):  # the parser has holes
            return None


@frozen
class Response(Generic[T]):
    """What `gig.request` gives: the value, and the answer it came in.

    `repeated` tells that an earlier attempt of the same call may have been carried out too, its
    answer having been lost.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    value: T = field(repr=told)
    repeated: bool = False

    @property
    def envelope(self) -> Any:
        """The JSON document the value was taken from; None where there is none to be read."""
        try:
            return read_document(self.body)
        except ValueError:
            return None
