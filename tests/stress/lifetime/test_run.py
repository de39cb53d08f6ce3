"""A slice of promise 5, and of 4: what `make torture` does at length."""

from __future__ import annotations

import pytest

from . import run as lifetime


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # clients that nobody closes are part of the promise
def test_a_call_may_be_cancelled_anywhere_and_a_client_lives_through_loops_and_forks() -> None:
    result = lifetime.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert int(result.counts["calls cancelled, each at another step"]) > 100
