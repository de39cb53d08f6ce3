"""The errors that this package raises, as one tree.

GigstackError
├─ APIError                     the API answered with an error
│  ├─ BadRequestError           400
│  │  └─ ValidationError        400 with a validation code, 422
│  ├─ AuthenticationError       401
│  ├─ PermissionDeniedError     403
│  ├─ NotFoundError             404
│  ├─ ConflictError             409
│  │  └─ MultipleMatchesError   409 of an upsert: several resources match
│  ├─ RateLimitError            429
│  └─ ServerError               5xx
│     └─ StampingError          the SAT or the PAC refused to stamp
├─ DeliveryError                no usable answer arrived; nothing was done
│  ├─ DeliveryTimeoutError      ... because the deadline passed
│  └─ OutcomeUnknownError       the answer to a write was lost: it may have been done
├─ UnreadableReplyError         an answer that does not hold what the API promises
├─ UnreadableEventError         a webhook body that is not an event
│  └─ WebhookSignatureError     ... because its signature is missing or wrong
├─ WrongFileError               a file that does not match its type or UUID
├─ FileNotSavedError            a file cannot be saved; an existing one is unchanged
├─ PaginationError              the next page of a list is missing, or repeats
├─ InvalidArgumentError         invalid arguments; nothing was sent
│  └─ FiscalError               ... because the SAT would refuse it (`checks="error"`)
└─ ConfigurationError           invalid settings of a client
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, cast

if TYPE_CHECKING:
    from ._core.sending.unknown_outcome import Sent
    from .fiscal.findings import Finding

MOST_DETAILS = 3

REQUEST_ID = ("x-request-id", "request-id")
"""Headers that may hold the id of a request."""


class GigstackError(Exception):
    """Base of all errors that this package raises. They can be pickled and copied."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self.args), self.__dict__


class APIError(GigstackError):
    """The API answered with an error.

    `code` is that of the API (`resource_conflict`, ...), or `http_<status>` if it sent none;
    `details` is whatever it sent along. `body` holds the first bytes of the answer, for debugging,
    and `headers` its headers, with names in lower case and without cookies and secrets; no text
    shows them.
    """

    _shows_details: ClassVar[bool] = False
    """Whether the text of the error shows the first details."""

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str | None = None,
        details: Any = None,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.headers = dict(headers or {})
        self.code = code or f"http_{status}"
        self.message = _printable(message)
        self.details = details
        self.method = method
        self.path = path
        self.body = body
        shown = _first_of(details, besides=self.message) if self._shows_details else ""
        super().__init__(_printable(f"{message}{shown} ({self.code}, {method} {path})"))

    @property
    def request_id(self) -> str | None:
        """The id of the request at the API, for its support; None if it sent none."""
        return next((self.headers[name] for name in REQUEST_ID if self.headers.get(name)), None)


class BadRequestError(APIError):
    """The request is malformed. The text shows the first details; all are in `details`."""

    _shows_details = True


class ValidationError(BadRequestError):
    """The API did not accept a value."""


class AuthenticationError(APIError):
    """The API key is missing, malformed or invalid."""


class PermissionDeniedError(APIError):
    """The key is not allowed to do this, or to act for this team."""


class NotFoundError(APIError):
    """There is no such resource in this team."""


class ConflictError(APIError):
    """The request contradicts what exists."""


class MultipleMatchesError(ConflictError):
    """Several resources match the value that an upsert looks for; nothing was changed."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the matching resources."""
        return tuple(map(str, _items_of(self.details)))


class RateLimitError(APIError):
    """Too many requests. `retry_after_s` is the wait that the API asks for, if any, in seconds."""

    retry_after_s: float | None = None


class ServerError(APIError):
    """gigstack or a service behind it failed."""


class StampingError(ServerError):
    """The SAT or the PAC refused to stamp a CFDI.

    `gig.invoices.list_errors(code=...)` explains the codes.
    """

    _shows_details = True


class DeliveryError(GigstackError):
    """No usable answer arrived, and nothing was done.

    Either the request was not sent, or it was a read.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        path: str,
        idempotency_key: str | None = None,
    ) -> None:
        self.operation = operation
        self.method = method
        self.path = path
        self.idempotency_key = idempotency_key
        key = f", idempotency key {idempotency_key}" if idempotency_key else ""
        super().__init__(f"{message} ({operation}, {method} {path}{key})")


class DeliveryTimeoutError(DeliveryError):
    """The deadline of the call passed, and nothing was done."""


class OutcomeUnknownError(DeliveryError):
    """A write was sent and its answer was lost, so it may have been done.

    Before you repeat it, call `await gig.reconcile(error)`, which finds out. `operation` names the
    call, `idempotency_key` is the key it was sent with, if the operation supports one, and `sent`
    holds the values by which it is looked up.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        path: str,
        idempotency_key: str | None = None,
        sent: Sent | None = None,
    ) -> None:
        self.sent = sent
        super().__init__(
            message, operation=operation, method=method, path=path, idempotency_key=idempotency_key
        )


