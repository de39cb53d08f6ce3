"""A clock that freezegun has stopped for the event loop, but not for this package."""

from __future__ import annotations

import sys

from anyio.lowlevel import current_token

from ...errors import ConfigurationError


def check_clock() -> None:
    """Checks that the event loop and this package see the same time.

    freezegun leaves modules alone whose name begins with `gi`, for PyGObject. Deadlines that are
    counted in real time would end every call on a loop that counts in frozen time.

    Raises:
        ConfigurationError: they do not.
    """
    ignored: list[tuple[str, ...]] = getattr(sys.modules.get("freezegun.api"), "ignore_lists", [])
    if not ignored or not __name__.startswith(tuple(ignored[-1])):
        return
    import asyncio  # not needed on trio

    # trio and uvloop have clocks of their own, and with real_asyncio=True asyncio gets one.
    loop = current_token().native_token
    if getattr(type(loop), "time", None) is asyncio.BaseEventLoop.time:
        raise ConfigurationError(
            "freezegun has stopped the event loop, but not this client:"
            " use freeze_time(..., real_asyncio=True)"
        )
