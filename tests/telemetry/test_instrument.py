"""Telemetry begins and ends, sends headers if asked to, and never breaks a call."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import httpx
import pytest
from opentelemetry.context import Context
from opentelemetry.metrics import NoOpMeterProvider
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor, TracerProvider
from opentelemetry.trace import format_span_id, format_trace_id

from gigstack_api import ConfigurationError, Replay, RetryPolicy
from gigstack_api._core.operations.decoders import File
from gigstack_api.telemetry import instrument
from tests.support.scripted_api import LOST, Api, answer, client, options, refusal, sender
from tests.support.things import call, thing_route

from .seen import Seen, watching

pytestmark = pytest.mark.anyio


async def test_it_ends_with_its_block(seen: Seen) -> None:
    gig = client(Api(answer(), answer()))
    await gig.clients.get("client_1")
    with pytest.raises(ConfigurationError, match="already"):
        instrument()
    assert len(seen.spans) == 1


async def test_it_starts_anew_after_a_stop() -> None:
    for _ in range(2):
        with watching() as seen:
            gig = client(Api(answer()))
            await gig.clients.get("client_1")
        await client(Api(answer())).clients.get("client_2")
        assert len(seen.spans) == 1


async def test_stopping_one_twice_leaves_the_next_alone() -> None:
    first = instrument(meter_provider=NoOpMeterProvider())
    first.stop()
    with watching() as seen:
        first.stop()
        await client(Api(answer())).clients.get("client_1")
    assert len(seen.spans) == 1


async def test_no_header_is_sent_unless_asked_for(seen: Seen) -> None:
    api = Api(answer())
    await client(api).clients.get("client_1")
    assert not {"traceparent", "tracestate", "baggage"} & {*api.requests[0].headers}


async def test_every_attempt_names_the_span_of_its_call() -> None:
    api = Api(LOST, answer())
    with watching(propagate=True) as seen:
        await client(api).clients.get("client_1")
    context = seen.spans[0].get_span_context()
    assert context is not None
    expected = f"00-{format_trace_id(context.trace_id)}-{format_span_id(context.span_id)}-"
    assert [request.headers["traceparent"][:-2] for request in api.requests] == [expected] * 2
    assert "baggage" not in api.requests[0].headers


async def test_a_host_of_files_gets_no_header() -> None:
    pdf = File("a.pdf", "application/pdf", ("data.pdf",))
    route = thing_route(Replay.SAFE, method="GET", decode=pdf)
    file = httpx.Response(200, content=b"%PDF-1.7 %%EOF")
    api = Api(answer({"pdf": "https://files.test/a.pdf"}), file)
    with watching(propagate=True):
        await sender(api).perform(call(route), options())
    assert ["traceparent" in request.headers for request in api.requests] == [True, False]


class Failing(SpanProcessor):
    """A span processor with an error in it."""

    def __init__(self, *, at_start: bool) -> None:
        self._at_start = at_start

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        if self._at_start:
            raise RuntimeError("start")

    def on_end(self, span: ReadableSpan) -> None:
        raise RuntimeError("end")


@pytest.mark.parametrize("at_start", [True, False])
async def test_a_failing_processor_breaks_no_call(
    at_start: bool, caplog: pytest.LogCaptureFixture
) -> None:
    provider: Any = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(Failing(at_start=at_start))
    api = Api(refusal(503), answer({"id": "client_1"}))
    with instrument(tracer_provider=provider, meter_provider=NoOpMeterProvider()):
        gig = client(api, retries=RetryPolicy(base_s=0))
        assert (await gig.clients.get("client_1")).id == "client_1"
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == ["telemetry raised RuntimeError; the call goes on"]


def test_the_missing_extra_is_named() -> None:
    code = "import sys\nsys.modules['opentelemetry'] = None\nimport gigstack_api.telemetry"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: gigstack_api.telemetry needs OpenTelemetry:"
        " pip install 'gigstack-api[telemetry]'"
    )


def test_the_client_does_not_load_opentelemetry() -> None:
    code = "import sys\nfrom gigstack_api import Gigstack\nGigstack('key')\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "opentelemetry" not in done.stdout
    assert "gigstack_api.telemetry" not in done.stdout
