"""The errors of this package as problem details (RFC 9457).

They never hold a key, a body, an address or personal data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping
from copy import copy
from math import ceil
from typing import Any

from attrs import asdict, frozen
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from .._core.logs import ERROR, write
from ..errors import (
    APIError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    DeliveryError,
    DeliveryTimeoutError,
    FileNotSavedError,
    FiscalError,
    GigstackError,
    InvalidArgumentError,
    MultipleMatchesError,
    NotFoundError,
    OutcomeUnknownError,
    RateLimitError,
    StampingError,
    UnreadableEventError,
    ValidationError,
    WebhookSignatureError,
)
from .teams import MissingTeam

MEDIA_TYPE = "application/problem+json"
CODE = re.compile(r"[a-z][a-z_]{0,39}")
"""The form of an API error code. It has no digits, so an RFC can never pass for one."""


@frozen
class Problem:
    """The problem that the app reports to its client."""

    status: int
    name: str
    title: str

    def response(
        self,
        *,
        retry_after_s: float | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> JSONResponse:
        """The response with this problem, and `more` members."""
        content = {
            "type": f"urn:gigstack-api:{self.name}",
            "title": self.title,
            "status": self.status,
            **more,
        }
        wait = {} if retry_after_s is None else {"Retry-After": str(ceil(retry_after_s))}
        sent = {**wait, **(headers or {})}
        return JSONResponse(content, self.status, sent, MEDIA_TYPE)


PROBLEMS: Mapping[type[Exception], Problem] = {
    MissingTeam: Problem(400, "missing-team", "The request does not name a team."),
    UnreadableEventError: Problem(400, "unreadable-event", "The body is not a gigstack event."),
    WebhookSignatureError: Problem(401, "bad-signature", "The event is not signed as agreed."),
    BadRequestError: Problem(400, "refused", "The invoicing service rejected the request."),
    ValidationError: Problem(422, "invalid", "The invoicing service rejected a value."),
    FiscalError: Problem(422, "fiscal", "The SAT would reject the document."),
    StampingError: Problem(422, "not-stamped", "The SAT refused to stamp the document."),
    NotFoundError: Problem(404, "not-found", "The resource does not exist."),
    ConflictError: Problem(409, "conflict", "The request conflicts with an existing resource."),
    MultipleMatchesError: Problem(409, "several-match", "Several resources match the request."),
    RateLimitError: Problem(503, "busy", "Too many requests; try again later."),
    # A refused API key is among these: it is not the fault of the app's client.
    APIError: Problem(502, "upstream", "The invoicing service failed."),
    DeliveryError: Problem(
        503, "unreachable", "The invoicing service cannot be reached; nothing was done."
    ),
    DeliveryTimeoutError: Problem(
        504, "too-late", "The invoicing service did not answer in time; nothing was done."
    ),
    OutcomeUnknownError: Problem(
        504,
        "outcome-unknown",
        "It is not known whether the request was carried out; check before repeating it.",
    ),
    FileNotSavedError: Problem(500, "not-saved", "A file could not be saved."),
    GigstackError: Problem(
        502, "unusable-answer", "The invoicing service sent an unusable response."
    ),
    InvalidArgumentError: Problem(500, "internal", "Internal error; nothing was sent."),
    ConfigurationError: Problem(500, "internal", "Internal error; nothing was sent."),
}
"""The problem of each error class; subclasses inherit it."""

UNUSABLE = Problem(422, "unusable-parameter", "A value in the address of the request is not valid.")


def _alone(error: Exception) -> Exception:
    """A copy without the causes of an error, which may quote a response."""
    found = copy(error)
    found.__cause__ = found.__context__ = None  # kept where Dask has loaded tblib
    return found


def problem_of(error: Exception) -> Problem:
    """The problem of an error: that of its nearest class in `PROBLEMS`."""
    return next(PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS)


async def answer_with_problem(request: Request, error: Exception) -> JSONResponse:
    """The response for an error of this package; logs it if it is not the client's fault."""
    problem = UNUSABLE if _came_from(request, error) else problem_of(error)
    more: dict[str, Any] = {}
    if isinstance(error, FiscalError):
        more["findings"] = [asdict(finding) for finding in error.findings]
    code = error.code if isinstance(error, APIError) and CODE.fullmatch(error.code) else None
    if problem.status >= 500:
        answered = f" ({error.status} {code})" if isinstance(error, APIError) else ""
        # Only the texts of these two are safe to log: they never quote a response of the API.
        is_local = isinstance(error, (InvalidArgumentError, ConfigurationError))
        exc_info = (type(error), _alone(error), error.__traceback__) if is_local else None
        write(
            ERROR,
            "%s%s: answered with status %d",
            type(error).__name__,
            answered,
            problem.status,
            fields={"status": problem.status, "error_type": type(error).__name__},
            exc_info=exc_info,
        )
    elif code is not None:
        more["code"] = code
    return problem.response(
        retry_after_s=error.retry_after_s if isinstance(error, RateLimitError) else None, **more
    )


def _came_from(request: Request, error: Exception) -> bool:
    """Whether an argument was refused for a value in the path or the query of the request."""
    values = {*map(str, request.path_params.values()), *request.query_params.values()}
    return type(error) is InvalidArgumentError and any(map(error.refuses, values))


problem_handlers: dict[
    int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]]
] = {
    GigstackError: answer_with_problem,
    MissingTeam: answer_with_problem,
}
"""The exception handlers of the app: `FastAPI(exception_handlers=problem_handlers)`."""
