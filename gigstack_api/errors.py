"""What can go wrong, as one tree. Pure.

GigstackError
├─ APIError                     the API answered, and said no
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
│  └─ OutcomeUnknownError       a write was sent and its answer lost: it may have been done
├─ UnreadableReplyError         an answer that is not what was promised
├─ UnreadableEventError         the body of a webhook that tells of no event
├─ WrongFileError               a file that is not what it is called
├─ PaginationError              a list that leads nowhere or in a circle
├─ InvalidArgumentError         a call that cannot be made as written; nothing was sent
│  └─ FiscalError               ... because the SAT would refuse it (`Gigstack(checks="error")`)
└─ ConfigurationError           a client that cannot work as configured
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from ._core.sending.unknown_outcome import Sent
    from .fiscal.findings import Finding

MOST_DETAILS = 3


class GigstackError(Exception):
    """Base of everything this package raises on purpose. All of them can be pickled and copied."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self.args), self.__dict__


class APIError(GigstackError):
    """The API answered, and said no.

    `code` is the API's own (`resource_conflict`, ...) or `http_<status>` where it sent none;
    `details` is whatever it sent along. `body` is the head of the answer, for whoever has to find
    out what answered there; it is in no text.
    """

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
    ) -> None:
        self.status = status
        self.code = code or f"http_{status}"
        self.message = _printable(message)
        self.details = details
        self.method = method
        self.path = path
        self.body = body
        super().__init__(
            _printable(f"{message}{self._told(details)} ({self.code}, {method} {path})")
        )

    def _told(self, details: object) -> str:
        """What of the details belongs into the text."""
        return ""


class BadRequestError(APIError):
    """The request is malformed. The text names the first details, the rest is in `details`."""

    def _told(self, details: object) -> str:
        return _first_of(details, besides=self.message)


class ValidationError(BadRequestError):
    """A value was not accepted."""


class AuthenticationError(APIError):
    """The API key is missing, malformed or not valid."""


class PermissionDeniedError(APIError):
    """The key may not do this, or may not act for this team."""


class NotFoundError(APIError):
    """There is no such resource in this team."""


class ConflictError(APIError):
    """The request contradicts what exists."""


class MultipleMatchesError(ConflictError):
    """Several resources match the key of an upsert; nothing was changed."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the resources that match."""
        details: object = self.details
        return (
            tuple(str(each) for each in cast("list[object]", details))
            if isinstance(details, list)
            else ()
        )


class RateLimitError(APIError):
    """Too many requests; `retry_after_s` says when to come back, if the API did (seconds)."""

    retry_after_s: float | None = None


class ServerError(APIError):
    """Something failed on the side of gigstack or of a service behind it."""


class StampingError(ServerError):
    """The SAT or the PAC refused to stamp a CFDI; `gig.invoices.list_errors(code=...)` explains its
    codes.
    """

    def _told(self, details: object) -> str:
        return _first_of(details, besides=self.message)


class DeliveryError(GigstackError):
    """No usable answer arrived, and nothing was done: the request never left, or it was only a
    read.
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
    """A write was sent and its answer lost: it may have been done. Before you repeat it, `await
    gig.reconcile(error)` finds out.

    `operation` names the call; `idempotency_key` is the key it was sent with, if it took one;
    `sent` is what it is looked up by.
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
    """An answer that is not what was promised: HTML, cut JSON, a wrong shape; with `strict=True`,
    any drift (`drifts`).
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
    """A file that is not what it is called: of another kind, no well-formed XML, another CFDI, or
    larger than allowed.

    Nothing was written.
    """


class UnreadableEventError(GigstackError):
    """The body of a webhook that tells of no event. The text quotes none of it."""


class PaginationError(GigstackError):
    """A list that promises more without a way on, or whose cursor repeats."""


class InvalidArgumentError(GigstackError, ValueError):
    """A call that cannot be made as written; nothing was sent."""


class FiscalError(InvalidArgumentError):
    """The SAT would refuse what a call was to send, by the checks of the client; nothing was sent.
    `findings` are all of them.
    """

    def __init__(self, call: str, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(_counted(call, findings))


class FiscalWarning(UserWarning):
    """What the checks of the client have against a call, which is sent all the same. `findings` are
    all of them.
    """

    def __init__(self, call: str, findings: Sequence[Finding]) -> None:
        self.call = call
        self.findings = tuple(findings)
        super().__init__(_counted(call, findings))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.call, self.findings)


class ConfigurationError(GigstackError):
    """A client that cannot work as configured."""


def _printable(text: str) -> str:
    """The text without lone surrogates, which JSON may hold and no terminal or log file takes."""
    return text.encode("utf-8", "replace").decode()


def _revived(cls: type[GigstackError], args: tuple[object, ...]) -> GigstackError:
    """An error of that class and text, whatever its constructor asks for; its attributes are set by
    pickle.
    """
    error = cls.__new__(cls, *args)
    error.args = args
    return error


def _first_of(details: object, *, besides: str) -> str:
    """The first texts of a list of details, for the text of an error, without those that its
    message holds already.
    """
    if not isinstance(details, list):
        return ""
    texts = [
        each
        for each in cast("list[object]", details)
        if isinstance(each, str) and each not in besides
    ]
    return f": {_shortened(texts)}" if texts else ""


def _counted(call: str, findings: Sequence[Finding]) -> str:
    return f"{call}: {_shortened([str(each) for each in findings])}"


def _shortened(texts: Sequence[str]) -> str:
    """The first of the texts, and how many more there are."""
    more = [f"and {len(texts) - MOST_DETAILS} more"] if len(texts) > MOST_DETAILS else []
    return "; ".join([*texts[:MOST_DETAILS], *more])
