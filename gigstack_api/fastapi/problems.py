"""Our errors as problem details (RFC 9457), in which no key, body, address or personal data can
stand.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Coroutine, Mapping
from copy import copy
from math import ceil
from typing import Any

from attrs import asdict, frozen
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..errors import (
    APIError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    DeliveryError,
    DeliveryTimeoutError,
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
)
from .teams import MissingTeam

log = logging.getLogger("gigstack_api")
CODE = re.compile(r"[a-z][a-z_]{0,39}")
"""What a code of the API looks like; an RFC has digits."""


@frozen
class Problem:
    """What a client of the app is told."""

    status: int
    name: str
    title: str

    def response(self, *, retry_after_s: float | None = None, **more: Any) -> JSONResponse:
        """The answer that says so."""
        content = {
            "type": f"urn:gigstack-api:{self.name}",
            "title": self.title,
            "status": self.status,
            **more,
        }
        headers = {} if retry_after_s is None else {"Retry-After": str(ceil(retry_after_s))}
        return JSONResponse(content, self.status, headers, "application/problem+json")


PROBLEMS: Mapping[type[Exception], Problem] = {
    MissingTeam: Problem(400, "missing-team", "The request does not say which team it is about."),
    UnreadableEventError: Problem(400, "unreadable-event", "The body tells of no event."),
    BadRequestError: Problem(400, "refused", "The invoicing service does not accept the request."),
    ValidationError: Problem(422, "invalid", "The invoicing service does not accept a value."),
    FiscalError: Problem(422, "fiscal", "The SAT would refuse the document."),
    StampingError: Problem(422, "not-stamped", "The SAT refused to stamp the document."),
    NotFoundError: Problem(404, "not-found", "There is no such resource."),
    ConflictError: Problem(409, "conflict", "The request contradicts what exists."),
    MultipleMatchesError: Problem(409, "several-match", "Several resources match."),
    RateLimitError: Problem(503, "busy", "Too many requests at once; try again later."),
    APIError: Problem(
        502, "upstream", "The invoicing service failed."
    ),  # a key that is refused, too: no fault of the client's
    DeliveryError: Problem(
        503, "unreachable", "The invoicing service cannot be reached; nothing was done."
    ),
    DeliveryTimeoutError: Problem(
        504, "too-late", "The invoicing service did not answer in time; nothing was done."
    ),
    OutcomeUnknownError: Problem(
        504,
        "outcome-unknown",
        "It is not known whether it was done; find out before it is repeated.",
    ),
    GigstackError: Problem(
        502, "unusable-answer", "The invoicing service gave an answer that is of no use."
    ),
    InvalidArgumentError: Problem(500, "internal", "Something failed here; nothing was sent."),
    ConfigurationError: Problem(500, "internal", "Something failed here; nothing was sent."),
}
"""What stands for each error: that of the nearest class."""


def problem_of(error: Exception) -> Problem:
    """What stands for an error of ours."""
    return next(PROBLEMS[each] for each in type(error).__mro__ if each in PROBLEMS)


async def answer_with_problem(request: Request, error: Exception) -> JSONResponse:
    """The answer for an error of ours. What is not the client's fault is logged."""
    problem = problem_of(error)
    more: dict[str, Any] = {}
    if isinstance(error, FiscalError):
        more["findings"] = [asdict(each) for each in error.findings]
    code = error.code if isinstance(error, APIError) and CODE.fullmatch(error.code) else None
    if problem.status >= 500:
        witness = f" ({error.status} {code})" if isinstance(error, APIError) else ""
        ours = isinstance(
            error, (InvalidArgumentError, ConfigurationError)
        )  # their texts hold no answer of the API
        # A copy, for what the error followed from may hold one.
        told = (type(error), copy(error), error.__traceback__) if ours else None
        log.error(
            "%s%s became the answer %d",
            type(error).__name__,
            witness,
            problem.status,
            exc_info=told,
        )
    elif code is not None:
        more["code"] = code
    return problem.response(
        retry_after_s=error.retry_after_s if isinstance(error, RateLimitError) else None, **more
    )


problem_handlers: dict[
    int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]]
] = {
    GigstackError: answer_with_problem,
    MissingTeam: answer_with_problem,
}
"""What an app takes to answer with problem details:
`FastAPI(exception_handlers=problem_handlers)`.
"""
