"""Fixtures: each story is played in this process on trio and over a real socket on asyncio."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext

import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox

from ..support.asgi import serving
from ..support.sandbox import SandboxSession

WITHOUT_CERTIFICATES = SSLContext(PROTOCOL_TLS_CLIENT)
"""The sandbox speaks plain HTTP: reading the certificates for each test would only take time."""
PLACES = [
    pytest.param("asyncio", "over a socket", id="asyncio-over a socket"),
    pytest.param("trio", "in process", id="trio-in process"),
]
OTHER_PLACES = [
    pytest.param("asyncio", "in process", id="asyncio-in process"),
    pytest.param("trio", "over a socket", id="trio-over a socket"),
]
IN_ALL_PLACES = {"http/test_fault_injection.py", "stories/test_stories.py"}
"""The modules that try every combination. Two suffice elsewhere: the sandbox runs on both event
loops, and is reached both ways. What trio reads from a socket is tested in `tests/core/http`.
"""


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Says on which event loop and where a story is played."""
    if "session" in metafunc.fixturenames:
        module = metafunc.definition.path.relative_to(Path(__file__).parent).as_posix()
        places = PLACES + (OTHER_PLACES if module in IN_ALL_PLACES else [])
        mark = pytest.mark.parametrize(("anyio_backend", "session"), places, indirect=True)
        metafunc.definition.add_marker(mark)


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Sandbox, str]]:
    sandbox = Sandbox(check_answers=True, lenient=True)
    with serving(sandbox.app) as origin:
        yield sandbox, origin


@pytest.fixture
async def session(
    request: pytest.FixtureRequest, anyio_backend: str
) -> AsyncIterator[SandboxSession]:
    if request.param == "in process":
        sandbox, origin = Sandbox(check_answers=True, lenient=True), "http://127.0.0.1"
        transport: httpx.AsyncBaseTransport = httpx.ASGITransport(sandbox.app)
    else:
        sandbox, origin = request.getfixturevalue("served")
        transport = httpx.AsyncHTTPTransport(verify=WITHOUT_CERTIFICATES)
    async with httpx.AsyncClient(transport=transport) as http:
        session = SandboxSession(sandbox, origin, http)
        session.empty()
        yield session
    assert not sandbox.deviations


@pytest.fixture
def gig(session: SandboxSession) -> Gigstack:
    return session.gig()
