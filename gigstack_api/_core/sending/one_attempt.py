"""One attempt of a call, made when no rate limit pauses the client."""

from __future__ import annotations

from ..http.messages import Lost, Reply
from ..http.transport import NotYet, Transport
from ..logs import DEBUG, logger, write
from ..retries.history import Attempt
from ..retries.policy import ClientLimits
from .attempts import Clock, log_fields, record_attempt
from .request import Call


async def attempt_once(
    call: Call, number: int, transport: Transport, clock: Clock, limits: ClientLimits
) -> Attempt:
    """How an attempt ended. It is lost, and final, if a rate limit lasts beyond the deadline."""
    at = started = 0.0

    # Asked if the call had to wait for its connection: a 429 may have come meanwhile, and a
    # lookup of a lost write needs the time of sending.
    def is_allowed() -> bool:
        nonlocal at, started
        at, asked = clock.unix(), started
        started = clock.now()
        if call.observer is not None:
            call.observer.waited("connection", started - asked)
        return limits.pause.remaining_s(started) <= 0

    while True:
        started = clock.now()
        if limits.pause.remaining_s(started) > 0:
            late = await _wait_for_pause(call, clock, limits)
            if late is not None:
                return Attempt.of(late)
            started = clock.now()
        timeout_s = max(0.0, call.deadline - started)
        at = clock.unix()
        ended: Reply | Lost
        try:
            ended = await transport.send(call.request, timeout_s=timeout_s, is_allowed=is_allowed)
        except NotYet:
            continue
        except Lost as lost:
            ended = lost
        attempt = Attempt.of(ended, at=at)
        if call.observer is not None or logger().isEnabledFor(DEBUG):
            took_s = clock.now() - started
            record_attempt(call.facts, number, attempt, call.observer, took_s=took_s)
        return attempt


async def _wait_for_pause(call: Call, clock: Clock, limits: ClientLimits) -> Lost | None:
    """Waits until no rate limit pauses the client. A `Lost` if that is after the deadline."""
    while (wait_s := limits.pause.remaining_s(now := clock.now())) > 0:
        if now + wait_s >= call.deadline:
            reason = f"rate limited for another {wait_s:.1f} s, which exceeds the deadline"
            return Lost(reason, sent=False, timed_out=True, is_final=True)
        write(
            DEBUG,
            "%s waits %.2f s for the end of a rate limit",
            call.operation.route.name,
            wait_s,
            fields={**log_fields(call.facts), "wait_s": wait_s},
        )
        await clock.sleep(wait_s)
        if call.observer is not None:
            call.observer.waited("rate_limit", wait_s)
    return None
