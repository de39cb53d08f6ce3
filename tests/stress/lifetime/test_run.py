"""A small run of the promise on cancellation and lifetime."""

from __future__ import annotations

import pytest

from ..harness.setups import GIVEN, OWN, PROXY
from . import run as lifetime


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # clients that are never closed are part of the promise
def test_clients_survive_cancellation_loops_and_forks() -> None:
    result = lifetime.run(seed=1, scale=0.01)
    assert result.broken == ()
    for setup in (OWN, GIVEN, PROXY):
        assert int(result.counts[f"calls cancelled, each at another step, {setup}"]) > 100
        assert int(result.counts[f"calls cancelled while connecting, {setup}"]) > 10
        assert int(result.counts[f"downloads cancelled, each at another step, {setup}"]) > 10
