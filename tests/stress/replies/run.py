"""Promise 2: no answer makes the client crash. Mutated answers through the real methods,
hand-written ones over TCP.
"""

from __future__ import annotations

import logging
from collections import Counter
from random import Random

import anyio
import httpx
from attrs import define, field

from ..harness.result import Result
from .kinds import examples
from .oracle import untruths
from .plan import Api, ReplyTrial, drawn, tried
from .raw_replies import raw_replies

REPLIES, RAW_REPLIES = 200_000, 6_000
MOST_SHOWN = 20


@define
class Figures:
    """What was counted so far, and what broke."""

    counts: Counter[str] = field(factory=Counter[str])
    kinds: Counter[str] = field(factory=Counter[str])
    operations: set[str] = field(factory=set[str])
    broken: list[str] = field(factory=list[str])

    def take(self, trial: ReplyTrial, untrue: list[str]) -> None:
        """Counts a trial, and what was untrue about it."""
        sent, name = trial.sent, trial.example.call.id
        self.counts["replies"] += 1
        self.kinds.update(sent.kinds)
        self.operations.add(name)
        self.counts["broken"] += len(untrue)
        if untrue and len(self.broken) < MOST_SHOWN:
            place = str(trial.made.place)[:80]
            self.broken += [
                f"{each} ({name}, {', '.join(sent.kinds)} at {place}, status {sent.status})"
                for each in untrue
            ]


def run(seed: int, scale: float) -> Result:
    """The promise under so many answers."""
    logging.getLogger("gigstack_api").setLevel(
        logging.CRITICAL
    )  # it warns of callbacks that fail, as they do here on purpose
    figures = Figures()
    anyio.run(mutated_replies, seed, max(round(REPLIES * scale), 1), figures)
    raw, broken = anyio.run(raw_replies, seed, max(round(RAW_REPLIES * scale), 1))
    counts = figures.counts
    return Result(
        promise="Reads",
        counts={
            "operations": len(figures.operations),
            "mutated replies": counts["replies"],
            "... kinds of mutation": len(figures.kinds),
            "... values": counts["values"],
            "... API errors": counts["api errors"],
            "... unreadable": counts["unreadable"],
            "... lost on the way": counts["lost"],
            "... lists that lead nowhere": counts["pagination"],
            "... values compared field by field": counts["compared"],
            "... drifts that had to be told, and were": counts["told"],
            "hand-written replies over TCP": raw,
            "crashes and untruths": counts["broken"] + len(broken),
        },
        broken=(*figures.broken, *broken[:MOST_SHOWN]),
    )


async def mutated_replies(seed: int, most: int, figures: Figures) -> None:
    """Sends so many mutated answers to the client, and judges what it makes of each."""
    chance = Random(seed)
    known, api = examples(), Api()
    async with httpx.AsyncClient(transport=httpx.MockTransport(api)) as http_client:
        for number in range(most):
            trial = drawn(chance, known.draw(chance, number))
            figures.take(
                trial, untruths(trial, await tried(trial, api, http_client), figures.counts)
            )
