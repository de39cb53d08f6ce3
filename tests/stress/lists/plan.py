"""How each list is read, broken off and gone on with, and which faults befall it: all chance comes
from the seed. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from random import Random

from attrs import evolve, frozen

from ..harness.fault_plans import NONE, REFUSED
from .fixtures import Shelf

MOST_ATTEMPTS = 4
MOST_PAGES = 5
MOST_AHEAD = 8
FAULTED = 0.2
"""How often a request is befallen, besides the one of each list that certainly is."""

LASTING = 0.02
"""How often the faults outlive the retries."""

MOVED = 0.15
"""How often a list is gone on with in a new process."""

FAULTS = (
    REFUSED,
    "cut_before",
    "cut_after",
    "cut_body",
    "status=429 retry_after_s=0",
    "status=500",
    "status=501",
    "status=502",
    "status=503",
    "status=504",
    "status=520",
    "html",
    "delay=0.002",
    "drift",
    "drift",
    "drift",
)
"""501 and html are not repeated: the caller goes on from the checkpoint."""


class Way(Enum):
    """How a list is read."""

    ITEMS = "items"
    PAGES = "pages"
    COLLECT = "collect"
    FIRST = "the first page, then items"
    BY_HAND = "page by page, by hand"


WAYS = (Way.ITEMS, Way.ITEMS, Way.PAGES, Way.COLLECT, Way.FIRST)
BY_HAND = 0.3
"""How often a list with a cursor that is read in one go is read without a pager: it has no
checkpoint.
"""


class Ending(Enum):
    """What ends the reading before the list ends."""

    NONE = "nothing"
    BREAK = "a break, and the iterator closed"
    BARE_BREAK = "a break, and nothing closed"
    ERROR = "an error of the consumer"
    CANCEL = "cancellation while a request is sent"


@frozen
class Stretch:
    """A part of the reading: `after` so many items or pages (for a cancellation: requests) its
    ending comes.

    `work`: turns of the event loop that the consumer takes for each.
    """

    way: Way
    ahead: int
    ending: Ending
    after: int
    work: int


@frozen
class Story:
    """How one list is read. With `moves`, what is left after so many stretches is read in a new
    process.
    """

    index: int
    shelf: Shelf
    limit: int
    stretches: tuple[Stretch, ...]
    moves: int | None
    faults: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-len(self.shelf.ids) // self.limit)) if self.shelf.parameter else 1


def story(seed: int, index: int, shelves: Sequence[Shelf]) -> Story:
    """The story of one list."""
    chance = Random(f"{seed} {index}")
    shelf = chance.choice(shelves)
    limit = chance.randint(max(1, len(shelf.ids) // MOST_PAGES), min(100, len(shelf.ids) + 2))
    stretches = tuple(_stretch(chance, shelf) for _ in range(chance.choice((0, 0, 1, 1, 2, 4))))
    moves = (
        chance.randint(1, len(stretches)) if stretches and chance.random() < MOVED / 0.66 else None
    )
    by_hand = not stretches and shelf.parameter not in {None, "page"} and chance.random() < BY_HAND
    last = Stretch(
        Way.BY_HAND if by_hand else chance.choice(WAYS), _ahead(chance), Ending.NONE, 0, 0
    )
    told = Story(index, shelf, limit, (*stretches, last), moves, ())
    return evolve(told, faults=faults(chance, pages=told.pages))


def faults(chance: Random, *, pages: int) -> tuple[str, ...]:
    """What befalls the requests of a list, one each: certainly one of its first pages."""
    planned: list[str] = []
    certain = chance.randrange(pages)
    for number in range(4 * MOST_PAGES):
        if chance.random() < LASTING:
            planned += [chance.choice(FAULTS[:11]) for _ in range(MOST_ATTEMPTS)]
        planned.append(
            chance.choice(FAULTS) if number == certain or chance.random() < FAULTED else NONE
        )
    return tuple(planned)


def _stretch(chance: Random, shelf: Shelf) -> Stretch:
    way = chance.choice(WAYS)
    ending = chance.choice(tuple(Ending)[1:])
    if way is Way.COLLECT and ending is not Ending.CANCEL:
        ending = Ending.BREAK  # of collect, its limit
    most = 3 if ending is Ending.CANCEL or way is Way.PAGES else len(shelf.ids) + 1
    return Stretch(
        way, _ahead(chance), ending, chance.randint(1, most), chance.choice((0, 0, 0, 20))
    )


def _ahead(chance: Random) -> int:
    return chance.choice((0, 0, 0, 1, 2, 3, MOST_AHEAD))
