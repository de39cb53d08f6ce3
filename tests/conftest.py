"""What all tests share."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable",
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


UVLOOP = pytest.param(
    ("asyncio", {"use_uvloop": True}),
    id="uvloop",
    marks=pytest.mark.skipif(find_spec("uvloop") is None, reason="uvloop is not installed"),
)

ON_UVLOOP_TOO = {
    "test_bulk": ["asyncio", "trio"],
    "test_deadlines": ["asyncio", "trio"],
    "test_foreign_errors": ["asyncio", "trio"],
    "test_hooks": ["asyncio", "trio"],
    "test_leftover_bytes": ["asyncio", "trio"],
    "test_lifecycle": ["asyncio", "trio"],
    "test_over_tcp": ["asyncio", "trio"],
    "test_paging": ["asyncio", "trio"],
    "test_retrying": ["asyncio", "trio"],
    "test_sharing": ["asyncio", "trio"],
    "test_sockets": ["asyncio"],
    "test_streaming": ["asyncio", "trio"],
    "test_transport": ["asyncio", "trio"],
    "test_upserts": ["asyncio", "trio"],
}
"""The modules whose tests run on uvloop too, by the other event loops they run on."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs chosen modules on uvloop too. Tests that name their event loop keep it."""
    loops = ON_UVLOOP_TOO.get(Path(metafunc.module.__file__ or "").stem)
    named = any(
        "anyio_backend" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")
    )
    if loops and not named and "anyio_backend" in metafunc.fixturenames:
        metafunc.parametrize("anyio_backend", [*loops, UVLOOP])


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Every test marked `anyio` runs on both event loops."""
    return str(request.param)


@pytest.fixture
def on_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test that uses this tells of holds of connections by httpx, whatever the tests are run
    on.
    """
    monkeypatch.setenv("GIGSTACK_API_HTTP", "httpx")
