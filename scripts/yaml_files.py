"""Reads YAML files, each text once in the life of a process."""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> Any:
    """The document of a file. The caller may change it: each call returns a copy of its own."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Any:
    """The document of a text. The caller may change it: each call returns a copy of its own."""
    return pickle.loads(_parsed(text))  # noqa: S301 - it was written here


@lru_cache(maxsize=64)
def _parsed(text: str) -> bytes:
    """A document, pickled: reading that again takes a thirtieth of the time of parsing."""
    return pickle.dumps(yaml.load(text, LOADER))  # noqa: S506 - a safe loader
