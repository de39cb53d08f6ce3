"""Loads the modules of all calls ahead, so that the first call of a kind does not have to."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import walk_packages

from ._core.schema.json import parse_json


def preload() -> None:
    """Loads every model and operation, and what connects, ahead of the first call.

    Without it, the first call of a kind imports what it needs, which blocks the event loop for up
    to 15 ms. All imports together take about 0.1 s.

    Call it when a server process starts (in a lifespan, at the head of a worker). A script of a few
    calls is faster without it. Calling it again does nothing.
    """
    parse_json(b"{}")
    for wire in ("asyncio_connection", *(["httpx_backend"] if "httpx" in sys.modules else [])):
        import_module(f"._core.http.{wire}", __package__)
    for name in ("_generated", "operations", "resources", "reconcile"):
        package = import_module(f".{name}", __package__)
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
