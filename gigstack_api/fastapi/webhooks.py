"""A router for the webhooks of gigstack: it acknowledges events at once and handles them later."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import aclosing, asynccontextmanager
from functools import partial
from hmac import compare_digest
from typing import Any, TypeVar

from anyio import move_on_after
from fastapi import APIRouter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from .._core.logs import ERROR, write
from ..client import Gigstack
from ..errors import ConfigurationError, InvalidArgumentError, UnreadableEventError
from ..webhooks import Deduplicator, Event, MemoryDeduplicator, parse
from .dependencies import client_of
from .handlers import Handler, Handlers, describe, is_shutdown, log_fields, names_events
from .problems import Problem, problem_of
from .queues import Queues

H = TypeVar("H", bound=Handler)
MIB = 1_048_576
RETRY_AFTER_S = 30.0
TOO_LARGE = Problem(413, "too-large", "The body is too large for an event.")
TOO_SLOW = Problem(408, "too-slow", "The body did not arrive in time.")
FULL = Problem(503, "full", "Too many events are waiting to be handled; send this one again later.")


class WebhookRouter(APIRouter):
    """Takes events at `POST <path>/<secret>`, in an app whose lifespan is `gigstack_lifespan`.

    | request | response |
    |---|---|
    | wrong secret | 404, as for an address that does not exist; the body is not read |
    | body larger than `max_bytes` | 413; the rest is not read |
    | body that is not complete within `body_timeout_s` | 408; the rest is not read |
    | with `signing_secret`: signature missing or wrong, or event too old | 401 |
    | not JSON, or not an event | 400 |
    | event without a handler, or of the other mode (live or test) than the key | 200 `ignored` |
    | event taken before, whose handling did not fail | 200 `duplicate` |
    | queue full, or app stopping | 503 with `Retry-After`; the event is not remembered |
    | any other event | 200 `accepted`; handled after the response |

    An event whose handling fails is logged and forgotten, so that it is handled when it is sent
    again; all its handlers are called then. Do not rely on gigstack to resend an acknowledged
    event: its documentation does not say so.

    Args:
        secret: The last segment of the address. At least 16 letters, digits, `-` or `_`.
        signing_secret: What gigstack signs the events of this webhook with. Use it if your webhook
            shows a secret, besides the secret address: the documentation does not promise that
            events are signed. Without it signatures are not looked at.
        path: The address before the secret. Each router of an app needs its own: the first router
            at a path answers for all secrets.
        deduplicator: Recognises repeated events; by default in the memory of this process.
        confirm: Whether to fetch the object of an event from the API before it is handled. An event
            that cannot be confirmed is not handled.
        max_bytes: The largest body that is read.
        body_timeout_s: How long a body may take to arrive (seconds).
        queues: How many events are handled at once. Events of one resource are handled in order.
        queue_size: How many events may wait in each queue.
        drain_s: How long a stopping app waits for acknowledged events (seconds).

    Raises:
        ConfigurationError: the secret is too short, or has characters that do not fit an address;
            the signing secret is empty.
        InvalidArgumentError: a number is too small, or the path is malformed.
    """

    def __init__(
        self,
        *,
        secret: str,
        signing_secret: str | None = None,
        path: str = "/webhooks/gigstack",
        deduplicator: Deduplicator | None = None,
        confirm: bool = False,
        max_bytes: int = MIB,
        body_timeout_s: float = 10.0,
        queues: int = 8,
        queue_size: int = 128,
        drain_s: float = 10.0,
    ) -> None:
        # `secret` is None where it was read from an environment variable that is not set.
        if not re.fullmatch(r"[\w-]{16,}", secret or "", re.ASCII):
            raise ConfigurationError(
                "the secret of a webhook needs at least 16 letters, digits, - or _;"
                " secrets.token_urlsafe() makes one"
            )
        if signing_secret == "":
            raise ConfigurationError(
                "the signing secret of a webhook must not be empty; leave it out to accept events"
                " without a signature"
            )
        if not re.fullmatch(r"(/.*[^/])?", path):
            raise InvalidArgumentError(
                "path must begin with / and not end with /, for example /webhooks/gigstack"
            )
        if not max_bytes >= 1:
            raise InvalidArgumentError(f"max_bytes must be at least 1, not {max_bytes}")
        if not body_timeout_s > 0:
            raise InvalidArgumentError(f"body_timeout_s must be more than 0, not {body_timeout_s}")
        super().__init__(lifespan=self.running)
        self._secret = secret.encode()
        self._signing_secret = signing_secret
        self._deduplicator: Deduplicator = (
            MemoryDeduplicator() if deduplicator is None else deduplicator
        )
        self._confirm = confirm
        self._max_bytes = max_bytes
        self._body_timeout_s = body_timeout_s
        self._handlers = Handlers()
        self._gig: Gigstack | None = None
        self._queues = Queues(count=queues, size=queue_size, drain_s=drain_s)
        self.add_route(
            f"{path}/{{secret}}", self._receive, methods=["POST"], include_in_schema=False
        )

    def on(self, *kinds: str | type[Event[Any]]) -> Callable[[H], H]:
        """Registers an `async def handler(event, gig)` for events by name, pattern or class.

        A name that is not documented is refused as a typing error, unless it is a pattern:
        `payment.succeeded`, `payment.*`, `*`.

        The handler runs after the response, outside of any request. It may get the same event again
        and must be idempotent. A handler that never returns blocks all later events of its queue:
        give it a deadline.

        Raises:
            InvalidArgumentError: a name is unknown or none is given, or the handler is not an
                `async def` of two arguments.
        """
        if not kinds or not all(map(names_events, kinds)):
            raise InvalidArgumentError(
                f"on() takes event names, patterns or event classes, not {kinds}:"
                ' on("payment.succeeded"), on("payment.*") or on(PaymentEvent). An undocumented'
                ' name needs a *, as in on("invoice.new*")'
            )

        def register(handler: H) -> H:
            self._handlers.add(kinds, handler)
            return handler

        return register

    @asynccontextmanager
    async def running(self, app: Starlette) -> AsyncGenerator[None, None]:
        """Handles events within the block.

        FastAPI's `include_router` enters it; a Starlette app enters it in its lifespan.

        Raises:
            ConfigurationError: the app has no client.
        """
        self._gig = client_of(app)
        async with self._queues.open(partial(self._work, self._gig), self._give_up):
            yield

    async def _receive(self, request: Request) -> Response:
        if not compare_digest(str(request.path_params["secret"]).encode(), self._secret):
            raise HTTPException(404)

        body: bytes | None = None
        try:
            with move_on_after(self._body_timeout_s) as reading:
                body = await read_body(request, self._max_bytes)
            if reading.cancelled_caught:
                return TOO_SLOW.response(headers={"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)  # the client is gone; the response is never read
        if body is None:
            return TOO_LARGE.response()
        try:
            event = parse(body, headers=request.headers, secret=self._signing_secret)
        except UnreadableEventError as error:
            return problem_of(error).response()

        if not self._handlers.of(event) or not event.is_for(self._client()):
            return JSONResponse({"status": "ignored"})
        if not await self._deduplicator.claim(event.key):
            return JSONResponse({"status": "duplicate"})
        if not self._queues.put(event):
            await self._release(event)
            return FULL.response(retry_after_s=RETRY_AFTER_S)
        return JSONResponse({"status": "accepted"})

    def _client(self) -> Gigstack:
        """The client of the app that runs the router; for a mounted app, that is the outer one.

        Raises:
            ConfigurationError: no app runs the router.
        """
        if self._gig is None:
            raise ConfigurationError(
                "the webhook router is not running: app.include_router(hooks) starts it in the"
                " lifespan of the app, which httpx.ASGITransport and mounted apps do not enter;"
                " enter hooks.running(app) there"
            )
        return self._gig

    async def _work(self, gig: Gigstack, event: Event[Any]) -> None:
        if not await self._handlers.handle(event, gig, confirm=self._confirm):
            await self._release(event)

    async def _give_up(self, events: Collection[Event[Any]]) -> None:
        # All are logged before the first await: the time may run out.
        for event in events:
            text = "%s was acknowledged but not handled before the app stopped"
            write(ERROR, text, describe(event), fields=log_fields(event))
        for event in events:
            await self._release(event)

    async def _release(self, event: Event[Any]) -> None:
        try:
            await self._deduplicator.release(event.key)
        except BaseException as error:
            if is_shutdown(error):
                raise
            write(
                ERROR,
                "%s stays claimed: releasing it raised %s",
                describe(event),
                type(error).__name__,
                fields=log_fields(event, error),
            )


async def read_body(request: Request, max_bytes: int) -> bytes | None:
    """The body of a request, or None if it is larger than `max_bytes`.

    Reading stops as soon as the limit is exceeded.

    Raises:
        ClientDisconnect: the client disconnected.
    """
    body = bytearray()
    async with aclosing(request.stream()) as chunks:
        async for chunk in chunks:
            body += chunk
            if len(body) > max_bytes:
                return None
    return bytes(body)
