"""One promise, put to the test and timed: what a process of its own is given to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module

from attrs import frozen

from .result import Result


@frozen
class Trial:
    """The result of a module, and how long it took in seconds."""

    name: str
    result: Result
    took_s: float


def held(name: str, seed: int, scale: float) -> Trial:
    """What the module of that name finds."""
    run: Callable[[int, float], Result] = import_module(f"{__package__}.{name}").run
    started = time.monotonic()
    result = run(seed, scale)
    return Trial(name, result, time.monotonic() - started)
