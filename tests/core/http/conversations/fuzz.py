"""Mutates the conversations and compares each connection with h11: it must give no answer where
h11 has none, no other answer, and keep no connection that h11 would close.

It may refuse what h11 takes; that is counted. Takes at most `--seconds` seconds, and is repeatable
with `--seed`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random

from attrs import define, field

from .h11_peer import H11Peer
from .mutations import mutate
from .peer import Answer, Lost, MakePeer, Played, Script, play
from .peers import PEERS
from .table import Conversation, conversations

MOST_BYTES = 1_200
MOST_SHOWN = 10

ALLOWED: Mapping[str, Callable[[Script, Played, Played], bool]] = {}
"""Disagreements with h11 that are right, by their reason: of a mutant, what the connection made of
it, and what h11 did.
"""


@define
class Figures:
    """The counts so far, and what was found."""

    counts: Counter[str] = field(factory=Counter[str])
    found: list[str] = field(factory=list[str])


def run(make: MakePeer, *, seed: int, count: int, seconds: float) -> Figures:
    """Tries up to that many mutants for up to that many seconds."""
    random, figures = Random(seed), Figures()
    sources = [source for source in conversations() if len(source.host) <= MOST_BYTES]
    until = time.monotonic() + seconds
    for _ in range(count):
        if time.monotonic() > until:
            break
        try_one(make, random, sources, figures)
    return figures


def try_one(
    make: MakePeer, random: Random, sources: Sequence[Conversation], figures: Figures
) -> None:
    """Tries one mutant, whole and cut."""
    mutant = mutate(random, sources)
    size = max(len(mutant.host), len(mutant.early), 2)
    cuts = sorted({random.randrange(1, size) for _ in range(random.choice((1, 2, 8)))})
    reference = play(H11Peer(mutant.limit), mutant)
    problem = None
    try:
        whole = play(make(mutant.limit), mutant)
        cut = play(make(mutant.limit), mutant, cuts)
    except Exception as error:  # noqa: BLE001 - any exception is a finding
        problem = f"{type(error).__name__}: {error}"
    else:
        problem = disagreement(whole, reference) or difference(whole, cut)
        if problem is not None and any(
            is_allowed(mutant, whole, reference) for is_allowed in ALLOWED.values()
        ):
            figures.counts["allowed"] += 1
            problem = None
        figures.counts[kind_of(whole, reference)] += 1
    figures.counts["mutants"] += 1
    if problem is not None:
        figures.counts["disagreements"] += 1
        figures.found.append(
            f"{problem}\n  of {mutant.name!r}: {mutant.method}, early {mutant.early!r}, "
            f"host {mutant.host!r}, closes {mutant.closes}, cuts {cuts}"
        )


def disagreement(played: Played, reference: Played) -> str | None:
    """What is wrong with an outcome, measured by that of h11; None if nothing is."""
    outcome, right = played.outcome, reference.outcome
    if outcome is None or isinstance(outcome, Lost):
        return None
    if not isinstance(right, Answer):
        return f"{outcome} where h11 has {right}"
    if (outcome.status, outcome.body) != (right.status, right.body):
        return f"{outcome} where h11 has {right}"
    if played.reusable and not reference.reusable:
        return f"kept a connection that h11 closes, after {outcome}"
    return None


def difference(whole: Played, cut: Played) -> str | None:
    """How the cuts changed an outcome; None if they did not."""
    if isinstance(whole.outcome, Lost) and isinstance(cut.outcome, Lost):
        return None
    return None if whole == cut else f"{cut} when cut, {whole} as a whole"


def kind_of(played: Played, reference: Played) -> str:
    """What the two made of a mutant, as a name to count."""
    names = [
        "answer" if isinstance(one.outcome, Answer) else "lost" if one.outcome else "not used"
        for one in (played, reference)
    ]
    return "{}, h11: {}".format(*names)


def main() -> int:
    """Fuzzes every connection, and prints what was counted and found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=PEERS, help="fuzz only this connection")
    options = parser.parse_args()
    status = 0
    for name in [options.only] if options.only else PEERS:
        seconds = options.seconds if options.only else options.seconds / len(PEERS)
        figures = run(PEERS[name].make, seed=options.seed, count=options.count, seconds=seconds)
        print(f"{name}, seed {options.seed}")
        for kind, times in sorted(figures.counts.items()):
            print(f"  {kind:<30} {times:>9,}")
        for text in figures.found[:MOST_SHOWN]:
            print(f"  ! {text}")
        status = status or int(bool(figures.found))
    return status


if __name__ == "__main__":
    sys.exit(main())
