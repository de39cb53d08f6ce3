"""OpenTelemetry for the calls of all clients of a process: spans and metrics.

See the guide Observability. Nothing of it holds an id, a query, a body or a text of an error.
"""

from __future__ import annotations

from importlib import import_module

try:
    import_module("opentelemetry.trace")
except ImportError as error:
    raise ImportError(
        "gigstack_api.telemetry needs OpenTelemetry: pip install 'gigstack-api[telemetry]'"
    ) from error

from .instrumentation import Instrumentation, instrument

__all__ = ["Instrumentation", "instrument"]
