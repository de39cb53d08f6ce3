"""Time, chance and the attempts of one call."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable

import anyio
from attrs import frozen


@frozen
class Clock:
    """`now` in seconds from anywhere, `sleep` for some seconds, `chance` from 0 to 1, `unix` the
    time of day in Unix seconds.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    chance: Callable[[], float] = random.random
    unix: Callable[[], float] = time.time
