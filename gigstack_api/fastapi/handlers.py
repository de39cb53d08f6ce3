"""The handlers of events, and how one event goes through them."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from fnmatch import fnmatchcase
from math import inf
from traceback import format_tb
from typing import Any, TypeAlias

from anyio import current_effective_deadline, get_cancelled_exc_class
from attrs import evolve

from ..client import Gigstack
from ..errors import InvalidArgumentError
from ..models import WebhookEventType
from ..webhooks import Event

log = logging.getLogger("gigstack_api")
KNOWN = frozenset[str](WebhookEventType)
WILD = frozenset("*?[")
Handler: TypeAlias = Callable[[Any, Gigstack], Awaitable[object]]


class Handlers:
    """Who is to be told of which events."""

    def __init__(self) -> None:
        self._wanted: list[tuple[tuple[str | type[Event[Any]], ...], Handler]] = []

    def add(self, kinds: tuple[str | type[Event[Any]], ...], handler: Handler) -> None:
        """Adds a handler.

        Raises:
            InvalidArgumentError: it is no `async def`, or cannot be called so.
        """
        if not inspect.iscoroutinefunction(handler) or not _takes_two(handler):
            raise InvalidArgumentError(
                "a handler of events must be an async def that takes the event and the client"
            )
        self._wanted.append((kinds, handler))

    def of(self, event: Event[Any]) -> list[Handler]:
        """The handlers of an event, in the order they were added."""
        return [
            handler for kinds, handler in self._wanted if any(_is_of(event, kind) for kind in kinds)
        ]

    async def handle(self, event: Event[Any], gig: Gigstack, *, confirm: bool) -> bool:
        """Whether all handlers of an event came through. What one raises is logged, and the others
        are called all the same.

        Nothing of the event but its type and ids is logged, and of an error only its class and
        where it was raised.
        """
        if confirm:
            try:
                event = evolve(event, object=await event.confirm(gig))
            except (Exception, get_cancelled_exc_class()) as error:
                if ends_the_work(error):
                    raise
                log.error(
                    "%s is not handled: confirming it raised %s", shown(event), type(error).__name__
                )
                return False
        return all([await _came_through(handler, event, gig) for handler in self.of(event)])


def names_events(kind: object) -> bool:
    """Whether something is a known name of events, a pattern of names or a class of events: all
    else would never match.
    """
    if isinstance(kind, str):
        return kind in KNOWN or not WILD.isdisjoint(kind)
    return isinstance(kind, type) and issubclass(kind, Event)


def shown(event: Event[Any]) -> str:
    """What the log tells of an event, on one line."""
    return f"event {event.key!r} ({str(event.type)!r})"


def ends_the_work(error: BaseException) -> bool:
    """Whether an error is the cancellation of the work on events.

    One that comes while nobody cancels it is that of a task or future that a user's code waited
    for: an error like any other. Let through, it would look like the end of the app to the
    lifespan, which closes the client under all requests.
    """
    return isinstance(error, get_cancelled_exc_class()) and current_effective_deadline() == -inf


async def _came_through(handler: Handler, event: Event[Any], gig: Gigstack) -> bool:
    try:
        await handler(event, gig)
    except (Exception, get_cancelled_exc_class()) as error:
        if ends_the_work(error):
            raise
        place = "".join(format_tb(error.__traceback__))
        log.error("a handler of %s raised %s\n%s", shown(event), type(error).__name__, place)
        return False
    return True


def _takes_two(handler: Handler) -> bool:
    try:
        inspect.signature(handler).bind(None, None)
    except TypeError:
        return False
    return True


def _is_of(event: Event[Any], kind: str | type[Event[Any]]) -> bool:
    return fnmatchcase(event.type, kind) if isinstance(kind, str) else isinstance(event, kind)
