"""The metrics of all clients of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from opentelemetry.metrics import CallbackOptions, Meter, Observation

from .._core.sending.observing import CallFacts, Limits
from .names import HOST, PORT

REQUEST_S = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
"""The boundaries that the HTTP semantic conventions recommend (seconds)."""

CALL_S = (*REQUEST_S, 15, 30, 60, 90)
"""A call may last as long as its deadline: 90 seconds where the API stamps."""


class Instruments:
    """The metrics, and the clients whose limits they show."""

    def __init__(self, meter: Meter) -> None:
        self._clients: WeakKeyDictionary[Limits, tuple[str, int]] = WeakKeyDictionary()
        self.request_s = meter.create_histogram(
            "http.client.request.duration",
            "s",
            "Duration of each request, without waits.",
            explicit_bucket_boundaries_advisory=REQUEST_S,
        )
        self.call_s = meter.create_histogram(
            "gigstack.call.duration",
            "s",
            "Duration of each call, with its attempts and waits.",
            explicit_bucket_boundaries_advisory=CALL_S,
        )
        self.wait_s = meter.create_histogram(
            "gigstack.call.wait.duration",
            "s",
            "How long calls waited: for a retry, a rate limit or a connection.",
            explicit_bucket_boundaries_advisory=CALL_S,
        )
        self.active = meter.create_up_down_counter(
            "gigstack.call.active", "{call}", "Calls that have begun and not ended."
        )
        self.retries = meter.create_counter(
            "gigstack.call.retries", "{retry}", "Attempts after the first one of a call."
        )
        self.drifts = meter.create_counter(
            "gigstack.call.drifts", "{drift}", "Places where answers deviate from the spec."
        )
        for name, unit, text, value in (
            ("retries_left", "{retry}", "Retries that a client has left.", self._retries_left),
            ("requests_in_flight", "{request}", "Requests in flight.", self._in_flight),
            ("requests_limit", "{request}", "Requests that may be in flight.", self._limit),
        ):
            meter.create_observable_gauge(
                f"gigstack.client.{name}", [self._observe(value)], unit, text
            )

    def know(self, limits: Limits, facts: CallFacts) -> None:
        """Shows the limits of a client as long as it lives."""
        self._clients[limits] = (facts.host, facts.port)

    def forget_clients(self) -> None:
        """Shows no limits any more."""
        self._clients.clear()

    def _observe(
        self, value: Callable[[Sequence[Limits]], float]
    ) -> Callable[[CallbackOptions], Iterable[Observation]]:
        """A callback that gives a value for each host of the API, whatever clients it has."""

        def observe(_: CallbackOptions) -> Iterator[Observation]:
            by_host: dict[tuple[str, int], list[Limits]] = {}
            # A list made at once: the metrics are read in a thread of their own.
            for limits in [ref() for ref in self._clients.keyrefs()]:
                place = None if limits is None else self._clients.get(limits)
                if limits is not None and place is not None:
                    by_host.setdefault(place, []).append(limits)
            for (host, port), group in by_host.items():
                yield Observation(value(group), {HOST: host, PORT: port})

        return observe

    @staticmethod
    def _retries_left(clients: Sequence[Limits]) -> float:
        """Those of the client that has the fewest."""
        return min(limits.retries_left for limits in clients)

    @staticmethod
    def _in_flight(clients: Sequence[Limits]) -> float:
        return sum(limits.places[0] for limits in clients)

    @staticmethod
    def _limit(clients: Sequence[Limits]) -> float:
        return sum(limits.places[1] for limits in clients)
