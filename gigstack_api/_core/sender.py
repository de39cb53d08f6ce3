"""Performs one operation: repeats its request as the policy says, gives the response or the error it stands for."""

from __future__ import annotations

import logging
from typing import Any, TypeVar, cast

from attrs import frozen

from ..errors import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    InvalidArgumentError,
    OutcomeUnknownError,
    UnreadableReplyError,
)
from .auth import ApiKey
from .clock import Clock
from .decode import WrongShape
from .drift import Drift, OnDrift, drifts
from .files import Download, Link
from .gate import Gate
from .operation import Operation, Replay
from .outgoing import USER_AGENT, Options, request_of, trust_key, with_key, with_team
from .reply import Reply, Response, error_of
from .retry import Outcome, RetryPolicy, Verdict, wait_before_repeat
from .transport import Lost, Request, Transport, file_host

T = TypeVar("T")
log = logging.getLogger("gigstack_api")


@frozen(kw_only=True)
class _Attempt:
    """One finished attempt: its reply, or how it was lost."""

    outcome: Outcome
    reply: Reply | None = None
    lost: Lost | None = None


@frozen(kw_only=True)
class _Past:
    """What the attempts so far may have done: `maybe_done` if one may have been carried out, `lost` if its reply was lost too."""

    maybe_done: bool = False
    lost: bool = False

    def and_then(self, outcome: Outcome) -> _Past:
        """The past after another attempt."""
        maybe_done = outcome.verdict is Verdict.MAYBE_DONE
        return _Past(maybe_done=self.maybe_done or maybe_done, lost=self.lost or (maybe_done and outcome.status is None))


