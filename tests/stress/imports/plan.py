"""The rows of an import, computed from their number, and the moments when it is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

BLOCK, SHARED, SHARING = 20, 2, (3, 9)
"""In each block of rows, the `SHARING` ones have the key of the one at `SHARED`."""

BAD = (41, 62, 83)
"""In each hundred rows: one without a key, one with an RFC that is too short, one with a postal
code that has no number.
"""


def write_rows(path: Path, count: int) -> None:
    """Writes the rows as a CSV file."""
    with path.open("w", encoding="utf-8") as file:
        file.write("RFC,Nombre,C.P.\n")
        file.writelines(f"{line}\n" for line in _lines(count))


def _lines(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        place = number % 100
        rfc = {BAD[0]: "", BAD[1]: "corto"}.get(place, key(number))
        code = "sin código" if place == BAD[2] else "03100"
        yield f"{rfc},row {number},{code}"


def key(number: int) -> str:
    """The RFC of a row."""
    return f"IMP{owner(number):09}"


def owner(number: int) -> int:
    """The first row with the key of this one."""
    place = number % BLOCK
    return number - place + SHARED if place in SHARING else number


def is_bad(number: int) -> bool:
    """Whether a row fails."""
    return number % 100 in BAD


def kills(seed: int, rows: int, count: int) -> list[int]:
    """How many results each run gives before it is killed.

    Fewer than all rows in sum, so that no run ends before its kill. Some are killed while they
    start.
    """
    random = Random(f"{seed} kills")
    cuts = sorted(random.randrange(int(rows * 0.95)) for _ in range(count - count // 5))
    parts = [later - earlier for earlier, later in zip([0, *cuts], cuts, strict=False)]
    parts += [0] * (count - len(parts))
    random.shuffle(parts)
    return parts
