"""A small run of the hosts and proxies that flood."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Any

import anyio
import pytest

from ..harness.calls import LOOPS
from ..harness.setups import GIVEN, OWN, PROXY
from .flood_host import FLOODS, PROXIES, flood_host
from .floods import FloodFigures, measure_floods


@pytest.mark.parametrize(("backend", "options"), LOOPS[:1])  # `make torture` runs all loops
@pytest.mark.filterwarnings(
    "ignore:Async generator:ResourceWarning"
)  # from httpx on trio, if a call is cancelled
def test_no_flood_outlives_a_deadline_or_holds_the_loop(
    backend: str, options: dict[str, Any]
) -> None:
    figures = FloodFigures()
    with flood_host() as (hosts, proxies, folder):
        work = partial(measure_floods, hosts, proxies, folder, 1, Random(1), figures)
        anyio.run(work, backend=backend, backend_options=options)
    assert figures.broken() == []
    floods = len(FLOODS)
    assert figures.calls == {OWN: floods, GIVEN: floods, PROXY: floods + len(PROXIES)}


def test_late_ends_and_a_held_loop_are_told() -> None:
    figures = FloodFigures()
    figures.add(OWN, "tiny chunks", late_s=0.1, held_s=9.0)
    figures.add(GIVEN, "endless 1xx", late_s=9.0, held_s=0.1)
    assert figures.broken() == [
        "a call with a given client ended 9.000 s late",
        "tiny chunks held the event loop for 9.000 s, own connections",
    ]
