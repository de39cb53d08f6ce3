"""A slice of `make fuzz-spec`."""

from __future__ import annotations

import pytest

from gigstack_api.regenerate.document import Node

from . import fuzz

SEEDS = 60


@pytest.fixture(scope="module")
def known() -> dict[str, Node]:
    found = fuzz.documents()
    del found["openapi"]  # takes a second of its own
    return found


def test_nothing_but_a_refusal_comes_out_of_a_faulty_spec(known: dict[str, Node]) -> None:
    names = list(known)
    ends = [fuzz.survive(known[names[seed % len(names)]], seed) for seed in range(SEEDS)]
    assert set(ends) == {"refused", "written"}


def test_specs_without_faults_are_not_refused(known: dict[str, Node]) -> None:
    for document in known.values():
        assert fuzz.end_of(document) == "written"
