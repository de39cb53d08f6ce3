"""The moments when an import is killed."""

from __future__ import annotations

from random import Random
from typing import Literal

from attrs import frozen

Victim = Literal["program", "worker"]


@frozen
class Kill:
    """A moment.

    Args:
        after: How many results the import gives before it, counted from the kill before.
        victim: What is killed: the program, or one of its workers.
    """

    after: int
    victim: Victim


def kills(seed: int, results: int, count: int, *, workers: bool = False) -> list[Kill]:
    """When an import of so many results is killed.

    There are fewer results than all in sum, so that no run ends before its kill. Some programs are
    killed while they start. With workers, every other victim is one of them.
    """
    random = Random(f"{seed} kills")
    cuts = sorted(random.randrange(int(results * 0.95)) for _ in range(count - count // 5))
    parts = [later - earlier for earlier, later in zip([0, *cuts], cuts, strict=False)]
    parts += [0] * (count - len(parts))
    random.shuffle(parts)
    victims: list[Victim] = [
        "worker" if workers and place % 2 else "program" for place in range(count)
    ]
    random.shuffle(victims)
    return [Kill(part, victim) for part, victim in zip(parts, victims, strict=True)]
