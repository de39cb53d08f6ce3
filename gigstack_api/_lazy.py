"""Exports written once: a block of imports that type checkers read, and that is loaded on demand.

Put it into a package as `if TYPE_CHECKING or not export_lazily(__name__):`, with one line
`from .module import Name as Name` for each name, or `from . import module as module`.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from types import ModuleType

EXPORT = re.compile(r"^    from (\.[\w.]*) import (?:\(\s*)?(\w+) as \2\b", re.MULTILINE)


def export_lazily(package: str) -> bool:
    """Whether the exports of a package are now loaded on first use.

    False where its source is not available: then the block of imports has to run.
    """
    module = sys.modules[package]
    source = _source_of(module)
    if source is None:
        return False
    places = {name: place for place, name in EXPORT.findall(source)}

    def load(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        place = places[name]
        if place == ".":
            return import_module(f".{name}", package)
        value: object = getattr(import_module(place, package), name)
        setattr(module, name, value)
        return value

    names = sorted(places)
    vars(module).update(__getattr__=load, __dir__=lambda: names, __all__=names)
    return True


def _source_of(module: ModuleType) -> str | None:
    """The source of a module, in a zip too; None where only compiled code is there."""
    path = module.__file__ or ""
    if not path.endswith(".py"):
        return None
    # The loader with which pytest rewrites the assertions of plugins has no `get_data`.
    read = getattr(module.__loader__, "get_data", None) or _read
    return str(read(path), "utf-8")


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib takes longer than all of this
        return file.read()
