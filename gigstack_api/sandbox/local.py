"""The sandbox in Python: its state, its app, and a client on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from os import PathLike
from typing import TYPE_CHECKING, Any

import httpx

from . import keys
from .clock import Clock
from .deliveries import SIGNING_SECRET, Deliveries, Delivery
from .faults import Faults
from .http.app import App, Received
from .http.routing import PREFIX
from .http.server import listen, reached_at, server
from .spec import own_spec
from .spec_files import read_spec
from .state import State

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from ..client import Gigstack

TEAM = "team_sandbox"


class Sandbox:
    """A local gigstack with its own state.

    `app` is the ASGI app, `client()` a `Gigstack` on it in this process, `serve()` a real server,
    `state` all its data, `faults` the faults to inject, `clock` its time, `requests` the requests
    that arrived, `deliveries` the outcomes of its webhooks, `signing_secret` what they are signed
    with.

    Args:
        state: What it begins with; by default nothing but the teams.
        check_answers: Answers with a 500 where its own answer deviates from openapi.yaml; for tests
            of the sandbox itself.
        allowed_hosts: Hosts other than this machine that webhooks may be posted to.
        signing_secret: What webhooks are signed with, for `webhooks.parse(..., secret=...)`.
        host_names: Names that the sandbox is reached by besides those of this machine, for example
            that of a container. A request to any other name is refused with 421.
        lenient: Stamps invoices, payments and retentions that the SAT's matrices of errors refuse,
            for tests that are not about them. Impossible amounts, receivers without an RFC and
            those on the blacklist are refused all the same.
        spec: A file with another OpenAPI document, or the document. Operations that are not
            gigstack's are answered from its examples and schemas; create, get, list, update and
            delete of a resource remember it.

    Raises:
        ValueError: the spec cannot be used.
    """

    def __init__(
        self,
        state: State | None = None,
        *,
        check_answers: bool = False,
        allowed_hosts: Collection[str] = (),
        signing_secret: str = SIGNING_SECRET,
        host_names: Collection[str] = (),
        lenient: bool = False,
        spec: str | PathLike[str] | Mapping[str, Any] | None = None,
    ) -> None:
        self.spec = own_spec() if spec is None else read_spec(spec)
        self.clock = Clock()
        self.state = state or State(now=self.clock)
        self.state.lenient = self.state.lenient or lenient
        self.faults = Faults({operation.id for operation in self.spec.operations})
        self.signing_secret = signing_secret
        self._deliveries = Deliveries(
            self.state, allowed_hosts=allowed_hosts, signing_secret=signing_secret
        )
        self._app = App(
            self.state,
            self.faults,
            self._deliveries,
            spec=self.spec,
            check_answers=check_answers,
            host_names=host_names,
        )
        self.app: ASGIApp = self._app.asgi

    @property
    def requests(self) -> Sequence[Received]:
        """The last 1,000 requests that arrived, oldest first."""
        return tuple(self._app.received)

    @property
    def deviations(self) -> Sequence[str]:
        """Where its own answers deviated from openapi.yaml, with `check_answers`."""
        return tuple(self._app.deviations)

    @property
    def deliveries(self) -> Sequence[Delivery]:
        """The outcomes of the last 1,000 webhook deliveries, in the order they ended."""
        return tuple(self._deliveries.log)

    def key(self, team: str = TEAM, *, livemode: bool = False) -> str:
        """An API key of a team."""
        return keys.issue(team, livemode=livemode)

    def client(self, *, team: str = TEAM, livemode: bool = False, **options: Any) -> Gigstack:
        """A client of this sandbox, without sockets and with the key of a team.

        `options` are those of `Gigstack`.
        """
        from ..client import Gigstack

        transport = httpx.ASGITransport(self.app)
        return Gigstack(
            self.key(team, livemode=livemode),
            base_url=f"http://127.0.0.1{PREFIX}",
            http_client=httpx.AsyncClient(transport=transport),
            **options,
        )

    @asynccontextmanager
    async def serve(self, *, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[str, None]:
        """Serves this sandbox over a socket and gives its base URL.

        By default it takes a free port of this machine. It answers to the name `host` from then
        on. asyncio only.

        Raises:
            OSError: it cannot listen there.
        """
        with listen(host, port) as listener:
            self._app.gate.add_name(host)
            serving = server(self.app)
            task = asyncio.create_task(serving.serve(sockets=[listener]))
            try:
                yield f"{reached_at(listener)}{PREFIX}"
            finally:
                serving.should_exit = True
                await task
