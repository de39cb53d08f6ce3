"""The version that changes demand, by Semantic Versioning. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from .changes import Level
from .reports import Entry


def demanded_version(released: str, entries: Iterable[Entry]) -> str:
    """The least version after a released one that may have these changes.

    A breaking change needs a new major version, or a new minor one before 1.0. Something new needs
    a minor version from 1.0 on. Only changes of the package count: code on it may go on working
    when the API breaks.
    """
    major, minor, patch = numbers(released)
    levels = {entry.python for entry in entries} | {Level.TEXT}
    if Level.BREAKING in levels:
        return f"0.{minor + 1}.0" if major == 0 else f"{major + 1}.0.0"
    if levels & {Level.ADDED, Level.DEPRECATED} and major > 0:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def breaks(entries: Iterable[Entry]) -> list[Entry]:
    """The changes that break code on the package."""
    return [entry for entry in entries if entry.python == Level.BREAKING]


def numbers(version: str) -> tuple[int, int, int]:
    """The numbers of a version, whatever stands before and behind them: `v0.1.0rc1`."""
    found = [int("".join(filter(str.isdigit, part)) or 0) for part in version.split(".")]
    major, minor, patch, *_ = [*found, 0, 0, 0]
    return major, minor, patch
