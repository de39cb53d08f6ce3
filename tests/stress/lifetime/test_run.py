"""A small run of the promise on cancellation and lifetime."""

from __future__ import annotations

import pytest

from . import run as lifetime


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # clients that are never closed are part of the promise
def test_clients_survive_cancellation_loops_and_forks() -> None:
    result = lifetime.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert int(result.counts["calls cancelled, each at another step"]) > 100
