"""Calls of a run: patient with rate limits, and looked up when their answers are lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import anyio

from ..._core.http.messages import Response
from ..._core.operations.operation import Operation
from ..._core.operations.route import Route
from ..._core.retries.policy import MAYBE_DONE
from ..._core.schema.undocumented import closest
from ...client import Gigstack
from ...errors import (
    APIError,
    AuthenticationError,
    DeliveryTimeoutError,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RateLimitError,
    StampingError,
    UnreadableReplyError,
)
from .tasks import Ended, Task, failed, unknown
from .terms import Terms

T = TypeVar("T")

MOST_WAITS = 20
LONGEST_WAIT_S = 60.0
WITHOUT_A_WORD_S = 1.0
MOST_SENDS = 2
MAYBE = "it may have been done"
BESIDE = frozenset({"extra", "extra_query"})


async def patiently(gig: Gigstack, operation: Operation[T]) -> Response[T]:
    """The response to an operation. A rate limit that outlasts its deadline is waited for.

    Raises:
        GigstackError: as `gig.request` does.
    """
    for _ in range(MOST_WAITS):
        try:
            return await gig.request(operation)
        except RateLimitError as error:
            asked_s = error.retry_after_s
            wait_s = WITHOUT_A_WORD_S if asked_s is None else min(asked_s, LONGEST_WAIT_S)
        except DeliveryTimeoutError:
            wait_s = 0.0
            if gig.waiting_s <= 0:
                raise
        await anyio.sleep(max(wait_s, gig.waiting_s))
    return await gig.request(operation)


async def delivered(terms: Terms, task: Task, operation: Operation[T]) -> Response[T] | Ended | T:
    """The response to a write; its value alone if its answer was lost and it was found done; or
    how the task ended without either.

    Raises:
        AuthenticationError: the key is refused; nothing was done.
    """
    sends = 0
    while True:
        sends += 1
        try:
            return await patiently(terms.gig, operation)
        except AuthenticationError:
            raise
        except OutcomeUnknownError as error:
            lost = error
        except UnreadableReplyError as error:
            return unknown(task, error, MAYBE)
        except GigstackError as error:
            if isinstance(error, APIError) and may_be_done(error):
                return unknown(task, error, MAYBE)
            return failed(task, error)
        try:
            found = await terms.gig.reconcile(lost, settle_s=terms.settle_s)
        except GigstackError as error:
            return unknown(task, lost, f"the lookup failed: {error}")
        if found.done:
            value: T = found.value
            return value
        if found.done is None or sends == MOST_SENDS:
            return unknown(task, lost, found.why)


def may_be_done(error: APIError) -> bool:
    """Whether the API may have done what it answered with this error."""
    return error.status in MAYBE_DONE and not isinstance(error, StampingError)


def check_names(fields: Mapping[str, Any], route: Route[Any], required: Collection[str]) -> None:
    """Checks the names of fields.

    Raises:
        InvalidArgumentError: one is not known, or a required one is missing.
    """
    for name in fields:
        if name not in route.body and name not in BESIDE:
            meant = closest(name, route.body)
            hint = f"; did you mean {meant!r}?" if meant else ""
            raise InvalidArgumentError(f"{route.name} has no field {name!r}{hint}")
    if missing := [name for name in required if fields.get(name) is None]:
        raise InvalidArgumentError(f"{route.name} needs {' and '.join(missing)}")
