"""Whether somebody replaced how httpx sends, to answer requests or to watch them."""

from __future__ import annotations

import sys
from importlib import import_module
from operator import is_
from types import FunctionType

PLACES = (
    ("httpx", "AsyncClient", "__init__"),
    ("httpx", "AsyncClient", "send"),
    ("httpx", "AsyncClient", "_send_single_request"),
    ("httpx", "AsyncClient", "_transport_for_url"),
    ("httpx", "AsyncHTTPTransport", "handle_async_request"),
    ("httpcore", "AsyncConnectionPool", "handle_async_request"),
    ("httpcore", "AsyncHTTPConnection", "handle_async_request"),
)
"""Where mocks and tracers replace how httpx sends (respx, pytest-httpx, vcrpy, OpenTelemetry)."""

TRACERS = frozenset({"ddtrace", "newrelic", "wrapt"})
"""They patch a library when it is imported, which without them is not done here."""


class Patches:
    """Whether somebody replaced how httpx sends. Asked before each request, so it must be fast."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._found = False

    @property
    def found(self) -> bool:
        """Whether requests must go through httpx, since somebody wants to see them there."""
        if "httpx" not in sys.modules:
            if not any(map(_waits_for_imports, sys.meta_path)):
                return False
            import_module("httpx")  # now it is patched
        now = tuple([_found_at(*place) for place in PLACES])
        # By identity: a wrapper may say that it equals what it wraps.
        if len(now) != len(self._seen) or not all(map(is_, now, self._seen)):
            self._seen = now
            self._found = any(map(_is_replaced, now))
        return self._found


def _waits_for_imports(finder: object) -> bool:
    """Whether a finder of modules is that of a tracer, which patches httpx when it is imported."""
    module: object = getattr(finder, "__module__", "")  # of its class, if it is not one itself
    return str(module).partition(".")[0] in TRACERS


def _found_at(module: str, name: str, method: str) -> object:
    found = sys.modules.get(module) or sys.modules.get(f"{module}2")
    return getattr(getattr(found, name, None), method, None)


def _is_replaced(found: object) -> bool:
    """Whether a method of httpx is not the one that its own module defines."""
    if found is None:
        return False
    if type(found) is not FunctionType:
        return True
    # A wrapper may bear the name of what it wraps, but it has globals of its own.
    home = str(found.__globals__.get("__name__")).partition(".")[0]
    return home.rstrip("2") not in {"httpx", "httpcore"}
