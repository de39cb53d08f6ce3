"""An error in a program under the client is raised once, not retried, and named."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import DeliveryError, OutcomeUnknownError
from tests.support.scripted_api import gigstack

CASES = [
    (AssertionError("wrong path"), 1, "AssertionError in test_program_errors.py, line"),
    (ZeroDivisionError(), 1, "ZeroDivisionError in test_program_errors.py, line"),
    (OSError(101, "Network is unreachable"), 4, "OSError in test_program_errors.py, line"),
    (httpx.ConnectError("refused"), 4, "cannot connect"),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("error", "attempts", "text"), CASES, ids=lambda case: repr(case)[:20])
async def test_only_errors_of_the_network_are_retried(
    error: Exception, attempts: int, text: str
) -> None:
    asked: list[httpx.Request] = []

    def fail(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        raise error

    http = httpx.AsyncClient(transport=httpx.MockTransport(fail))
    gig = gigstack(http_client=http)
    with pytest.raises(DeliveryError, match=text):
        await gig.clients.get("c1")
    assert len(asked) == attempts


@pytest.mark.anyio
async def test_a_write_that_met_a_program_error_may_have_been_done() -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise KeyError("after the request was read")

    http = httpx.AsyncClient(transport=httpx.MockTransport(fail))
    with pytest.raises(OutcomeUnknownError, match="KeyError"):
        await gigstack(http_client=http).services.create(description="x", unit_price=1)
