"""The attempts of one call: one loop for calls, linked files and streams."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable

from ...errors import DeliveryError, DeliveryTimeoutError
from ..http.connections import sleep
from ..http.messages import Lost
from ..logs import DEBUG, INFO, write
from ..operations.route import Replay
from ..retries.history import NO_ATTEMPTS, Attempt, AttemptHistory
from ..retries.policy import ClientLimits, Outcome, RetryPolicy, Verdict, wait_before_retry
from ..schema.data import Data
from .observing import CallFacts, CallObserver


def _chance() -> float:
    # Without the module `random`: it could not be imported where no file descriptor is free.
    return int.from_bytes(os.urandom(4)) / (1 << 32)


class Clock(Data, frozen=True):
    """Time and chance, passed in so that tests need neither.

    `now` counts seconds from any moment, `sleep` waits for some seconds, `chance` is a random
    number from 0 to 1, `unix` the time of day in Unix seconds.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = sleep
    chance: Callable[[], float] = _chance
    unix: Callable[[], float] = time.time


class Attempts:
    """Attempts a call until the policy says stop.

    `facts` describe the call in the log. `remaining_s` gives the time left for the call.
    `limits` are those of the client; without them neither a 429 nor the retry budget holds the call
    back.
    """

    def __init__(
        self,
        policy: RetryPolicy,
        replay: Replay,
        *,
        facts: CallFacts,
        clock: Clock,
        remaining_s: Callable[[], float],
        limits: ClientLimits | None = None,
        observer: CallObserver | None = None,
    ) -> None:
        self._facts = facts
        self._observer = observer
        self._policy = policy
        self._replay = replay
        self._clock = clock
        self._remaining_s = remaining_s
        self._limits = limits
        self._spent = 0

    async def run(
        self,
        attempt: Callable[[int, AttemptHistory], Awaitable[Attempt]],
        *,
        first: Attempt | None = None,
    ) -> tuple[Attempt, AttemptHistory]:
        """The last attempt, and the history of those before it.

        `attempt` gets its number, from 1, and that history. The number starts over after an attempt
        that advanced. The `first` one may have been made already.
        """
        history = NO_ATTEMPTS
        number = 1
        last = first or await attempt(number, history)
        while True:
            if last.advanced:
                number = 1
            wait_s = self._wait_s(last.outcome, number)
            if wait_s is None:
                self._settle(last)
                return last, history
            history = history.record(last)
            number += 1
            self._log_retry(last, number, wait_s)
            await self._clock.sleep(wait_s)
            if self._observer is not None:
                self._observer.waited("retry", wait_s)
            last = await attempt(number, history)

    def _wait_s(self, outcome: Outcome, number: int) -> float | None:
        """Seconds until the next attempt; None to stop."""
        wait_s = wait_before_retry(
            self._policy,
            self._replay,
            outcome,
            attempt=number,
            remaining_s=self._remaining_s(),
            chance=self._clock.chance(),
        )
        if self._limits is None:
            return wait_s

        if outcome.status == 429:
            pauses = (outcome.retry_after_s, wait_s, self._policy.base_s)
            pause_s = next(pause for pause in pauses if pause is not None)
            self._limits.refused(self._clock.now(), pause_s)
        if wait_s is not None and outcome.verdict is not Verdict.REFUSED:
            self._spent += 1
            if not self._limits.budget.spend():
                text = "%s is not retried: too many calls of this client failed"
                write(DEBUG, text, self._facts.operation, fields=log_fields(self._facts))
                return None
        return wait_s

    def _log_retry(self, last: Attempt, number: int, wait_s: float) -> None:
        status = last.outcome.status
        write(
            INFO,
            "%s: %s; attempt %d of %d follows in %.2f s",
            self._facts.operation,
            f"status {status}" if last.lost is None else last.lost.reason,
            number,
            self._policy.max_attempts,
            wait_s,
            fields={
                **log_fields(self._facts),
                "attempt": number - 1,
                "status": status,
                "error_type": last.error_type,
                "wait_s": wait_s,
            },
        )

    def _settle(self, last: Attempt) -> None:
        if self._limits is not None and last.outcome.verdict is Verdict.ANSWERED:
            self._limits.budget.refill(spent=self._spent)


def delivery_error(
    lost: Lost,
    message: str,
    *,
    operation: str,
    method: str,
    path: str,
    idempotency_key: str | None = None,
) -> DeliveryError:
    """The error of a call that was lost without having done anything."""
    kind = DeliveryTimeoutError if lost.timed_out else DeliveryError
    return kind(
        message, operation=operation, method=method, path=path, idempotency_key=idempotency_key
    )


def record_attempt(
    facts: CallFacts,
    number: int,
    attempt: Attempt,
    observer: CallObserver | None,
    *,
    took_s: float,
) -> None:
    """Logs and reports how an attempt ended, without a value of the call."""
    status = attempt.outcome.status
    if observer is not None:
        observer.attempted(status=status, error_type=attempt.error_type, took_s=took_s)
    write(
        DEBUG,
        "%s %s, attempt %d: %s in %.0f ms",
        facts.method,
        facts.route or f"//{facts.host}",
        number,
        status or (attempt.lost and attempt.lost.reason),
        took_s * 1000,
        fields={
            **log_fields(facts),
            "attempt": number,
            "status": status,
            "error_type": attempt.error_type,
            "took_s": took_s,
        },
    )


def log_fields(facts: CallFacts) -> dict[str, object]:
    """The fields of each line that is logged about a call."""
    return {"operation": facts.operation, "method": facts.method, "route": facts.route}
