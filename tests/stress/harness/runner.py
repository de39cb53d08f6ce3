"""Runs one promise and measures how long it took; each runs in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib import import_module

from attrs import frozen

from .result import Result


@frozen
class TimedResult:
    """The result of a promise, and how many seconds it took."""

    name: str
    result: Result
    took_s: float


MODULES: Mapping[str, str] = {
    "writes": "tests.stress.writes.run",
    "bulk": "tests.stress.bulk.run",
    "imports": "tests.stress.imports.run",
    "workers": "tests.stress.workers.run",
    "replies": "tests.stress.replies.run",
    "lists": "tests.stress.lists.run",
    "secrets": "tests.stress.secrets.run",
    "tenants": "tests.stress.tenants",
    "answers": "tests.stress.answers.run",
    "timing": "tests.stress.timing.run",
    "lifetime": "tests.stress.lifetime.run",
}
"""The module of each promise, with `run(seed, scale) -> Result`."""


def run_timed(name: str, seed: int, scale: float) -> TimedResult:
    """Runs the promise of that name."""
    run: Callable[[int, float], Result] = import_module(MODULES[name]).run
    started = time.monotonic()
    result = run(seed, scale)
    return TimedResult(name, result, time.monotonic() - started)
