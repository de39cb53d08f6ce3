"""The rows of a bulk upsert, computed from their index: which share a key, which cannot be sent,
which meet faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from ..writes.plan import draw_faults

FAULTED = 0.3
"""Share of the rows whose requests meet faults."""

BLOCK, SHARED, SHARING = 20, 2, (3, 4, 9)
"""In each block of rows, the `SHARING` ones have the key of the one at `SHARED`. They are so close
that they would overlap.
"""

REFUSED_EACH, WITHOUT_KEY, WITH_UNKNOWN_FIELD = 500, 7, 13
"""One of `REFUSED_EACH` rows has no key, and one has an unknown field."""


def row(index: int) -> Mapping[str, str]:
    """A row. Its name contains its index."""
    name = {"name": f"row {index}"}
    if index % REFUSED_EACH == WITHOUT_KEY:
        return name
    keyed = {**name, "tax_id": key(index)}
    return {**keyed, "nombre": "x"} if index % REFUSED_EACH == WITH_UNKNOWN_FIELD else keyed


def is_refused(index: int) -> bool:
    """Whether a row cannot be sent."""
    return index % REFUSED_EACH in {WITHOUT_KEY, WITH_UNKNOWN_FIELD}


def owner(index: int) -> int:
    """The first row with the key of this one."""
    place = index % BLOCK
    return index - place + SHARED if place in SHARING else index


def key(index: int) -> str:
    """The RFC of a row."""
    return f"BLK{owner(index):09}"


def index_of(name: str) -> int:
    """The index of the row with that name."""
    return int(name.removeprefix("row "))


def faults_of(seed: int, index: int) -> tuple[str, ...]:
    """The faults of a row's requests, in order; empty for most rows."""
    random = Random(f"{seed} row {index}")
    return draw_faults(random) if random.random() < FAULTED else ()
