"""A sandbox for tests, with the clients that reach it."""

from __future__ import annotations

import time
from typing import Any

import httpx
from attrs import frozen

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.call import Call
from gigstack_api.sandbox.keys import Key
from gigstack_api.sandbox.local import TEAM
from gigstack_api.sandbox.state import State

AT_ONCE = RetryPolicy(base_s=0.0, settle_s=0.0)
"""A retry policy without waits."""


def call_on(state: State, *, livemode: bool = False) -> Call:
    """A call of the first team, as a rule gets it."""
    key = Key(TEAM, livemode=livemode)
    return Call(state=state, key=key, team=TEAM, base_url="http://127.0.0.1")


@frozen
class SandboxSession:
    """A sandbox, where it is, and a plain HTTP client there that holds no key."""

    sandbox: Sandbox
    origin: str
    http: httpx.AsyncClient

    def gig(self, team: str = TEAM, *, livemode: bool = False, strict: bool = True) -> Gigstack:
        """A client with the key of a team. A strict one refuses any answer that is not what the
        spec says, and to have a name ignored.
        """
        key = self.sandbox.key(team, livemode=livemode)
        return Gigstack(
            key,
            base_url=f"{self.origin}/v2",
            http_client=self.http,
            retries=AT_ONCE,
            strict=strict,
        )

    async def send(
        self, method: str, path: str, *, key: str | None = None, **content: Any
    ) -> httpx.Response:
        """The answer to any request, with the key of the first team unless another is given; an
        empty one is not sent.
        """
        key = self.sandbox.key() if key is None else key
        headers = {
            **({"Authorization": f"Bearer {key}"} if key else {}),
            **content.pop("headers", {}),
        }
        return await self.http.request(method, f"{self.origin}{path}", headers=headers, **content)

    def at(self, now_s: float) -> None:
        """Sets the clock of the sandbox."""
        self.sandbox.state.now = lambda: now_s

    def empty(self) -> None:
        """Resets the state, the clock and the faults."""
        self.sandbox.state.reset()
        self.sandbox.state.now = time.time
        self.sandbox.faults.clear()
