"""Settings and fixtures for all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import respx
from hypothesis import HealthCheck, settings

from .support.scripted_api import PUBLIC_BASE

settings.register_profile(
    "repeatable",
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Every test marked `anyio` runs on both event loops."""
    return str(request.param)


@pytest.fixture
def on_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections by httpx, whichever library the test run is on."""
    monkeypatch.setenv("GIGSTACK_API_HTTP", "httpx")


@pytest.fixture
def api(on_httpx: None) -> Iterator[respx.MockRouter]:
    """The API at its public address, as respx plays it."""
    with respx.mock(base_url=PUBLIC_BASE, assert_all_called=False) as router:
        yield router
