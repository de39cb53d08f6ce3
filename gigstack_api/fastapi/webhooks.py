"""A router that takes the webhooks of gigstack, acknowledges them at once and works on them
afterwards.
"""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import aclosing, asynccontextmanager
from functools import partial
from hmac import compare_digest
from typing import Any, TypeVar

from anyio import get_cancelled_exc_class
from fastapi import APIRouter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from ..client import Gigstack
from ..errors import ConfigurationError, InvalidArgumentError, UnreadableEventError
from ..webhooks import Deduplicator, Event, MemoryDeduplicator, parse
from .dependencies import client_of
from .handlers import Handler, Handlers, ends_the_work, names_events, shown
from .problems import Problem, problem_of
from .queues import Queues

log = logging.getLogger("gigstack_api")
H = TypeVar("H", bound=Handler)
MIB = 1_048_576
AGAIN_S = 30.0
TOO_LARGE = Problem(413, "too-large", "The body is larger than any event.")
FULL = Problem(503, "full", "Too many events wait to be handled; send it again later.")


class WebhookRouter(APIRouter):
    """Takes events at `POST <path>/<secret>`, in an app whose lifespan is `gigstack_lifespan`.

    | what came | answer |
    |---|---|
    | another secret | 404, as at an address that does not exist; the body is not read |
    | more than `max_bytes` | 413; the rest is not read |
    | no JSON, or no event | 400 |
    | an event without a handler, or of the other mode (live or test) than the key | 200 `ignored` |
    | an event that was taken before, and did not fail | 200 `duplicate` |
    | no room, or the app is ending | 503 with `Retry-After`; the event is not remembered |
    | any other event | 200 `accepted`; it is handled after the answer |

    An event whose handling fails is logged and forgotten, so that it is handled when it is sent
        again: all its handlers are
    called then. Unverified: whether gigstack sends again by itself what was acknowledged; count on
    it that it does not.

    Args:
        secret: What an address must end with to be heard; gigstack signs nothing. 16 letters,
            digits, `-` and `_` at least.
        path: Where the address begins: for each router of an app another, since the first one there
            answers for all secrets.
        deduplicator: What recognises repeated events; by default the memory of this process.
        confirm: Whether what an event is about is fetched from the API before; what cannot be
            fetched is not handled.
        max_bytes: The largest body that is read.
        queues: How many events are handled at once. Those of one resource are handled one after the
            other.
        queue_size: How many events may wait in each queue.
        drain_s: How long the app waits at its end for events that were acknowledged (seconds).

    Raises:
        ConfigurationError: the secret can be guessed, or would not fit into an address.
        InvalidArgumentError: a number is too small, or the path would make another address.
    """

    def __init__(
        self,
        *,
        secret: str,
        path: str = "/webhooks/gigstack",
        deduplicator: Deduplicator | None = None,
        confirm: bool = False,
        max_bytes: int = MIB,
        queues: int = 8,
        queue_size: int = 128,
        drain_s: float = 10.0,
    ) -> None:
        if not re.fullmatch(
            r"[\w-]{16,}", secret or "", re.ASCII
        ):  # None, where an environment lacks it
            raise ConfigurationError(
                "the secret of a webhook needs 16 letters, digits, - or _: secrets.token_urlsafe() makes one"
            )
        if not re.fullmatch(r"(/.*[^/])?", path):
            raise InvalidArgumentError(
                "path must begin with / and not end with it, for example /webhooks/gigstack"
            )
        if not max_bytes >= 1:
            raise InvalidArgumentError(f"max_bytes must be at least 1, not {max_bytes}")
        super().__init__(lifespan=self.running)
        self._secret = secret.encode()
        self._deduplicator: Deduplicator = (
            MemoryDeduplicator() if deduplicator is None else deduplicator
        )
        self._confirm = confirm
        self._max_bytes = max_bytes
        self._handlers = Handlers()
        self._gig: Gigstack | None = None
        self._queues = Queues(count=queues, size=queue_size, drain_s=drain_s)
        self.add_route(
            f"{path}/{{secret}}", self._receive, methods=["POST"], include_in_schema=False
        )

    def on(self, *kinds: str | type[Event[Any]]) -> Callable[[H], H]:
        """Registers an `async def handler(event, gig)` for events by name (`payment.succeeded`,
        `payment.*`, `*`) or by class.

        A name that is not documented is taken for a typing error, unless it is a pattern.

        The handler runs after the answer, outside of any request. An event may come to it again: it
        must not matter. One that never ends holds up all later events of its queue: give it a
        deadline.

        Raises:
            InvalidArgumentError: something else is named or nothing, or the handler is no `async
                def` of two arguments.
        """
        if not kinds or not all(map(names_events, kinds)):
            raise InvalidArgumentError(
                'on(...) names events: on("payment.succeeded"), on("payment.*") or on(PaymentEvent); a name that is not'
                f' documented takes a *, as on("invoice.new*"). This is none: {kinds}'
            )

        def register(handler: H) -> H:
            self._handlers.add(kinds, handler)
            return handler

        return register

    @asynccontextmanager
    async def running(self, app: Starlette) -> AsyncGenerator[None, None]:
        """Handles events within the block. `include_router` of FastAPI enters it; a Starlette app
        does so in its lifespan.

        Raises:
            ConfigurationError: the app has no client.
        """
        self._gig = client_of(app)
        async with self._queues.open(partial(self._work, self._gig), self._give_up):
            yield

    async def _receive(self, request: Request) -> Response:
        if not compare_digest(str(request.path_params["secret"]).encode(), self._secret):
            raise HTTPException(404)
        try:
            body = await read_body(request, self._max_bytes)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        if body is None:
            return TOO_LARGE.response()
        try:
            event = parse(body)
        except UnreadableEventError as error:
            return problem_of(error).response()
        if not self._handlers.of(event) or not event.is_for(self._client()):
            return JSONResponse({"status": "ignored"})
        if not await self._deduplicator.claim(event.key):
            return JSONResponse({"status": "duplicate"})
        if not self._queues.put(event):
            await self._release(event)
            return FULL.response(retry_after_s=AGAIN_S)
        return JSONResponse({"status": "accepted"})

    def _client(self) -> Gigstack:
        """The client of the app that runs the router: of a mounted app, that is the one around it.

        Raises:
            ConfigurationError: none does.
        """
        if self._gig is None:
            raise ConfigurationError(
                "the webhook router does not run: app.include_router(hooks) runs it in the lifespan of the app, which"
                " httpx.ASGITransport and mounting do not enter; or enter hooks.running(app)"
            )
        return self._gig

    async def _work(self, gig: Gigstack, event: Event[Any]) -> None:
        if not await self._handlers.handle(event, gig, confirm=self._confirm):
            await self._release(event)

    async def _give_up(self, events: Collection[Event[Any]]) -> None:
        for event in events:  # before anything is awaited: there is little time
            log.error("%s was acknowledged, and not handled before the app ended", shown(event))
        for event in events:
            await self._release(event)

    async def _release(self, event: Event[Any]) -> None:
        try:
            await self._deduplicator.release(event.key)
        except (Exception, get_cancelled_exc_class()) as error:
            if ends_the_work(error):
                raise
            log.error("%s stays claimed: release raised %s", shown(event), type(error).__name__)


async def read_body(request: Request, max_bytes: int) -> bytes | None:
    """The body of a request; None if it is larger than allowed, of which no more is read than it
    takes to know.

    Raises:
        ClientDisconnect: the sender went away.
    """
    body = bytearray()
    async with aclosing(request.stream()) as chunks:
        async for chunk in chunks:
            body += chunk
            if len(body) > max_bytes:
                return None
    return bytes(body)
