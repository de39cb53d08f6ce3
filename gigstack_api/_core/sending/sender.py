"""Carries out one operation: prepares, attempts, judges, reads, and returns the response."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar, cast

from ...errors import DeliveryError, GigstackError
from ..files.download import Link
from ..http.auth import ApiKey
from ..http.messages import Lost, Reply, Response
from ..http.transport import Transport
from ..http.urls import is_loopback, parse_url
from ..limits import explain_limit
from ..operations.operation import Operation
from ..responses.errors import TOO_LARGE, to_error, unreadable
from ..responses.reading import ReplyReader
from ..retries.history import NO_ATTEMPTS, Attempt, AttemptHistory
from ..retries.policy import ClientLimits, Outcome, Verdict
from .attempts import Attempts, Clock
from .fetch import fetch
from .observing import OBSERVED, CallObserver, Watching, facts_of
from .one_attempt import attempt_once
from .request import Call, Options, build_request, prepare, read_files
from .secrets import hide_secrets, mask_of
from .unknown_outcome import ComparedFields, error_of_lost, no_fields

T = TypeVar("T")


class Sender:
    """Sends operations for one key and one base URL. All views of a client share one."""

    def __init__(
        self,
        *,
        key: ApiKey,
        base_url: str,
        transport: Transport,
        clock: Clock,
        reader: ReplyReader,
        compared_fields: ComparedFields = no_fields,
    ) -> None:
        self._key = key
        self._base_url = base_url
        self._origin = parse_url(base_url).origin
        self._is_local = is_loopback(self._origin.host)
        self._transport = transport
        self._clock = clock
        self._reader = reader
        self._compared_fields = compared_fields
        self.limits = ClientLimits()

    @property
    def retries_left(self) -> float:
        """How many retries the calls of this client have left."""
        return self.limits.budget.left

    @property
    def places(self) -> tuple[int, int]:
        """How many requests of this client are in flight, and how many may be."""
        return self._transport.places

    def perform(
        self, operation: Operation[T], options: Options
    ) -> Coroutine[Any, Any, Response[T]]:
        """The response to an operation. Every attempt sends the same body and idempotency key.

        Raises:
            APIError: the API answered with an error.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: the answer is not what was promised.
        """
        if OBSERVED.by is None:
            return self._perform(operation, options, None)
        return self._perform_observed(operation, options)

    async def _perform_observed(self, operation: Operation[T], options: Options) -> Response[T]:
        with Watching(facts_of(operation, self._origin), self) as observer:
            return await self._perform(operation, options, observer)

    async def _perform(
        self, operation: Operation[T], options: Options, observer: CallObserver | None
    ) -> Response[T]:
        sent: Operation[Any] = operation
        try:
            call = await self._prepare(operation, options, observer)
            sent = call.operation
            last, history = await self._attempt_once(call, 1), NO_ATTEMPTS
            if last.outcome.verdict is Verdict.ANSWERED:
                self.limits.budget.refill(spent=0)
            else:
                last, history = await self._retry(call, last)
            reply = last.reply
            if reply is None:
                lost = cast(Lost, last.lost)
                raise self._lost_error(call, lost, history) from lost
            value = await self._value_of(call, reply, last.outcome, history)
        except GigstackError as error:
            hide_secrets(error, mask_of(sent, self._key))
            raise
        return Response(
            reply.status, reply.headers, reply.body, cast(T, value), repeated=history.maybe_done
        )

    async def _prepare(
        self, operation: Operation[Any], options: Options, observer: CallObserver | None
    ) -> Call:
        """The call of an operation: with team, keys, bytes, and a deadline that starts now."""
        operation = prepare(operation, options)
        if operation.files:
            operation = await read_files(operation)
        headers: Mapping[str, str] = {} if observer is None else observer.headers
        request = build_request(operation, self._base_url, self._key, headers)
        timeout_s = operation.route.deadline_s if options.timeout_s is None else options.timeout_s
        deadline = self._clock.now() + timeout_s
        return Call(operation, request, deadline, options.retries, self._origin, observer)

    async def _retry(self, call: Call, first: Attempt) -> tuple[Attempt, AttemptHistory]:
        """The last attempt, after one that was not answered, and what all of them may have done."""

        async def attempt(number: int, _: AttemptHistory) -> Attempt:
            return await self._attempt_once(call, number)

        last, history = await Attempts(
            call.retries,
            call.operation.replay,
            facts=call.facts,
            clock=self._clock,
            remaining_s=lambda: call.deadline - self._clock.now(),
            limits=self.limits,
            observer=call.observer,
        ).run(attempt, first=first)
        return last, history.record(last) if last.reply is None else history.end_with(last)

    def _attempt_once(self, call: Call, number: int) -> Coroutine[Any, Any, Attempt]:
        return attempt_once(call, number, self._transport, self._clock, self.limits)

    async def _value_of(
        self, call: Call, reply: Reply, outcome: Outcome, history: AttemptHistory
    ) -> object:
        """The value of a reply; no OSError, if a module that reads it cannot be imported."""
        try:
            value: object = self._reader.read_plain(call.operation, reply)
            if value is not None:
                return value
            if self._judge(call, reply, outcome, history):
                return call.operation.decode.done()
            return await self._read(call, reply)
        except (OSError, ImportError) as error:
            problem = (
                f"the answer could not be read: {explain_limit(error) or type(error).__name__}"
            )
            raise unreadable(problem, reply, method=call.method, path=call.path) from error

    def _judge(self, call: Call, reply: Reply, outcome: Outcome, history: AttemptHistory) -> bool:
        """Whether an earlier attempt deleted the resource; False for a reply with a value.

        Raises:
            APIError: the reply is an error.
            OutcomeUnknownError: it would hide that an earlier attempt may have been done.
        """
        if history.shows_deleted(outcome, method=call.method):
            return True
        error = to_error(reply, method=call.method, path=call.path)
        if error is None:
            if reply.is_cut:
                raise unreadable(TOO_LARGE, reply, method=call.method, path=call.path)
            return False
        error.headers = self._key.hidden_in(error.headers)
        if history.masks_outcome(outcome, method=call.method):
            raise self._lost_error(call, Lost(error.message, sent=True), history) from error
        raise error

    async def _read(self, call: Call, reply: Reply) -> object:
        """The value of a reply; a file that it names by its address is fetched."""
        value = self._reader.read(
            call.operation,
            reply,
            lambda: mask_of(call.operation, self._key),
            None if call.observer is None else call.observer.drifted,
        )
        if not isinstance(value, Link):
            return value
        try:
            return await fetch(
                value,
                self._transport,
                timeout_s=call.deadline - self._clock.now(),
                retries=call.retries,
                clock=self._clock,
                local=self._is_local,
            )
        except GigstackError as error:
            problem = f"the call was carried out, but its file could not be fetched: {error}"
            raise unreadable(problem, reply, method=call.method, path=call.path) from error

    def _lost_error(self, call: Call, lost: Lost, history: AttemptHistory) -> DeliveryError:
        """The error of a call without a usable answer."""
        return error_of_lost(call, lost, history, self._key, self._compared_fields)
