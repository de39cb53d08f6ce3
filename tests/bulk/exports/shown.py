"""The progress of an export, as a test takes it."""

from __future__ import annotations

import anyio

from gigstack_api.bulk import Progress


class FirstProgress:
    """Takes the first progress, and ends its scope with it."""

    def __init__(self) -> None:
        self.seen: list[Progress] = []
        self.scope = anyio.CancelScope()

    def __call__(self, progress: Progress) -> None:
        self.seen.append(progress)
        self.scope.cancel()
