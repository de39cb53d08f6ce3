"""Tells when a walk is back at a place where it was before, in memory that does not grow with the
walk. Pure.
"""

from __future__ import annotations

from collections.abc import Hashable

MOST_KEPT = 10_000


class Anchor:
    """The last place, and one further back that is set anew at growing distances: finds every
    circle in the end (Brent).

    A walk that turns into a circle of n places after m others is found out within 3 * (n + m) + 1
    of them.
    """

    def __init__(self) -> None:
        self._last: object = None
        self._anchor: object = None
        self._steps = 0
        self._until_next: int = 1

    def met_again(self, place: object) -> bool:
        """Whether this place is the last one, or the anchor; None is no place, and no step."""
        if place is None:
            return False
        if place in (self._last, self._anchor):
            return True
        self._last = place
        self._steps += 1
        if self._steps == self._until_next:
            self._anchor, self._steps, self._until_next = place, 0, 2 * self._until_next
        return False


class Trail:
    """The places of a walk: a circle of up to 10,000 is found at its first place met again, a
    longer one by an anchor.
    """

    def __init__(self, first: Hashable) -> None:
        self._kept: dict[int, None] = {hash(first): None}
        self._anchor = Anchor()

    def met_again(self, place: Hashable) -> bool:
        """Whether the walk was here before."""
        mark = hash(place)
        if mark in self._kept or self._anchor.met_again(place):
            return True
        self._kept[mark] = None
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return False
