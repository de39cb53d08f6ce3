"""The oracle of writes names each broken promise, and no kept one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gigstack_api import Replay

from ..harness.fault_plans import NONE, REFUSED
from .oracle import SENT_AGAIN, SentRequest, WriteOutcome, find_violations

ONCE, KEYED, NATURAL, IDEMPOTENT = Replay.ONCE, Replay.KEYED, Replay.NATURAL, Replay.IDEMPOTENT


def outcome(
    reported: str,
    *faults: str,
    replay: Replay = KEYED,
    status: int | None = None,
    disturbed: bool = False,
) -> WriteOutcome:
    requests = [SentRequest(fault, fault != REFUSED, 7) for fault in faults]
    return WriteOutcome(
        replay=replay, requests=requests, reported=reported, status=status, disturbed=disturbed
    )


@pytest.mark.parametrize(
    ("write", "effects"),
    [
        (outcome("value", "cut_after", NONE), 1),
        (outcome("value", REFUSED, "status=429", NONE, replay=ONCE), 1),
        (outcome("value", "drift", replay=ONCE), 1),
        (outcome("DeliveryError", *[REFUSED] * 4), 0),
        (outcome("DeliveryError", "status=429", REFUSED, replay=ONCE), 0),
        (outcome("OutcomeUnknownError", "cut_before", replay=ONCE), 0),
        (outcome("OutcomeUnknownError", "cut_after", replay=ONCE), 1),
        (outcome("OutcomeUnknownError", "status_after=502", *[REFUSED] * 3), 1),
        (outcome("OutcomeUnknownError", NONE, replay=ONCE, disturbed=True), 0),
        (outcome("RateLimitError", *["status=429"] * 4, status=429), 0),
        (outcome("ServerError", *["status=503 retry_after_s=0"] * 4, status=503), 0),
        (outcome("ServerError", "status=502", replay=ONCE, status=502), 0),
        (outcome("ServerError", "status_after=502", replay=ONCE, status=502), 1),
        (outcome("APIError", "status=408", replay=ONCE, status=408), 0),
        (outcome("UnreadableReplyError", "html"), 1),
        (outcome("UnreadableReplyError", "cut_before", "empty"), 1),
    ],
)
def test_a_kept_promise_is_not_reported(write: WriteOutcome, effects: int) -> None:
    assert list(find_violations(write, effects)) == []


@pytest.mark.parametrize(
    ("write", "effects", "reasons"),
    [
        (outcome("value", "cut_after", NONE), 2, ["doubled"]),
        (outcome("OutcomeUnknownError", "cut_after", "cut_after"), 2, ["doubled"]),
        (outcome("value", "cut_before", NONE), 0, ["lost"]),
        (outcome("value", "cut_before", NONE, replay=ONCE), 1, [SENT_AGAIN]),
        (outcome("OutcomeUnknownError", "status_after=504", NONE, replay=ONCE), 1, [SENT_AGAIN]),
        (outcome("value", "html", NONE, replay=ONCE), 2, ["doubled", SENT_AGAIN]),
        (outcome("value", *["cut_before"] * 4, NONE), 1, ["sent too often"]),
        (outcome("value", NONE), 1, ["not faulted"]),
        (outcome("value"), 1, ["not faulted"]),
        (outcome("DeliveryError", "status=503"), 0, ["wrong report: DeliveryError"]),
        (outcome("DeliveryTimeoutError", "cut_after"), 1, ["wrong report: DeliveryTimeoutError"]),
        (
            outcome("OutcomeUnknownError", REFUSED, "status=429"),
            0,
            ["wrong report: OutcomeUnknownError"],
        ),
        (
            outcome("RateLimitError", "status_after=502", "status=429", status=429),
            1,
            ["wrong report: RateLimitError"],
        ),
        (
            outcome("ServerError", "cut_after", "status=503 retry_after_s=0", status=503),
            1,
            ["wrong report: ServerError"],
        ),
        (outcome("ServerError", "status=502", status=504), 0, ["wrong report: ServerError"]),
        (outcome("UnreadableReplyError", "cut_body"), 1, ["wrong report: UnreadableReplyError"]),
        (
            outcome("BadRequestError", "cut_after", NONE, replay=IDEMPOTENT, status=400),
            1,
            ["wrong report: BadRequestError"],
        ),
        (outcome("builtins.ValueError", "html"), 1, ["wrong report: builtins.ValueError"]),
    ],
)
def test_a_broken_promise_is_named(
    write: WriteOutcome, effects: int, reasons: Sequence[str]
) -> None:
    assert list(find_violations(write, effects)) == reasons


def test_a_repeat_with_other_bytes_is_named() -> None:
    requests = [
        SentRequest("cut_before", sent=True, digest=1),
        SentRequest(NONE, sent=True, digest=2),
    ]
    assert list(
        find_violations(WriteOutcome(replay=KEYED, requests=requests, reported="value"), 1)
    ) == ["sent again with other bytes"]


def test_a_request_without_a_written_byte_was_not_sent() -> None:
    requests = [SentRequest("cut_after", sent=False), SentRequest(NONE, sent=True)]
    assert (
        list(find_violations(WriteOutcome(replay=ONCE, requests=requests, reported="value"), 1))
        == []
    )


@pytest.mark.parametrize(
    ("created", "is_new", "right"),
    [
        (True, True, True),
        (None, True, True),
        (None, False, True),
        (False, False, True),
        (False, True, False),
        (True, False, False),
    ],
)
def test_a_false_created_of_an_upsert_is_a_wrong_report(
    created: bool | None, *, is_new: bool, right: bool
) -> None:
    requests = [SentRequest("cut_after", sent=True)]
    write = WriteOutcome(
        replay=NATURAL, requests=requests, reported="value", created=created, is_new=is_new
    )
    assert (list(find_violations(write, 1)) == []) is right


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
def test_a_look_up_that_contradicts_the_state_is_wrong(
    done: bool | None, effects: int, *, right: bool
) -> None:
    requests = [SentRequest("cut_after", sent=True)]
    write = WriteOutcome(
        replay=ONCE, requests=requests, reported="OutcomeUnknownError", looked_up=True, done=done
    )
    assert list(find_violations(write, effects)) == ([] if right else ["looked up wrongly"])
