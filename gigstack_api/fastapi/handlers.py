"""The handlers of events, and how an event is passed to them."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from fnmatch import fnmatchcase
from math import inf
from traceback import format_tb
from typing import Any, TypeAlias

from anyio import current_effective_deadline, get_cancelled_exc_class
from attrs import evolve

from .._core.logs import ERROR, write
from ..client import Gigstack
from ..errors import InvalidArgumentError
from ..models import WebhookEventType
from ..webhooks import Event

KNOWN_NAMES = frozenset[str](WebhookEventType)
WILDCARDS = frozenset("*?[")
Handler: TypeAlias = Callable[[Any, Gigstack], Awaitable[object]]


class Handlers:
    """The registered handlers, each with the events it takes."""

    def __init__(self) -> None:
        self._registered: list[tuple[tuple[str | type[Event[Any]], ...], Handler]] = []

    def add(self, kinds: tuple[str | type[Event[Any]], ...], handler: Handler) -> None:
        """Registers a handler.

        Raises:
            InvalidArgumentError: the handler is not an `async def` of two arguments.
        """
        if not inspect.iscoroutinefunction(handler) or not _takes_two_arguments(handler):
            raise InvalidArgumentError(
                "an event handler must be an async def that takes the event and the client"
            )
        self._registered.append((kinds, handler))

    def of(self, event: Event[Any]) -> list[Handler]:
        """The handlers of an event, in the order they were registered."""
        return [
            handler
            for kinds, handler in self._registered
            if any(_is_of_kind(event, kind) for kind in kinds)
        ]

    async def handle(self, event: Event[Any], gig: Gigstack, *, confirm: bool) -> bool:
        """Calls all handlers of an event; one that raises is logged and does not stop the others.

        The log holds the type and the ids of the event, and the class and the place of an error,
        but nothing else of either.

        Args:
            event: The event.
            gig: The client to pass on.
            confirm: Whether to fetch the object of the event from the API first. An event that
                cannot be confirmed is not handled.

        Returns:
            Whether the event was confirmed and no handler raised.
        """
        if confirm:
            try:
                event = evolve(event, object=await event.confirm(gig))
            except BaseException as error:
                if is_shutdown(error):
                    raise
                write(
                    ERROR,
                    "%s was not handled: confirming it raised %s",
                    describe(event),
                    type(error).__name__,
                    fields=log_fields(event, error),
                )
                return False
        return all([await _call(handler, event, gig) for handler in self.of(event)])


def names_events(kind: object) -> bool:
    """Whether `kind` is a documented event name, a pattern or an event class.

    Anything else would never match an event.
    """
    if isinstance(kind, str):
        return kind in KNOWN_NAMES or not WILDCARDS.isdisjoint(kind)
    return isinstance(kind, type) and issubclass(kind, Event)


def describe(event: Event[Any]) -> str:
    """The event as the log names it, on one line."""
    return f"event {event.key!r} ({str(event.type)!r})"


def log_fields(event: Event[Any], error: BaseException | None = None) -> dict[str, object]:
    """The fields of a line that is logged about an event."""
    error_type = None if error is None else type(error).__name__
    return {"event_key": event.key, "event_type": str(event.type), "error_type": error_type}


def is_shutdown(error: BaseException) -> bool:
    """Whether an error is the cancellation of the event queues, when the app stops, or their end.

    A cancellation at any other time comes from a task or future that a user's code waited for, and
    is an error like any other. If it were let through, the lifespan would take it for the end of
    the app and close the client under all requests. The same holds for a SystemExit or
    KeyboardInterrupt that a handler raises: it would end the server. Ctrl+C is not among them, for
    servers take the signal themselves.
    """
    if isinstance(error, GeneratorExit):
        return True
    cancelled = get_cancelled_exc_class()
    is_cancelled = isinstance(error, cancelled) or (
        isinstance(error, BaseExceptionGroup) and error.subgroup(cancelled) is not None  # pyright: ignore[reportUnknownMemberType] - a group of any errors
    )
    return is_cancelled and current_effective_deadline() == -inf


async def _call(handler: Handler, event: Event[Any], gig: Gigstack) -> bool:
    """Calls a handler and returns whether it succeeded."""
    try:
        await handler(event, gig)
    except BaseException as error:
        if is_shutdown(error):
            raise
        # The text of the error may hold personal data: only its class and place are logged.
        place = "".join(format_tb(error.__traceback__))
        write(
            ERROR,
            "a handler of %s raised %s\n%s",
            describe(event),
            type(error).__name__,
            place,
            fields=log_fields(event, error),
        )
        return False
    return True


def _takes_two_arguments(handler: Handler) -> bool:
    try:
        inspect.signature(handler).bind(None, None)
    except TypeError:
        return False
    return True


def _is_of_kind(event: Event[Any], kind: str | type[Event[Any]]) -> bool:
    return fnmatchcase(event.type, kind) if isinstance(kind, str) else isinstance(event, kind)
