"""Performs one operation: repeats its request as the policy says, gives the response or the error
it stands for.
"""

from __future__ import annotations

import logging
from typing import Any, TypeVar, cast

from attrs import evolve

from ...errors import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    OutcomeUnknownError,
    UnreadableReplyError,
)
from ..files.download import Download, Link
from ..http.auth import ApiKey
from ..http.messages import Lost, Reply, Request, Response
from ..http.transport import Held, Transport
from ..operations.operation import Operation, Replay, Route
from ..responses.drift import OnDrift, tell
from ..responses.errors import error_of
from ..responses.reading import drifts_of, read_value
from ..retries.history import Attempt, Past
from ..retries.limits import Budget, Gate
from ..retries.policy import Outcome, RetryPolicy, Verdict, wait_before_repeat
from .attempts import Clock
from .fetch import fetch
from .request import Options, request_of, trust_key, with_key, with_team
from .unknown_outcome import KeptFields, no_fields, sent_of

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
        on_drift: OnDrift | None,
        strict: bool,
        kept_fields: KeptFields = no_fields,
    ) -> None:
        self._key = key
        self._base_url = base_url
        self._transport = transport
        self._clock = clock
        self._gate = Gate()
        self._budget = Budget()
        self._on_drift = on_drift
        self._strict = strict
        self._kept_fields = kept_fields

    async def perform(self, operation: Operation[T], options: Options) -> Response[T]:
        """The response to an operation. The body and the idempotency key are the same in every
        attempt.

        Raises:
            APIError: the API answered, and said no.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: an answer came that is not what was promised.
        """
        operation = with_team(with_key(trust_key(operation, options.retries)), options.team)
        request = await request_of(operation, self._base_url, self._key)
        deadline = self._clock.now() + (
            operation.route.deadline_s if options.timeout_s is None else options.timeout_s
        )
        reply, past = await self._exchange(operation, request, deadline, options.retries)
        if past.maybe_done and operation.route.method == "DELETE" and reply.status == 404:
            return Response(
                reply.status, reply.headers, reply.body, operation.decode.done(), repeated=True
            )
        error = error_of(reply, method=operation.route.method, path=operation.shown_path)
        if error is not None:
            if past.is_hidden_by(reply, method=operation.route.method):
                raise self._lost(operation, error.message, past, timed_out=False) from error
            raise error
        value = self._read(operation, reply)
        if isinstance(value, Link):
            value = cast(
                T, await self._fetch_linked(operation, reply, value, deadline, options.retries)
            )
        return Response(reply.status, reply.headers, reply.body, value, repeated=past.maybe_done)

    async def _fetch_linked(
        self,
        operation: Operation[Any],
        reply: Reply,
        link: Link,
        deadline: float,
        retries: RetryPolicy,
    ) -> Download:
        """The file that an answer names by its address."""
        left_s = deadline - self._clock.now()
        try:
            return await fetch(
                link, self._transport, timeout_s=left_s, retries=retries, clock=self._clock
            )
        except (APIError, DeliveryError, UnreadableReplyError) as error:
            raise UnreadableReplyError(
                f"the call was carried out, but the file its answer names could not be fetched: {error}",
                status=reply.status,
                method=operation.route.method,
                path=operation.shown_path,
                body=reply.body,
            ) from error

    async def _exchange(
        self, operation: Operation[Any], request: Request, deadline: float, policy: RetryPolicy
    ) -> tuple[Reply, Past]:
        """The last reply, and what the attempts before it may have done."""
        past = Past()
        number = taken = 0
        while True:
            number += 1
            attempt = await self._attempt(operation, request, deadline, number, past)
            wait = self._wait(operation, attempt.outcome, deadline, policy, number)
            if wait is not None and attempt.outcome.verdict is not Verdict.REFUSED:
                taken += 1
                if not self._budget.take():
                    log.debug(
                        "%s %s: not repeated, since too many calls failed",
                        operation.route.method,
                        operation.route.path,
                    )
                    wait = None
            if wait is None:
                if attempt.reply is not None:
                    if attempt.outcome.verdict is Verdict.ANSWERED:
                        self._budget.answered(taken=taken)
                    return attempt.reply, evolve(past, last_at=attempt.at)
                lost = cast(Lost, attempt.lost)
                raise self._lost(
                    operation, lost.reason, past.and_then(attempt), timed_out=lost.timed_out
                ) from lost
            past = past.and_then(attempt)
            await self._clock.sleep(wait)

    def _wait(
        self,
        operation: Operation[Any],
        outcome: Outcome,
        deadline: float,
        policy: RetryPolicy,
        number: int,
    ) -> float | None:
        """Seconds until the next attempt, None if there is none; a 429 closes the gate for all
        calls.
        """
        now = self._clock.now()
        wait = wait_before_repeat(
            policy,
            operation.replay,
            outcome,
            attempt=number,
            remaining_s=deadline - now,
            chance=self._clock.chance(),
        )
        if outcome.status == 429:
            told = outcome.retry_after_s
            self._gate.close(
                now, next(pause for pause in (told, wait, policy.base_s) if pause is not None)
            )
        return wait

    async def _attempt(
        self, operation: Operation[Any], request: Request, deadline: float, number: int, past: Past
    ) -> Attempt:
        """One attempt, once no 429 holds it back."""
        while True:
            await self._pass_gate(operation, deadline, past)
            started, at = self._clock.now(), self._clock.unix()

            def may_go() -> bool:
                nonlocal at
                at = self._clock.unix()
                return self._gate.wait_s(self._clock.now()) <= 0

            try:
                reply = await self._transport.send(
                    request, timeout_s=max(0.0, deadline - started), may_go=may_go
                )
            except Held:
                continue
            except Lost as lost:
                attempt = Attempt(at=at, outcome=Outcome(sent=lost.sent), lost=lost)
            else:
                attempt = Attempt(
                    at=at,
                    outcome=Outcome(status=reply.status, retry_after_s=reply.retry_after_s()),
                    reply=reply,
                )
            self._log(operation.route, number, attempt, took_s=self._clock.now() - started)
            return attempt

    async def _pass_gate(self, operation: Operation[Any], deadline: float, past: Past) -> None:
        """Waits until no 429 holds the calls back."""
        while (wait := self._gate.wait_s(now := self._clock.now())) > 0:
            if now + wait >= deadline:
                reason = (
                    f"the API asked for a pause of another {wait:.1f} s, longer than the deadline"
                )
                raise self._lost(operation, reason, past, timed_out=True)
            await self._clock.sleep(wait)

    def _log(self, route: Route[Any], number: int, attempt: Attempt, *, took_s: float) -> None:
        told = attempt.outcome.status or (attempt.lost and attempt.lost.reason)
        log.debug(
            "%s %s, attempt %d: %s in %.0f ms",
            route.method,
            route.path,
            number,
            told,
            took_s * 1000,
        )

    def _lost(
        self, operation: Operation[Any], reason: str, past: Past, *, timed_out: bool
    ) -> DeliveryError:
        """The error of a call without a usable answer."""
        route = operation.route
        method, path, key = route.method, operation.shown_path, operation.idempotency_key
        if past.maybe_done and (method != "GET" or route.replay is Replay.ONCE):
            text = f"{reason}; the request was sent, so it may have been done: `await gig.reconcile(error)` finds out"
            at = {"first_at": past.first_at, "last_at": past.last_at}
            sent = sent_of(operation, self._key, self._kept_fields, **at, under_way=past.under_way)
            return OutcomeUnknownError(
                text, operation=route.name, method=method, path=path, idempotency_key=key, sent=sent
            )
        kind = DeliveryTimeoutError if timed_out else DeliveryError
        text = reason if past.maybe_done else f"{reason}; nothing was sent"
        return kind(text, operation=route.name, method=method, path=path, idempotency_key=key)

    def _read(self, operation: Operation[T], reply: Reply) -> T:
        """The value of a reply. What it holds is in no local variable here, nor is there a cause:
        both end up in reports.
        """
        read = read_value(operation, reply)
        found = drifts_of(operation, reply, read) if self._wants_drift else ()
        if self._on_drift is not None:
            tell(self._on_drift, found)
        problem = read.problem
        if found and self._strict:
            first = found[0]
            problem = f"{len(found)} drift(s), first {first.path}: expected {first.expected}, got {first.shown}"
        if problem:
            raise UnreadableReplyError(
                problem,
                status=reply.status,
                method=operation.route.method,
                path=operation.shown_path,
                body=reply.body,
                drifts=found,
            )
        return cast(T, read.value)

    @property
    def _wants_drift(self) -> bool:
        return self._strict or self._on_drift is not None
