"""Draws from a seed how each list is read, interrupted and resumed, and which faults it meets."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from random import Random

from attrs import evolve, frozen

from ..harness.fault_plans import NONE, REFUSED
from .list_fixtures import ListFixture

MOST_ATTEMPTS = 4
MOST_PAGES = 5
MOST_PREFETCHED = 8
FAULTED = 0.2
"""Share of the requests that meet a fault, besides the one of each list that certainly does."""

LASTING = 0.02
"""Share of the requests whose faults outlast the retries."""

MOVED = 0.15
"""Share of the lists that are resumed in a new process."""

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
"""501 and html are not retried: the caller resumes from the checkpoint."""


class ReadMode(Enum):
    """How a segment of a list is read."""

    ITEMS = "items"
    PAGES = "pages"
    COLLECT = "collect"
    FIRST = "the first page, then items"
    BY_HAND = "page by page, by hand"


MODES = (ReadMode.ITEMS, ReadMode.ITEMS, ReadMode.PAGES, ReadMode.COLLECT, ReadMode.FIRST)
BY_HAND = 0.3
"""Share of the uninterrupted lists with a cursor that are read without a pager, which has no
checkpoint.
"""


class Interruption(Enum):
    """The reason why a segment ends before its list."""

    NONE = "nothing"
    BREAK = "a break, and the iterator closed"
    BARE_BREAK = "a break, and nothing closed"
    ERROR = "an error of the consumer"
    CANCEL = "cancellation while a request is sent"


@frozen
class Segment:
    """A part of the reading.

    `after` is the number of items or pages (for a cancellation: of requests) before the
    interruption. `work` is the number of event loop turns that the consumer takes for each.
    """

    mode: ReadMode
    prefetch: int
    interruption: Interruption
    after: int
    work: int


@frozen
class ReadPlan:
    """How one list is read. With `moves`, the segments after that number are read in a new
    process.
    """

    index: int
    fixture: ListFixture
    limit: int
    segments: tuple[Segment, ...]
    moves: int | None
    faults: tuple[str, ...]

    @property
    def pages(self) -> int:
        """The number of pages of the list."""
        return max(1, -(-len(self.fixture.ids) // self.limit)) if self.fixture.parameter else 1


def draw_plan(seed: int, index: int, fixtures: Sequence[ListFixture]) -> ReadPlan:
    """The plan of one list."""
    random = Random(f"{seed} {index}")
    fixture = random.choice(fixtures)
    size = len(fixture.ids)
    limit = random.randint(max(1, size // MOST_PAGES), min(100, size + 2))
    segments = tuple(
        _draw_segment(random, fixture) for _ in range(random.choice((0, 0, 1, 1, 2, 4)))
    )
    moves = (
        random.randint(1, len(segments)) if segments and random.random() < MOVED / 0.66 else None
    )
    by_hand = not segments and fixture.parameter not in {None, "page"} and random.random() < BY_HAND
    mode = ReadMode.BY_HAND if by_hand else random.choice(MODES)
    last = Segment(mode, _draw_prefetch(random), Interruption.NONE, 0, 0)
    plan = ReadPlan(index, fixture, limit, (*segments, last), moves, ())
    return evolve(plan, faults=draw_faults(random, pages=plan.pages))


def draw_faults(random: Random, *, pages: int) -> tuple[str, ...]:
    """The faults of the requests of a list, one each; one of its first pages always gets one."""
    faults: list[str] = []
    certain = random.randrange(pages)
    for number in range(4 * MOST_PAGES):
        if random.random() < LASTING:
            faults += [random.choice(FAULTS[:11]) for _ in range(MOST_ATTEMPTS)]
        faults.append(
            random.choice(FAULTS) if number == certain or random.random() < FAULTED else NONE
        )
    return tuple(faults)


def _draw_segment(random: Random, fixture: ListFixture) -> Segment:
    mode = random.choice(MODES)
    interruption = random.choice(tuple(Interruption)[1:])
    if mode is ReadMode.COLLECT and interruption is not Interruption.CANCEL:
        interruption = Interruption.BREAK  # the limit of collect
    few = interruption is Interruption.CANCEL or mode is ReadMode.PAGES
    most = 3 if few else len(fixture.ids) + 1
    return Segment(
        mode,
        _draw_prefetch(random),
        interruption,
        random.randint(1, most),
        random.choice((0, 0, 0, 20)),
    )


def _draw_prefetch(random: Random) -> int:
    return random.choice((0, 0, 0, 1, 2, 3, MOST_PREFETCHED))
