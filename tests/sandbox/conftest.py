"""Fixtures: each story is played in this process and over a real socket, on both event loops."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox

from ..support.asgi import serving
from ..support.sandbox import SandboxSession


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Sandbox, str]]:
    sandbox = Sandbox(check_answers=True, lenient=True)
    with serving(sandbox.app) as origin:
        yield sandbox, origin


@pytest.fixture(params=["in process", "over a socket"])
async def session(
    request: pytest.FixtureRequest, anyio_backend: str
) -> AsyncIterator[SandboxSession]:
    if request.param == "in process":
        sandbox, origin = Sandbox(check_answers=True, lenient=True), "http://127.0.0.1"
        transport: httpx.AsyncBaseTransport = httpx.ASGITransport(sandbox.app)
    else:
        sandbox, origin = request.getfixturevalue("served")
        transport = httpx.AsyncHTTPTransport(
            verify=False
        )  # plain http: reading the certificates would only take time
    async with httpx.AsyncClient(transport=transport) as http:
        session = SandboxSession(sandbox, origin, http)
        session.empty()
        yield session
    assert not sandbox.deviations


@pytest.fixture
def gig(session: SandboxSession) -> Gigstack:
    return session.gig()
