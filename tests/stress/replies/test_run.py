"""A slice of `python -m tests.stress --only replies`, and the tools it is made of."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from attrs import evolve

from gigstack_api import APIError, GigstackError, UnreadableReplyError

from .json_mutations import DEEPEST_VALUE, MUTATIONS, Written, mutate, places, written
from .kinds import Example, examples
from .oracle import untruths
from .plan import Ending, ReplyTrial
from .raw_replies import raw_replies
from .run import Figures, mutated_replies
from .spec_oracle import must_be_told, value_must_come
from .wire_mutations import ON_BYTES, ON_HEADS, Sent, spoil

KNOWN = examples()
DOCUMENT: dict[str, Any] = {
    "data": {"id": "1", "tags": ["a", None], "address": {"zip": "03100"}},
    "success": True,
}
OK = Sent(kinds=("as documented",), status=200, body=json.dumps(DOCUMENT).encode())


def example(name: str) -> Example:
    return next(each for each in KNOWN.full if each.call.id == name)


def trial(of: Example, made: Written, sent: Sent = OK, *, luck: float = 0.5) -> ReplyTrial:
    return ReplyTrial(of, made, sent, luck)


@pytest.mark.anyio
async def test_no_mutated_answer_makes_the_client_crash() -> None:
    figures = Figures()
    await mutated_replies(20, 1_200, figures)
    assert figures.broken == []
    assert figures.counts["replies"] == 1_200
    assert len(figures.operations) == 109
    assert (
        min(
            figures.counts[each]
            for each in ("values", "api errors", "unreadable", "compared", "told", "pagination")
        )
        > 10
    )


@pytest.mark.anyio
async def test_no_answer_written_by_hand_makes_the_client_crash() -> None:
    sent, broken = await raw_replies(20, 160)
    assert broken == []
    assert sent >= 160


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_mutation_is_repeatable_and_says_what_it_made(kind: str) -> None:
    every = places(DOCUMENT)
    for number in range(60):
        made = MUTATIONS[kind](Random(number), DOCUMENT, every[number % len(every)])
        again = MUTATIONS[kind](Random(number), DOCUMENT, every[number % len(every)])
        assert (made.text, made.place) == (again.text, again.place)
        if made.readable:
            assert json.dumps(json.loads(made.text), sort_keys=True) == json.dumps(
                made.document, sort_keys=True
            )
    assert places(DOCUMENT) == every


def test_mutations_leave_the_example_as_it_is() -> None:
    before = json.dumps(DOCUMENT)
    chance = Random(5)
    texts = {mutate(chance, DOCUMENT, places(DOCUMENT)).text for _ in range(500)}
    assert json.dumps(DOCUMENT) == before
    assert len(texts) > 200


@pytest.mark.parametrize(
    ("kind", "among"),
    [*((kind, ON_BYTES) for kind in ON_BYTES), *((kind, ON_HEADS) for kind in ON_HEADS)],
)
def test_what_calls_itself_intact_still_says_the_same(kind: str, among: Any) -> None:
    for number in range(60):
        spoiled = spoil(Random(number), OK, {kind: among[kind]})
        assert spoiled == spoil(Random(number), OK, {kind: among[kind]})
        if spoiled.intact and not any(name == b"Content-Encoding" for name, _ in spoiled.headers):
            assert json.loads(spoiled.body) == DOCUMENT


def test_a_place_of_the_wrong_type_has_to_be_told() -> None:
    client = example("get_client")
    wrong = Written(
        kind="of another type", document={"data": {"name": 5}}, text="", place=("data", "name")
    )
    assert must_be_told(client, wrong) == "data.name"
    assert must_be_told(client, evolve(wrong, document={"data": {"name": "Juan"}})) is None
    added = Written(
        kind="added", document={"data": {"grown": 5}}, text="", place=("data", "grown"), added=True
    )
    assert must_be_told(client, added) == "data.grown"
    free = Written(
        kind="added",
        document={"data": {"metadata": {"x": 5}}},
        text="",
        place=("data", "metadata", "x"),
        added=True,
    )
    assert must_be_told(client, free) is None
    code = Written(
        kind="odd text", document={"data": {"status": "odd"}}, text="", place=("data", "status")
    )
    assert must_be_told(example("get_payment"), code) == "data.status"


def test_a_change_inside_a_value_leaves_a_value() -> None:
    client = example("get_client")
    made = Written(kind="null", document={}, text="", place=("data", "name"))
    assert value_must_come(client, made)
    assert not value_must_come(client, evolve(made, place=("data",)))
    assert not value_must_come(client, evolve(made, readable=False))
    assert value_must_come(client, written(client.document))


UNREADABLE = UnreadableReplyError("No.", status=200, method="GET", path="/", body=OK.body)
REFUSAL = APIError("No.", status=400, method="GET", path="/", body=OK.body)


@pytest.mark.parametrize(
    ("changes", "ending", "untruth"),
    [
        ({}, Ending(crash="KeyError: 'x'"), "crash: KeyError"),
        ({}, Ending(given={}), "something that came is lost"),
        ({"status": 500}, Ending(given={}), "an error status gave a value"),
        (
            {"intact": False, "kinds": ("as documented", "cut")},
            Ending(given={}),
            "a ruined answer gave a value",
        ),
        ({}, Ending(error=UNREADABLE), "not promised for this answer: UnreadableReplyError"),
        (
            {},
            Ending(error=REFUSAL),
            "the error cannot be used: AssertionError: the error says status 400, sent was 200",
        ),
        (
            {"status": 400},
            Ending(error=GigstackError("x")),
            "not promised for this answer: GigstackError",
        ),
        (
            {"status": 400, "body": b"other"},
            Ending(error=REFUSAL),
            "the error cannot be used: AssertionError",
        ),
    ],
)
def test_the_judge_sees_what_is_untrue(
    changes: dict[str, Any], ending: Ending, untruth: str
) -> None:
    figures = Figures()
    client = example("get_client")
    found = untruths(
        trial(client, written(client.document), evolve(OK, **changes)), ending, figures.counts
    )
    assert found
    assert found[0].startswith(untruth)


def test_the_judge_misses_no_drift() -> None:
    client = example("get_client")
    document = {"data": {"name": 5}}
    made = Written(kind="of another type", document=document, text="", place=("data", "name"))
    untold = untruths(trial(client, made), Ending(given={"name": 5}), Figures().counts)
    assert untold == ["drift at data.name was not told"]
    strict = untruths(trial(client, made, luck=0.05), Ending(given={"name": 5}), Figures().counts)
    assert "strict, and drift gave a value" in strict


def test_the_deepest_value_is_what_the_client_reads() -> None:
    from gigstack_api._core.document import MOST_LEVELS

    assert DEEPEST_VALUE == MOST_LEVELS
