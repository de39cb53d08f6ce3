"""The judge of a write tells each broken promise from a kept one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gigstack_api import Replay

from ..harness.fault_plans import NONE, REFUSED
from .oracle import Attempt, Ended, broken_by

ONCE, KEYED, NATURAL, IDEMPOTENT = Replay.ONCE, Replay.KEYED, Replay.NATURAL, Replay.IDEMPOTENT
AGAIN = "sent again, though it may have been done"


def ended(
    told: str,
    *faults: str,
    replay: Replay = KEYED,
    status: int | None = None,
    disturbed: bool = False,
) -> Ended:
    attempts = [Attempt(each, each != REFUSED, 7) for each in faults]
    return Ended(replay=replay, attempts=attempts, told=told, status=status, disturbed=disturbed)


@pytest.mark.parametrize(
    ("write", "effects"),
    [
        (ended("value", "cut_after", NONE), 1),
        (ended("value", REFUSED, "status=429", NONE, replay=ONCE), 1),
        (ended("value", "drift", replay=ONCE), 1),
        (ended("DeliveryError", *[REFUSED] * 4), 0),
        (ended("DeliveryError", "status=429", REFUSED, replay=ONCE), 0),
        (ended("OutcomeUnknownError", "cut_before", replay=ONCE), 0),
        (ended("OutcomeUnknownError", "cut_after", replay=ONCE), 1),
        (ended("OutcomeUnknownError", "status_after=502", *[REFUSED] * 3), 1),
        (ended("OutcomeUnknownError", NONE, replay=ONCE, disturbed=True), 0),
        (ended("RateLimitError", *["status=429"] * 4, status=429), 0),
        (ended("ServerError", *["status=503 retry_after_s=0"] * 4, status=503), 0),
        (ended("ServerError", "status=502", replay=ONCE, status=502), 0),
        (ended("ServerError", "status_after=502", replay=ONCE, status=502), 1),
        (ended("APIError", "status=408", replay=ONCE, status=408), 0),
        (ended("UnreadableReplyError", "html"), 1),
        (ended("UnreadableReplyError", "cut_before", "empty"), 1),
    ],
)
def test_a_kept_promise_is_no_broken_one(write: Ended, effects: int) -> None:
    assert list(broken_by(write, effects)) == []


@pytest.mark.parametrize(
    ("write", "effects", "reasons"),
    [
        (ended("value", "cut_after", NONE), 2, ["doubled"]),
        (ended("OutcomeUnknownError", "cut_after", "cut_after"), 2, ["doubled"]),
        (ended("value", "cut_before", NONE), 0, ["lost"]),
        (ended("value", "cut_before", NONE, replay=ONCE), 1, [AGAIN]),
        (ended("OutcomeUnknownError", "status_after=504", NONE, replay=ONCE), 1, [AGAIN]),
        (ended("value", "html", NONE, replay=ONCE), 2, ["doubled", AGAIN]),
        (ended("value", *["cut_before"] * 4, NONE), 1, ["sent too often"]),
        (ended("value", NONE), 1, ["not faulted"]),
        (ended("value"), 1, ["not faulted"]),
        (ended("DeliveryError", "status=503"), 0, ["a wrong word: DeliveryError"]),
        (ended("DeliveryTimeoutError", "cut_after"), 1, ["a wrong word: DeliveryTimeoutError"]),
        (
            ended("OutcomeUnknownError", REFUSED, "status=429"),
            0,
            ["a wrong word: OutcomeUnknownError"],
        ),
        (
            ended("RateLimitError", "status_after=502", "status=429", status=429),
            1,
            ["a wrong word: RateLimitError"],
        ),
        (
            ended("ServerError", "cut_after", "status=503 retry_after_s=0", status=503),
            1,
            ["a wrong word: ServerError"],
        ),
        (ended("ServerError", "status=502", status=504), 0, ["a wrong word: ServerError"]),
        (ended("UnreadableReplyError", "cut_body"), 1, ["a wrong word: UnreadableReplyError"]),
        (
            ended("BadRequestError", "cut_after", NONE, replay=IDEMPOTENT, status=400),
            1,
            ["a wrong word: BadRequestError"],
        ),
        (ended("builtins.ValueError", "html"), 1, ["a wrong word: builtins.ValueError"]),
    ],
)
def test_a_broken_promise_is_named(write: Ended, effects: int, reasons: Sequence[str]) -> None:
    assert list(broken_by(write, effects)) == reasons


def test_a_repeat_with_other_bytes_is_named() -> None:
    attempts = [Attempt("cut_before", sent=True, digest=1), Attempt(NONE, sent=True, digest=2)]
    assert list(broken_by(Ended(replay=KEYED, attempts=attempts, told="value"), 1)) == [
        "sent again with other bytes"
    ]


def test_what_was_not_written_was_not_sent_whatever_was_planned() -> None:
    attempts = [Attempt("cut_after", sent=False), Attempt(NONE, sent=True)]
    assert list(broken_by(Ended(replay=ONCE, attempts=attempts, told="value"), 1)) == []


@pytest.mark.parametrize(
    ("created", "fresh", "right"),
    [
        (True, True, True),
        (None, True, True),
        (None, False, True),
        (False, False, True),
        (False, True, False),
        (True, False, False),
    ],
)
def test_the_word_of_an_upsert_is_held_against_what_was_there(
    created: bool | None, *, fresh: bool, right: bool
) -> None:
    attempts = [Attempt("cut_after", sent=True)]
    write = Ended(replay=NATURAL, attempts=attempts, told="value", created=created, fresh=fresh)
    assert (list(broken_by(write, 1)) == []) is right


@pytest.mark.parametrize(
    ("done", "effects", "right"),
    [
        (True, 1, True),
        (False, 0, True),
        (None, 0, True),
        (None, 1, True),
        (True, 0, False),
        (False, 1, False),
    ],
)
def test_what_a_look_up_says_is_held_against_what_took_effect(
    done: bool | None, effects: int, *, right: bool
) -> None:
    attempts = [Attempt("cut_after", sent=True)]
    write = Ended(
        replay=ONCE, attempts=attempts, told="OutcomeUnknownError", looked_up=True, done=done
    )
    assert list(broken_by(write, effects)) == ([] if right else ["looked up wrongly"])
