"""A sandbox with demo data in the environment: one for all tests of a process, its data fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from gigstack_api.sandbox import Sandbox


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Sandbox, str]]:
    """A sandbox and its origin."""
    from gigstack_api.sandbox import Sandbox

    from .asgi import serving

    sandbox = Sandbox()
    with serving(sandbox.app) as origin:
        yield sandbox, origin


@pytest.fixture
def demo(served: tuple[Sandbox, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a sandbox of demo data in the environment."""
    from gigstack_api.sandbox.seeds import SEEDS

    sandbox, origin = served
    sandbox.state.reset()
    sandbox.state.now = sandbox.clock
    sandbox.faults.clear()
    SEEDS["demo"](sandbox.state, origin)
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", f"{origin}/v2")
    monkeypatch.setenv("GIGSTACK_API_KEY", sandbox.key())
    monkeypatch.chdir(tmp_path)
    return tmp_path
