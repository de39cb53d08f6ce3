"""A sandbox process for all stories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from gigstack_api import Gigstack, RetryPolicy, client
from scripts.sandbox_process import running


@pytest.fixture(scope="session")
def sandbox() -> Iterator[dict[str, str]]:
    """The variables that lead to a sandbox with the demo business."""
    with running("--seed", "demo") as environment:
        yield {
            name: value for name, value in environment.items() if name.startswith("GIGSTACK_API")
        }


@pytest.fixture
def without_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients of the command in this process repeat calls at once: by default they take 3 s."""
    at_once = partial(Gigstack, retries=RetryPolicy(base_s=0, settle_s=0))
    monkeypatch.setattr(client, "Gigstack", at_once)