class UnreadableReplyError(GigstackError):
    """The answer does not hold what the API promises: HTML, truncated JSON, a wrong shape.

    With `strict=True` any drift counts; `drifts` lists it. `body` holds the answer.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        method: str,
        path: str,
        body: bytes,
        drifts: Sequence[object] = (),
    ) -> None:
        self.status = status
        self.method = method
        self.path = path
        self.body = body
        self.drifts = tuple(drifts)
        super().__init__(_printable(f"{message} (http_{status}, {method} {path})"))


class WrongFileError(GigstackError):
    """A file is not the expected one; nothing was written.

    It is of another type, not well-formed XML, another CFDI, or larger than allowed.
    """


class FileNotSavedError(GigstackError, OSError):
    """A file was not saved, and what was there is unchanged.

    The machine is at a limit (disk, quota, open files), or the path names a link, a pipe, a device
    or a directory. `errno` is that of the system.
    """


class UnreadableEventError(GigstackError):
    """The body of a webhook is not a gigstack event. The text does not quote it."""


class WebhookSignatureError(UnreadableEventError):
    """The body of a webhook was not signed with the given secret, or is too old."""


class PaginationError(GigstackError):
    """Pagination is broken: the next page of a list is missing, or a cursor or page repeats."""


class InvalidArgumentError(GigstackError, ValueError):
    """The arguments of a call are invalid; nothing was sent."""

    _refused: int | None = None

    @staticmethod
    def of(value: object, message: str) -> InvalidArgumentError:
        """The error that refuses a value. It keeps a hash of the value only."""
        error = InvalidArgumentError(message)
        with suppress(TypeError):  # a list has no hash
            error._refused = hash((_REFUSED, value))
        return error

    def refuses(self, text: str) -> bool:
        """Whether a text is the refused value, as the path or the query of a request has it."""
        return any(hash((_REFUSED, value)) == self._refused for value in _readings(text))


class FiscalError(InvalidArgumentError):
    """The fiscal checks found that the SAT would refuse a document; nothing was sent.

    `findings` holds all problems that were found.
    """

    def __init__(self, call: str, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(_counted(call, findings))


class FiscalWarning(UserWarning):
    """The fiscal checks found problems with a call, which is sent nevertheless.

    `findings` holds all of them.
    """

    def __init__(self, call: str, findings: Sequence[Finding]) -> None:
        self.call = call
        self.findings = tuple(findings)
        super().__init__(_counted(call, findings))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.call, self.findings)


class ConfigurationError(GigstackError):
    """The settings of a client are invalid."""


_REFUSED = "refused"
"""Hashed with a value, since the hash of a number is the number."""


def _readings(text: str) -> Iterator[object]:
    """The values that the text of a parameter may be read as."""
    from datetime import datetime
    from decimal import Decimal

    yield text
    for read in (Decimal, datetime.fromisoformat):
        with suppress(ValueError, ArithmeticError):
            yield read(text)


def _printable(text: str) -> str:
    """The text without lone surrogates, which JSON may hold but terminals and log files cannot."""
    return text.encode("utf-8", "replace").decode()


def _revived(cls: type[GigstackError], args: tuple[object, ...]) -> GigstackError:
    """An error restored from a pickle without its constructor; pickle sets the attributes."""
    error = cls.__new__(cls, *args)
    error.args = args
    return error


def _first_of(details: object, *, besides: str) -> str:
    """The first texts of a list of details, except those that the message already holds."""
    texts = [text for text in _items_of(details) if isinstance(text, str) and text not in besides]
    return f": {_shortened(texts)}" if texts else ""


def _items_of(details: object) -> list[object]:
    """The details, if they are a list."""
    return cast("list[object]", details) if isinstance(details, list) else []


def _counted(call: str, findings: Sequence[Finding]) -> str:
    return f"{call}: {_shortened([str(finding) for finding in findings])}"


def _shortened(texts: Sequence[str]) -> str:
    """The first texts, and how many more there are."""
    more = [f"and {len(texts) - MOST_DETAILS} more"] if len(texts) > MOST_DETAILS else []
    return "; ".join([*texts[:MOST_DETAILS], *more])
