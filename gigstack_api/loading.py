"""Loads ahead what the calls of a program would load when they are first made."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from ._core.http.transport import load_library
from ._core.schema.json import parse_json


def preload() -> None:
    """Every model and operation loaded, and what sends, reads and writes, so that no call has to.

    Without it the first call of a kind loads what it needs: up to 15 ms in which the event loop
        stands still. All of them take
    about 0.1 s. Call it where a process starts that serves (a lifespan, the head of a worker); a
    script of a few calls is better off without. Called again, it does nothing.
    """
    parse_json(b"{}")
    load_library()
    for name in ("_generated", "operations", "resources", "reconcile"):
        package = import_module(f".{name}", __package__)
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
