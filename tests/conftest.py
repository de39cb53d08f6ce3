"""Settings and fixtures for all tests."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from pathlib import Path

import certifi
import pytest
import respx
from hypothesis import HealthCheck, settings

from .support.demo import demo as demo
from .support.demo import served as served
from .support.redis_server import redis_url as redis_url
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


UVLOOP = pytest.param(
    ("asyncio", {"use_uvloop": True}),
    id="uvloop",
    marks=pytest.mark.skipif(find_spec("uvloop") is None, reason="uvloop is not installed"),
)

TESTS = Path(__file__).parent
AUTHORITY = TESTS / "support" / "authority.pem"

ON_UVLOOP_TOO = {
    "behaviour/test_event_loops.py",
    "behaviour/test_foreign_errors.py",
    "behaviour/test_leftover_bytes.py",
    "behaviour/test_retrying.py",
    "core/http/test_own_connections.py",
    "core/http/test_own_streams.py",
    "core/http/test_transport.py",
    "core/pagination/test_pager.py",
    "core/test_concurrency.py",
    "fastapi/test_over_tcp.py",
    "resources/test_clients_upsert_many.py",
    "test_client.py",
    "test_upsert.py",
}
"""The modules whose tests run on uvloop too."""


def pytest_configure() -> None:
    """Lets the processes that tests start keep bytecode, even if the environment says otherwise:
    each of them would compile the whole package. Lets clients trust one authority instead of all of
    certifi's or the machine's: reading those takes 20 ms for each client of httpx.
    """
    for name in ("PYTHONDONTWRITEBYTECODE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        os.environ.pop(name, None)
    certifi.where = lambda: str(AUTHORITY)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collects without garbage collection, and keeps what was collected out of all later ones.

    What is alive now lives until the end: each collection that goes through it takes 0.3 s, so
    this one is left out as well.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs chosen modules on uvloop too. Tests that name their event loop keep it."""
    module = metafunc.definition.path.relative_to(TESTS).as_posix()
    names_its_own = any(
        "anyio_backend" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")
    )
    if module in ON_UVLOOP_TOO and "anyio_backend" in metafunc.fixturenames and not names_its_own:
        loops = ["asyncio", "trio", UVLOOP]
        metafunc.definition.add_marker(pytest.mark.parametrize("anyio_backend", loops))


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Every test marked `anyio` runs on both event loops."""
    return str(request.param)


@pytest.fixture
def files_a_pac_refuses() -> None:
    """Lets a test have the sandbox write files that satcfdi or the SAT's schemas refuse."""


def pytest_runtest_setup() -> None:
    """Notes every XML that a sandbox writes in this process, from the first one on."""
    if state := sys.modules.get("gigstack_api.sandbox.state"):
        from .support import sandbox_files

        sandbox_files.record(state.State)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Checks that satcfdi reads every XML of the test, and that it fits the schemas.

    After a module, what is alive is kept out of later garbage collections: some tests ask for one.
    """
    try:
        return (yield)
    finally:
        if nextitem is None or nextitem.path != item.path:
            gc.collect()
            gc.freeze()
        if files := sys.modules.get("tests.support.sandbox_files"):
            files.check_all(excepted="files_a_pac_refuses" in getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable(
    report: pytest.CollectReport | pytest.TestReport,
) -> Generator[None, dict[str, object] | None, dict[str, object] | None]:
    """Leaves the keywords out of what a worker of xdist reports: nothing reads them, and writing
    and reading them takes longer than the rest of a report.
    """
    data = yield
    if data and isinstance(report, pytest.TestReport):
        data["keywords"] = {}
    return data


@pytest.fixture
def api() -> Iterator[respx.MockRouter]:
    """The API at its public address, as respx plays it."""
    with respx.mock(base_url=PUBLIC_BASE, assert_all_called=False) as router:
        yield router


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in one line how many tests were skipped, and why."""
    reports: list[pytest.TestReport] = terminalreporter.stats.get("skipped", [])
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in reports
        if isinstance(report.longrepr, tuple)
    )
    if reasons:
        listed = ", ".join(f"{count} ({reason})" for reason, count in reasons.items())
        terminalreporter.write_line(f"skipped: {listed}")