class Sender:
    """Sends operations for one key and one base URL. All views of a client share one."""

    def __init__(
        self, *, key: ApiKey, base_url: str, transport: Transport, clock: Clock, on_drift: OnDrift | None, strict: bool
    ) -> None:
        self._key = key
        self._base_url = base_url
        self._transport = transport
        self._clock = clock
        self._gate = Gate()
        self._on_drift = on_drift
        self._strict = strict

    async def perform(self, operation: Operation[T], options: Options) -> Response[T]:
        """The response to an operation. The body and the idempotency key are the same in every attempt.

        Raises:
            APIError: the API answered, and said no.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: an answer came that is not what was promised.
        """
        operation = with_team(with_key(trust_key(operation, options.retries)), options.team)
        request = await request_of(operation, self._base_url, self._key)
        deadline = self._clock.now() + (operation.route.deadline_s if options.timeout_s is None else options.timeout_s)
        reply, past = await self._exchange(operation, request, deadline, options.retries)
        if past.maybe_done and operation.route.method == "DELETE" and reply.status == 404:
            return Response(reply.status, reply.headers, reply.body, operation.decode.done(), repeated=True)
        error = error_of(reply, method=operation.route.method, path=operation.shown_path)
        if error is not None:
            if past.lost and operation.route.method != "GET" and Outcome(status=reply.status).verdict is not Verdict.ANSWERED:
                raise self._lost(operation, error.message, sent=True, timed_out=False) from error
            raise error
        value = self._read(operation, reply)
        if isinstance(value, Link):
            value = cast(T, await self._fetch_linked(operation, reply, value, deadline))
        return Response(reply.status, reply.headers, reply.body, value, repeated=past.maybe_done)

    async def _fetch_linked(self, operation: Operation[Any], reply: Reply, link: Link, deadline: float) -> Download:
        """The file that an answer names by its address."""
        try:
            return await self.fetch(link, timeout_s=deadline - self._clock.now())
        except (APIError, DeliveryError) as error:
            raise UnreadableReplyError(
                f"the call was carried out, but the file its answer names could not be fetched: {error}",
                status=reply.status,
                method=operation.route.method,
                path=operation.shown_path,
                body=reply.body,
            ) from error

    async def fetch(self, link: Link, *, timeout_s: float) -> Download:
        """The file behind an address, fetched without the key.

        Raises:
            InvalidArgumentError: the address is not https.
            APIError: the host answered, and said no.
            DeliveryError: no answer arrived.
        """
        host = file_host(link.url)
        if host is None:
            raise InvalidArgumentError("a file is fetched over https only")
        try:
            reply = await self._transport.send(Request("GET", link.url, {"User-Agent": USER_AGENT}, None), timeout_s=timeout_s)
        except Lost as lost:
            kind = DeliveryTimeoutError if lost.timed_out else DeliveryError
            raise kind(lost.reason, operation="download", method="GET", path=f"//{host}") from lost
        error = error_of(reply, method="GET", path=f"//{host}")
        if error is not None:
            raise error
        return Download(reply.body, link.file_name, reply.media_type or link.media_type)

    async def _exchange(
        self, operation: Operation[Any], request: Request, deadline: float, policy: RetryPolicy
    ) -> tuple[Reply, _Past]:
        """The last reply, and what the attempts before it may have done."""
        past = _Past()
        number = 0
        while True:
            number += 1
            await self._pass_gate(operation, deadline, past)
            attempt = await self._attempt(operation, request, deadline, number)
            now = self._clock.now()
            wait = wait_before_repeat(
                policy,
                operation.replay,
                attempt.outcome,
                attempt=number,
                remaining_s=deadline - now,
                chance=self._clock.chance(),
            )
            if attempt.outcome.status == 429:
                told = attempt.outcome.retry_after_s
                self._gate.close_until(now + next(pause for pause in (told, wait, policy.base_s) if pause is not None))
            if wait is None:
                if attempt.reply is not None:
                    return attempt.reply, past
                lost = cast(Lost, attempt.lost)
                raise self._lost(operation, lost.reason, sent=past.maybe_done or lost.sent, timed_out=lost.timed_out) from lost
            past = past.and_then(attempt.outcome)
            await self._clock.sleep(wait)

    async def _pass_gate(self, operation: Operation[Any], deadline: float, past: _Past) -> None:
        """Waits until no 429 holds the calls back."""
        while (wait := self._gate.wait_s(now := self._clock.now())) > 0:
            if now + wait >= deadline:
                reason = f"the API asked for a pause of another {wait:.1f} s, longer than the deadline"
                raise self._lost(operation, reason, sent=past.maybe_done, timed_out=True)
            await self._clock.sleep(wait)

    async def _attempt(self, operation: Operation[Any], request: Request, deadline: float, number: int) -> _Attempt:
        started = self._clock.now()
        try:
            reply = await self._transport.send(request, timeout_s=max(0.0, deadline - started))
            outcome = Outcome(status=reply.status, retry_after_s=reply.retry_after_s())
            attempt = _Attempt(outcome=outcome, reply=reply)
        except Lost as lost:
            attempt = _Attempt(outcome=Outcome(sent=lost.sent, timed_out=lost.timed_out), lost=lost)
        told = attempt.outcome.status or (attempt.lost and attempt.lost.reason)
        log.debug(
            "%s %s, attempt %d: %s in %.0f ms",
            operation.route.method,
            operation.route.path,
            number,
            told,
            (self._clock.now() - started) * 1000,
        )
        return attempt

    def _lost(self, operation: Operation[Any], reason: str, *, sent: bool, timed_out: bool) -> DeliveryError:
        """The error of a call without a usable answer."""
        route = operation.route
        if sent and (route.method != "GET" or route.replay is Replay.ONCE):
            kind: type[DeliveryError] = OutcomeUnknownError
            reason = f"{reason}; the request was sent, so it may have been done"
        else:
            kind = DeliveryTimeoutError if timed_out else DeliveryError
            reason = reason if sent else f"{reason}; nothing was sent"
        return kind(
            reason,
            operation=route.name,
            method=route.method,
            path=operation.shown_path,
            idempotency_key=operation.idempotency_key,
        )

    def _read(self, operation: Operation[T], reply: Reply) -> T:
        route = operation.route

        def unreadable(message: str, found: tuple[Drift, ...] = ()) -> UnreadableReplyError:
            return UnreadableReplyError(
                message, status=reply.status, method=route.method, path=operation.shown_path, body=reply.body, drifts=found
            )

        try:
            if not reply.is_json:
                return operation.decode.read_bytes(reply.body, reply.media_type)
            try:
                document = reply.document() if reply.body else None
            except ValueError:
                if reply.says_json:
                    raise
                return operation.decode.read_bytes(reply.body, reply.media_type)
            value = operation.decode.read(document)
            if isinstance(value, Link) and file_host(value.url) is None:
                raise WrongShape("the answer names a file at an address that is not https")
        except (WrongShape, RecursionError) as error:
            raise unreadable(str(error)) from error
        except ValueError as error:
            raise unreadable("the answer is not valid JSON") from error
        if self._strict or self._on_drift is not None:
            found = tuple(drifts(operation, document))
            for drift in found if self._on_drift else ():
                cast(OnDrift, self._on_drift)(drift)
            if found and self._strict:
                first = found[0]
                raise unreadable(
                    f"{len(found)} drift(s), first {first.path}: expected {first.expected}, got {first.got!r}", found
                )
        return value
