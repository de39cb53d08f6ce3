"""A sandbox process for all stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.sandbox_process import running


@pytest.fixture(scope="session")
def sandbox() -> Iterator[dict[str, str]]:
    """The variables that lead to a sandbox with the demo business."""
    with running("--seed", "demo") as environment:
        yield {
            name: value for name, value in environment.items() if name.startswith("GIGSTACK_API")
        }
