"""Pytest fixtures: a fresh sandbox for every test, and a client on it.

They need the extra `sandbox`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .client import Gigstack
    from .sandbox import Sandbox


def pytest_configure() -> None:
    """Lets freezegun stop the time of a client as well.

    By default it leaves modules alone whose name begins with `gi`, for the package of that name.
    """
    try:
        from freezegun import config, configure
    except ImportError:
        return
    ignored = ["gi." if name == "gi" else name for name in config.settings.default_ignore_list]
    configure(default_ignore_list=ignored)


@pytest.fixture
def gigstack_sandbox() -> Sandbox:
    """An empty local gigstack in this process.

    It has `state`, `faults`, `clock`, `requests`, `deliveries`, `client()` and `serve()`.
    """
    from .sandbox import Sandbox

    return Sandbox()


@pytest.fixture
def gigstack(gigstack_sandbox: Sandbox) -> Gigstack:
    """A client of the sandbox, on asyncio or trio. It retries without waiting."""
    from ._core.retries.policy import RetryPolicy

    return gigstack_sandbox.client(retries=RetryPolicy(base_s=0, settle_s=0))
