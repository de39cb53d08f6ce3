"""Manners for tests: waits are recorded and take no time."""

from __future__ import annotations

import anyio.lowlevel

from gigstack_api.regenerate.docs_site import Manners

WAITS: list[float] = []
"""The waits of the current test, which clears it first."""


async def note_wait(seconds: float) -> None:
    WAITS.append(seconds)
    await anyio.lowlevel.checkpoint()


QUICK = Manners(sleep=note_wait, pause_s=0.25)
