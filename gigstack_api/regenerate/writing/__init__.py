"""Writes the code of a client from a normalised document with facts."""

from __future__ import annotations

from .package import GENERATED, differences, files_of, generate, write

__all__ = ["GENERATED", "differences", "files_of", "generate", "write"]
