"""A plugin of pytest for `make mutants`: mutmut does not note which function called which.

It keeps the caller in a context variable while it notes which tests call a function. Where an
iterator is dropped meanwhile, CPython 3.11 reads something else from that variable, and the test
fails.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

CALLERS: Any = import_module("mutmut.core").MutmutCallStack


def ignore(_: object) -> None:
    pass


CALLERS.set = ignore
CALLERS.reset = ignore
