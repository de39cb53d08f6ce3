"""What all tests share."""

from __future__ import annotations

from importlib.util import find_spec

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
    "test_bulk",
    "test_event_loops",
    "test_foreign_errors",
    "test_leftover_bytes",
    "test_lifecycle",
    "test_over_tcp",
    "test_paging",
    "test_retrying",
    "test_sockets",
    "test_transport",
    "test_upserts",
}
"""The modules whose tests run on uvloop too."""

ON_ASYNCIO = {"test_sockets"}
"""Those that do not run on trio."""

NOT_ON_UVLOOP = {
    "test_a_connection_that_breaks_is_told_to_who_reads_and_who_writes",
    "test_a_slow_peer_makes_the_writer_wait",
    "test_calls_go_over_tls_and_share_the_connection",
}
"""Their peer is a server of anyio in the same loop. On uvloop it takes in more than a test expects,
and closes before all is sent. tests/behaviour/test_event_loops.py does the same with a thread.
"""


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs chosen modules on uvloop too. Tests that name their event loop keep it."""
    module = metafunc.definition.path.stem
    names_its_own = any(
        "anyio_backend" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")
    )
    if (
        module in ON_UVLOOP_TOO
        and metafunc.function.__name__ not in NOT_ON_UVLOOP
        and "anyio_backend" in metafunc.fixturenames
        and not names_its_own
    ):
        loops = ["asyncio", UVLOOP] if module in ON_ASYNCIO else ["asyncio", "trio", UVLOOP]
        metafunc.definition.add_marker(pytest.mark.parametrize("anyio_backend", loops))


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
