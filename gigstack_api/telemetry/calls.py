"""One call as a span, and in the metrics."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import Token
from time import perf_counter
from types import TracebackType

from opentelemetry import context as contexts
from opentelemetry.trace import (
    INVALID_SPAN,
    Span,
    SpanKind,
    StatusCode,
    Tracer,
    set_span_in_context,
)
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from .._core.logs import WARNING, write
from .._core.sending.observing import CallFacts, Limits, Wait
from ..errors import APIError
from .instruments import Instruments
from .names import (
    ATTEMPT_S,
    ATTEMPTS,
    DRIFTS,
    RESEND_COUNT,
    WAIT_REASON,
    WAIT_S,
    describe,
    end_of,
)

CANCELLED = "cancelled"


class _Harmless:
    """A block whose exceptions are logged and ignored: the call goes on without its telemetry."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        name = type(error).__name__
        text = "telemetry raised %s; the call goes on"
        write(WARNING, text, name, fields={"error_type": name})
        return True


HARMLESS = _Harmless()


class CallTelemetry:
    """The span of one call, current until it ends, and what the metrics count of it."""

    def __init__(
        self,
        facts: CallFacts,
        limits: Limits | None,
        tracer: Tracer,
        instruments: Instruments,
        *,
        propagates: bool,
    ) -> None:
        self.headers: Mapping[str, str] = {}
        self._instruments = instruments
        self._common = describe(facts)
        self._began_s = perf_counter()
        self._attempts = 0
        self._status: int | None = None
        self._span: Span = INVALID_SPAN
        self._token: Token[contexts.Context] | None = None
        with HARMLESS:
            instruments.active.add(1, self._common)
            if limits is not None:
                instruments.know(limits, facts)
            name = facts.method if facts.route is None else f"{facts.method} {facts.route}"
            self._span = tracer.start_span(name, kind=SpanKind.CLIENT, attributes=self._common)
            context = set_span_in_context(self._span)
            self._token = contexts.attach(context)
            if propagates:
                headers: dict[str, str] = {}
                TraceContextTextMapPropagator().inject(headers, context)
                self.headers = headers

    def attempted(self, *, status: int | None, error_type: str | None, took_s: float) -> None:
        """Adds an event, and counts the request and the retry."""
        self._attempts += 1
        self._status = status
        end = end_of(status, error_type)
        with HARMLESS:
            self._instruments.request_s.record(took_s, self._common | end)
            resent = self._attempts - 1
            if resent:
                self._instruments.retries.add(1, self._common)
                end[RESEND_COUNT] = resent
            self._span.add_event("gigstack.attempt", end | {ATTEMPT_S: took_s})

    def waited(self, reason: Wait, wait_s: float) -> None:
        """Adds an event, and counts the wait."""
        with HARMLESS:
            self._instruments.wait_s.record(wait_s, self._common | {WAIT_REASON: reason})
            self._span.add_event("gigstack.wait", {WAIT_REASON: reason, WAIT_S: wait_s})

    def drifted(self, count: int) -> None:
        """Counts drifts."""
        with HARMLESS:
            self._instruments.drifts.add(count, self._common)
            self._span.set_attribute(DRIFTS, count)

    def ended(self, error: BaseException | None) -> None:
        """Ends the span. A cancelled call has not failed."""
        with HARMLESS:
            # A coroutine that is dropped ends in another context, which has no such token.
            if self._token is not None and not isinstance(error, GeneratorExit):
                contexts.detach(self._token)
            error_type = error_type_of(error)
            end = end_of(self._status, error_type)
            took_s = perf_counter() - self._began_s
            self._instruments.active.add(-1, self._common)
            self._instruments.call_s.record(took_s, self._common | end)
            self._span.set_attributes(end | {ATTEMPTS: self._attempts})
            if error_type not in {None, CANCELLED}:
                self._span.set_status(StatusCode.ERROR)
            self._span.end()


def error_type_of(error: BaseException | None) -> str | None:
    """The status of an API error, else the name of its class; never its text."""
    if error is None:
        return None
    if isinstance(error, APIError) and error.status >= 400:
        return str(error.status)
    is_named = isinstance(error, (Exception, KeyboardInterrupt, SystemExit))
    return type(error).__qualname__ if is_named else CANCELLED
