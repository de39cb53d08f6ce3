"""A program with the httpx instrumentation of OpenTelemetry."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.ecosystem.calls import make_calls, show

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
HTTPXClientInstrumentor().instrument(tracer_provider=provider)

asyncio.run(make_calls())

found = [dict(span.attributes or {}) for span in exporter.get_finished_spans()]
show(
    [
        (
            str(each["http.method"]),
            urlsplit(str(each["http.url"])).path,
            int(str(each["http.status_code"])),
        )
        for each in found
    ]
)
