"""What telemetry exports, kept in memory."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from attrs import field, frozen
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from gigstack_api.telemetry import instrument


def _exporting_to(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


@frozen
class Seen:
    """The spans that have ended, and the metrics."""

    exporter: InMemorySpanExporter = field(factory=InMemorySpanExporter)
    reader: InMemoryMetricReader = field(factory=InMemoryMetricReader)
    tracers: TracerProvider = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "tracers", _exporting_to(self.exporter))

    @property
    def spans(self) -> list[ReadableSpan]:
        """The spans, in the order in which they ended."""
        return [*self.exporter.get_finished_spans()]

    def named(self, name: str) -> list[ReadableSpan]:
        """The spans of this name."""
        return [span for span in self.spans if span.name == name]

    @property
    def text(self) -> str:
        """Everything that was exported."""
        read: Any = self.reader.get_metrics_data()
        return "\n".join([*(span.to_json() for span in self.spans), read.to_json() if read else ""])

    def points(self, name: str) -> list[tuple[dict[str, Any], float]]:
        """Attributes and value of each point of a metric; of histograms the count."""
        read: Any = self.reader.get_metrics_data()
        return [
            (dict(point.attributes), float(getattr(point, "count", None) or point.value))
            for resource in (read.resource_metrics if read else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
            for point in metric.data.data_points
        ]

    def total(self, name: str) -> float:
        """The sum of a metric over its points."""
        return sum(value for _, value in self.points(name))


@contextmanager
def watching(*, propagate: bool = False) -> Generator[Seen]:
    """Telemetry within the block."""
    seen = Seen()
    meters = MeterProvider([seen.reader], shutdown_on_exit=False)
    with instrument(tracer_provider=seen.tracers, meter_provider=meters, propagate=propagate):
        yield seen
    meters.shutdown()
    seen.tracers.shutdown()


def parent_of(span: ReadableSpan) -> int | None:
    """The id of the span that it belongs to."""
    return None if span.parent is None else span.parent.span_id


def events(span: ReadableSpan) -> list[tuple[str, dict[str, Any]]]:
    """Names and attributes of the events of a span, without durations of attempts."""
    return [
        (
            event.name,
            {
                name: value
                for name, value in (event.attributes or {}).items()
                if name != "gigstack.attempt.duration"
            },
        )
        for event in span.events
    ]
