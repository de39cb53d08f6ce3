"""A process that may open no further file."""

from __future__ import annotations

import os
import resource
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def no_free_descriptor() -> Generator[None, None, None]:
    """A block in which no file and no socket can be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = os.open(os.devnull, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (held + 1, hard))
    filled = [held]
    try:
        while True:
            filled.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        pass
    try:
        yield
    finally:
        for number in filled:
            os.close(number)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
