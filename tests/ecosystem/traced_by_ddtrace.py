"""A program with ddtrace, which traces httpx by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from importlib import import_module
from urllib.parse import urlsplit

from ddtrace.trace import Span, TraceFilter, tracer

from tests.ecosystem.calls import make_calls, show

import_module("ddtrace.auto")  # patches what is imported after it
found: list[Span] = []


class Keep(TraceFilter):
    """Takes all spans; none is sent."""

    def process_trace(self, trace: Sequence[Span]) -> None:
        """Takes the spans of a trace."""
        found.extend(trace)


tracer.configure(trace_processors=[Keep()])
asyncio.run(make_calls())
tracer.flush()  # type: ignore[no-untyped-call]

show(
    [
        (
            str(span.get_tag("http.method")),
            urlsplit(str(span.get_tag("http.url"))).path,
            int(span.get_tag("http.status_code") or 0),
        )
        for span in found
        if span.get_tag("component") == "httpx"
    ]
)
