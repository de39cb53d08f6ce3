"""An error in a program under the client is raised once, not retried, and named."""

from __future__ import annotations

from pathlib import Path
from types import FunctionType

import httpx
import pytest

from gigstack_api import DeliveryError, OutcomeUnknownError
from tests.support.scripted_api import gigstack

CASES = [
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


class FromRespx(AssertionError):
    """What respx raises for a request that no route takes."""


@pytest.mark.anyio
@pytest.mark.parametrize("error", [AssertionError("wrong path"), FromRespx("not mocked")])
async def test_what_a_mock_asserts_reaches_the_tester_unchanged(
    error: Exception, tmp_path: Path
) -> None:
    asked: list[httpx.Request] = []

    def fail(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        raise error

    gig = gigstack(http_client=httpx.AsyncClient(transport=httpx.MockTransport(fail)))
    for call in (
        lambda: gig.clients.get("c1"),
        lambda: gig.services.create(description="x", unit_price=1),
        lambda: gig.download("https://files.test/a.pdf"),
        lambda: gig.download_to("https://files.test/a.pdf", tmp_path / "a.pdf"),
    ):
        with pytest.raises(AssertionError) as caught:
            await call()
        assert caught.value is error
    assert len(asked) == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.anyio
async def test_what_a_library_asserts_is_an_error_of_the_package() -> None:
    async def fail(request: httpx.Request) -> httpx.Response:
        fails = FunctionType(
            compile("assert False, 'internal'", "", "exec"), {"__name__": "anyio.x"}
        )
        fails()
        raise NotImplementedError

    gig = gigstack(http_client=httpx.AsyncClient(transport=httpx.MockTransport(fail)))
    with pytest.raises(DeliveryError, match="AssertionError"):
        await gig.clients.get("c1")
