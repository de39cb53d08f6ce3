"""A small run of the fuzzer; planted faults are found."""

from __future__ import annotations

from random import Random

import pytest

from .fuzz import run
from .h11_peer import H11Peer
from .mutations import mutate
from .peers import PEERS, TriedPeer
from .planted import KeepsLeftovers, ReadsSegments, TakesHalves
from .table import conversations

COUNT = 3_000


@pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS)
def test_mutants_never_give_an_answer_that_h11_does_not_have(peer: TriedPeer) -> None:
    figures = run(peer.make, seed=1, count=COUNT, seconds=20)
    assert figures.found == []
    assert figures.counts["answer, h11: answer"] > 50


@pytest.mark.parametrize(
    ("planted", "text"),
    [
        (KeepsLeftovers, "kept a connection"),
        (TakesHalves, "where h11 has"),
        (ReadsSegments, "when cut"),
    ],
)
def test_a_planted_fault_is_found(planted: type[H11Peer], text: str) -> None:
    figures = run(planted, seed=1, count=COUNT, seconds=20)
    assert any(text in found for found in figures.found)


def test_a_seed_gives_the_same_mutants() -> None:
    first, second = (
        [mutate(random, conversations()[:20]) for _ in range(50)]
        for random in (Random(3), Random(3))
    )
    assert first == second
    assert len({mutant.host for mutant in first}) > 30
