"""A sandbox whose lists are exported."""

from __future__ import annotations

import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox
from tests.support.sandbox import AT_ONCE


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


@pytest.fixture
def gig(sandbox: Sandbox) -> Gigstack:
    return sandbox.client(retries=AT_ONCE)
