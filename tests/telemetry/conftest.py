"""Telemetry for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .seen import Seen, watching


@pytest.fixture
def seen() -> Iterator[Seen]:
    """Telemetry that keeps in memory what it exports."""
    with watching() as found:
        yield found
