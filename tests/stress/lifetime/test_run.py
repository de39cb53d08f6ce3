"""A small run of the promise on cancellation and lifetime."""

from __future__ import annotations

import pytest

from ..harness.setups import OWN
from . import run as lifetime


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # clients that are never closed are part of the promise
def test_clients_survive_cancellation_loops_and_forks() -> None:
    setups = (OWN,)  # `make torture` runs all: the others take half a minute
    result = lifetime.run(seed=1, scale=0.01, setups=setups)
    assert result.broken == ()
    for setup in setups:
        assert int(result.counts[f"calls cancelled, each at another step, {setup}"]) > 100
        assert int(result.counts[f"calls cancelled while connecting, {setup}"]) > 10
        assert int(result.counts[f"downloads cancelled, each at another step, {setup}"]) > 10
