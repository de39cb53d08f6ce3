"""Turns telemetry on and off, for all clients of this process."""

from __future__ import annotations

from typing import Self

from opentelemetry.metrics import MeterProvider, get_meter
from opentelemetry.trace import TracerProvider, get_tracer

from .._core.sending.observing import OBSERVED, CallFacts, CallObserver, Limits
from .._version import __version__
from ..errors import ConfigurationError
from .calls import CallTelemetry
from .instruments import Instruments

SCOPE = "gigstack_api"


class Instrumentation:
    """The telemetry that `instrument` started. `stop` or the end of a `with` block ends it."""

    def __init__(
        self,
        tracer_provider: TracerProvider | None,
        meter_provider: MeterProvider | None,
        *,
        propagate: bool,
    ) -> None:
        self._tracer = get_tracer(SCOPE, __version__, tracer_provider)
        self._instruments = Instruments(get_meter(SCOPE, __version__, meter_provider))
        self._propagate = propagate

    def began(self, facts: CallFacts, limits: Limits | None) -> CallObserver:
        """The observer of a call that begins."""
        # A file is on a host of somebody else, which gets no ids of our traces.
        return CallTelemetry(
            facts,
            limits,
            self._tracer,
            self._instruments,
            propagates=self._propagate and limits is not None,
        )

    def stop(self) -> None:
        """Ends the telemetry for the calls that begin from now on. Calling it again is a no-op."""
        if OBSERVED.by is self:
            OBSERVED.by = None
        self._instruments.forget_clients()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def instrument(
    *,
    tracer_provider: TracerProvider | None = None,
    meter_provider: MeterProvider | None = None,
    propagate: bool = False,
) -> Instrumentation:
    """Telemetry of all clients in this process, from now on.

    Each call becomes a span of kind CLIENT that is current while the call runs, with its attempts
    and waits as events. Nothing that is recorded holds an id, a query, a body or the text of an
    error.

    Args:
        tracer_provider: Where spans go; by default the global provider.
        meter_provider: Where metrics go; by default the global provider.
        propagate: Sends the headers `traceparent` and `tracestate` to the API. Hosts of files never
            get them.

    Raises:
        ConfigurationError: telemetry has been started already.
    """
    if OBSERVED.by is not None:
        raise ConfigurationError("telemetry has been started already: stop() it first")
    started = Instrumentation(tracer_provider, meter_provider, propagate=propagate)
    OBSERVED.by = started
    return started
