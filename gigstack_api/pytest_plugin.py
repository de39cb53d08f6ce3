"""Fixtures for the tests of users: a sandbox of its own for each test, and a client on it. Need the
extra `sandbox`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .client import Gigstack
    from .sandbox import Sandbox


@pytest.fixture
def gigstack_sandbox() -> Sandbox:
    """A local gigstack, empty and in process: `state`, `faults`, `clock`, `requests`, `deliveries`,
    `client()`, `serve()`.
    """
    from .sandbox import Sandbox

    return Sandbox()


@pytest.fixture
def gigstack(gigstack_sandbox: Sandbox) -> Gigstack:
    """A client of the sandbox, on asyncio as on trio. It repeats without waiting."""
    from ._core.retries.policy import RetryPolicy

    return gigstack_sandbox.client(retries=RetryPolicy(base_s=0, settle_s=0))
