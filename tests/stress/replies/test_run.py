"""A small run of the promise on replies, and the tools it is made of."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from attrs import evolve

from gigstack_api import APIError, GigstackError, UnreadableReplyError
from scripts.spec.model import operation_count

from .json_mutations import DEEPEST_VALUE, MUTATIONS, MutatedJson, all_paths, mutate, unmutated
from .kinds import ReplyExample, load_examples
from .oracle import CallResult, find_violations
from .plan import ReplyCase
from .raw_replies import run_raw_replies
from .run import Figures, run_mutated_replies
from .spec_oracle import expected_drift, is_value_required
from .wire_mutations import BODY_MUTATIONS, HEAD_MUTATIONS, WireReply, mutate_wire

KNOWN = load_examples()
DOCUMENT: dict[str, Any] = {
    "data": {"id": "1", "tags": ["a", None], "address": {"zip": "03100"}},
    "success": True,
}
OK = WireReply(kinds=("as documented",), status=200, body=json.dumps(DOCUMENT).encode())


def example(name: str) -> ReplyExample:
    return next(known for known in KNOWN.full if known.call.id == name)


def case_of(
    known: ReplyExample, json: MutatedJson, reply: WireReply = OK, *, luck: float = 0.5
) -> ReplyCase:
    return ReplyCase(known, json, reply, luck)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_no_mutated_reply_makes_the_client_crash() -> None:
    figures = Figures()
    await run_mutated_replies(20, 1_200, figures)
    assert figures.broken == []
    assert figures.counts["replies"] == 1_200
    assert len(figures.operations) == operation_count()
    assert (
        min(
            figures.counts[name]
            for name in ("values", "api errors", "unreadable", "compared", "reported", "pagination")
        )
        > 10
    )


@pytest.mark.anyio
async def test_no_hand_written_reply_makes_the_client_crash() -> None:
    sent, broken = await run_raw_replies(20, 160)
    assert broken == []
    assert sent >= 160


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_mutation_is_repeatable_and_describes_itself(kind: str) -> None:
    paths = all_paths(DOCUMENT)
    for number in range(60):
        made = MUTATIONS[kind](Random(number), DOCUMENT, paths[number % len(paths)])
        again = MUTATIONS[kind](Random(number), DOCUMENT, paths[number % len(paths)])
        assert (made.text, made.path) == (again.text, again.path)
        if made.readable:
            assert json.dumps(json.loads(made.text), sort_keys=True) == json.dumps(
                made.document, sort_keys=True
            )
    assert all_paths(DOCUMENT) == paths


def test_mutations_do_not_change_the_example() -> None:
    before = json.dumps(DOCUMENT)
    random = Random(5)
    texts = {mutate(random, DOCUMENT, all_paths(DOCUMENT)).text for _ in range(500)}
    assert json.dumps(DOCUMENT) == before
    assert len(texts) > 200


@pytest.mark.parametrize(
    ("kind", "among"),
    [
        *((kind, BODY_MUTATIONS) for kind in BODY_MUTATIONS),
        *((kind, HEAD_MUTATIONS) for kind in HEAD_MUTATIONS),
    ],
)
def test_an_intact_mutation_keeps_the_content(kind: str, among: Any) -> None:
    for number in range(60):
        mutated = mutate_wire(Random(number), OK, {kind: among[kind]})
        assert mutated == mutate_wire(Random(number), OK, {kind: among[kind]})
        if mutated.intact and not any(name == b"Content-Encoding" for name, _ in mutated.headers):
            assert json.loads(mutated.body) == DOCUMENT


def test_wrong_types_and_unknown_fields_are_expected_drift() -> None:
    client = example("get_client")
    wrong = MutatedJson(
        kind="of another type", document={"data": {"name": 5}}, text="", path=("data", "name")
    )
    assert expected_drift(client, wrong) == "data.name"
    assert expected_drift(client, evolve(wrong, document={"data": {"name": "Juan"}})) is None
    added = MutatedJson(
        kind="added", document={"data": {"grown": 5}}, text="", path=("data", "grown"), added=True
    )
    assert expected_drift(client, added) == "data.grown"
    free = MutatedJson(
        kind="added",
        document={"data": {"metadata": {"x": 5}}},
        text="",
        path=("data", "metadata", "x"),
        added=True,
    )
    assert expected_drift(client, free) is None
    code = MutatedJson(
        kind="odd text", document={"data": {"status": "odd"}}, text="", path=("data", "status")
    )
    assert expected_drift(example("get_payment"), code) == "data.status"


def test_a_change_inside_a_value_leaves_a_value() -> None:
    client = example("get_client")
    made = MutatedJson(kind="null", document={}, text="", path=("data", "name"))
    assert is_value_required(client, made)
    assert not is_value_required(client, evolve(made, path=("data",)))
    assert not is_value_required(client, evolve(made, readable=False))
    assert is_value_required(client, unmutated(client.document))


UNREADABLE = UnreadableReplyError("No.", status=200, method="GET", path="/", body=OK.body)
REFUSAL = APIError("No.", status=400, method="GET", path="/", body=OK.body)


@pytest.mark.parametrize(
    ("changes", "result", "violation"),
    [
        ({}, CallResult(crash="KeyError: 'x'"), "crash: KeyError"),
        ({}, CallResult(value={}), "data of the reply is missing in the value"),
        ({"status": 500}, CallResult(value={}), "an error status gave a value"),
        (
            {"intact": False, "kinds": ("as documented", "cut")},
            CallResult(value={}),
            "a ruined reply gave a value",
        ),
        ({}, CallResult(error=UNREADABLE), "not promised for this reply: UnreadableReplyError"),
        (
            {},
            CallResult(error=REFUSAL),
            "the error cannot be used: AssertionError: the error has status 400, sent was 200",
        ),
        (
            {"status": 400},
            CallResult(error=GigstackError("x")),
            "not promised for this reply: GigstackError",
        ),
        (
            {"status": 400, "body": b"other"},
            CallResult(error=REFUSAL),
            "the error cannot be used: AssertionError",
        ),
    ],
)
def test_violations_are_found(changes: dict[str, Any], result: CallResult, violation: str) -> None:
    figures = Figures()
    client = example("get_client")
    found = find_violations(
        case_of(client, unmutated(client.document), evolve(OK, **changes)), result, figures.counts
    )
    assert found
    assert found[0].startswith(violation)


def test_unreported_drift_is_a_violation() -> None:
    client = example("get_client")
    document = {"data": {"name": 5}}
    made = MutatedJson(kind="of another type", document=document, text="", path=("data", "name"))
    unreported = find_violations(
        case_of(client, made), CallResult(value={"name": 5}), Figures().counts
    )
    assert unreported == ["drift at data.name was not reported"]
    strict = find_violations(
        case_of(client, made, luck=0.05), CallResult(value={"name": 5}), Figures().counts
    )
    assert "drift gave a value in strict mode" in strict


def test_the_deepest_value_is_what_the_client_reads() -> None:
    from gigstack_api._core.schema.json import MOST_LEVELS

    assert DEEPEST_VALUE == MOST_LEVELS
