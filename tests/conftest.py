"""What all tests share."""

from __future__ import annotations

from collections import Counter

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
