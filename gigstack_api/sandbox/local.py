"""The sandbox in Python: its state, its app, and a client on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from . import keys
from .app import PREFIX, App
from .faults import Faults
from .spec import operations
from .state import State

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from ..client import Gigstack

TEAM = "team_sandbox"


class Sandbox:
    """A local gigstack with a state of its own.

    `app` is the ASGI app, `client()` a `Gigstack` on it in this process, `state` what it remembers, `faults` what is to go wrong.

    Args:
        state: What it begins with; by default nothing but the teams.
        check_answers: Raises where one of its own answers is not what openapi.yaml says; for tests of the sandbox itself.
    """

    def __init__(self, state: State | None = None, *, check_answers: bool = False) -> None:
        self.state = state or State()
        self.faults = Faults({operation.id for operation in operations()})
        self.app: ASGIApp = App(self.state, self.faults, check_answers=check_answers).asgi

    def key(self, team: str = TEAM, *, livemode: bool = False) -> str:
        """An API key of a team."""
        return keys.issue(team, livemode=livemode)

    def client(self, *, team: str = TEAM, livemode: bool = False, **options: Any) -> Gigstack:
        """A client of this sandbox without sockets, with the key of a team. `options` are those of `Gigstack`."""
        from ..client import Gigstack

        transport = httpx.ASGITransport(self.app)
        return Gigstack(
            self.key(team, livemode=livemode),
            base_url=f"http://127.0.0.1{PREFIX}",
            http_client=httpx.AsyncClient(transport=transport),
            **options,
        )
