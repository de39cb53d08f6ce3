"""Carries out one operation: prepares, attempts, judges, reads, and returns the response."""

from __future__ import annotations

import logging
from typing import Any, TypeVar, cast

from ...errors import DeliveryError, GigstackError, OutcomeUnknownError
from ..files.download import Link
from ..http.auth import ApiKey
from ..http.messages import Lost, Reply, Response
from ..http.transport import NotYet, Transport
from ..http.urls import is_local
from ..limits import explain_limit
from ..operations.operation import Operation
from ..operations.route import Replay
from ..responses.errors import TOO_LARGE, to_error, unreadable
from ..responses.reading import ReplyReader
from ..retries.history import NO_ATTEMPTS, Attempt, AttemptHistory
from ..retries.policy import ClientLimits, Outcome, Verdict
from .attempts import Attempts, Clock, delivery_error, log_attempt
from .fetch import fetch
from .request import Call, Options, build_request, prepare, read_files
from .secrets import hide_secrets, mask_of
from .unknown_outcome import ComparedFields, no_fields, record_sent

T = TypeVar("T")

log = logging.getLogger("gigstack_api")


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
        self._is_local = is_local(base_url)
        self._transport = transport
        self._clock = clock
        self._reader = reader
        self._compared_fields = compared_fields
        self.limits = ClientLimits()

    async def perform(self, operation: Operation[T], options: Options) -> Response[T]:
        """The response to an operation. Every attempt sends the same body and idempotency key.

        Raises:
            APIError: the API answered with an error.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: the answer is not what was promised.
        """
        sent: Operation[Any] = operation
        try:
            call = await self._prepare(operation, options)
            sent = call.operation
            last, history = await self._attempt_once(call, 1, NO_ATTEMPTS), NO_ATTEMPTS
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

    async def _prepare(self, operation: Operation[Any], options: Options) -> Call:
        """The call of an operation: with team, keys, bytes, and a deadline that starts now."""
        operation = prepare(operation, options)
        if operation.files:
            operation = await read_files(operation)
        request = build_request(operation, self._base_url, self._key)
        timeout_s = operation.route.deadline_s if options.timeout_s is None else options.timeout_s
        return Call(operation, request, self._clock.now() + timeout_s, options.retries)

    async def _retry(self, call: Call, first: Attempt) -> tuple[Attempt, AttemptHistory]:
        """The last attempt, after one that was not answered, and what all of them may have done."""

        async def attempt(number: int, history: AttemptHistory) -> Attempt:
            return await self._attempt_once(call, number, history)

        last, history = await Attempts(
            call.retries,
            call.operation.replay,
            name=call.operation.route.name,
            clock=self._clock,
            remaining_s=lambda: call.deadline - self._clock.now(),
            limits=self.limits,
        ).run(attempt, first=first)
        return last, history.record(last) if last.reply is None else history.end_with(last)

    async def _attempt_once(self, call: Call, number: int, history: AttemptHistory) -> Attempt:
        """One attempt, made when no rate limit pauses the client."""
        at = 0.0

        # Asked if the call had to wait for its connection: a 429 may have come meanwhile, and a
        # lookup of a lost write needs the time of sending.
        def is_allowed() -> bool:
            nonlocal at
            at = self._clock.unix()
            return self.limits.pause.remaining_s(self._clock.now()) <= 0

        while True:
            started = self._clock.now()
            if self.limits.pause.remaining_s(started) > 0:
                started = await self._wait_for_pause(call, history)
            timeout_s = max(0.0, call.deadline - started)
            at = self._clock.unix()
            ended: Reply | Lost
            try:
                ended = await self._transport.send(
                    call.request, timeout_s=timeout_s, is_allowed=is_allowed
                )
            except NotYet:
                continue
            except Lost as lost:
                ended = lost
            attempt = Attempt.of(ended, at=at)
            if log.isEnabledFor(logging.DEBUG):
                took_s = self._clock.now() - started
                log_attempt(call.operation.route, number, attempt, took_s=took_s)
            return attempt

    async def _wait_for_pause(self, call: Call, history: AttemptHistory) -> float:
        """The time when no rate limit pauses the client any more."""
        while (wait_s := self.limits.pause.remaining_s(now := self._clock.now())) > 0:
            if now + wait_s >= call.deadline:
                reason = f"rate limited for another {wait_s:.1f} s, which exceeds the deadline"
                raise self._lost_error(call, Lost(reason, sent=False, timed_out=True), history)
            await self._clock.sleep(wait_s)
        return now

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
        value = self._reader.read(call.operation, reply, lambda: mask_of(call.operation, self._key))
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
        route = call.operation.route
        key = call.operation.idempotency_key
        if history.maybe_done and (route.method != "GET" or route.replay is Replay.ONCE):
            return OutcomeUnknownError(
                f"{lost.reason}; the request was sent, so it may have been done:"
                " `await gig.reconcile(error)` finds out",
                operation=route.name,
                method=call.method,
                path=call.path,
                idempotency_key=key,
                sent=record_sent(call.operation, history, self._key, self._compared_fields),
            )
        return delivery_error(
            lost,
            lost.reason if history.maybe_done else f"{lost.reason}; nothing was sent",
            operation=route.name,
            method=call.method,
            path=call.path,
            idempotency_key=key,
        )
