"""Idempotency keys: a repeated request gets the first answer."""

from __future__ import annotations

from ...call import Answer, Call
from ...errors import api_error


def first_answer(call: Call, operation: str, key: str | None) -> Answer | None:
    """The answer to the first call with this key; None if the key is new or missing.

    Raises:
        Refusal: 409, the key was used with another body.
    """
    kept = call.state.answers.get(_place(call, operation, key)) if key else None
    if kept is None:
        return None
    body: object = kept[0]
    answer: Answer = kept[1]
    if body != dict(call.body):
        raise api_error(409, "resource_conflict", "This idempotency key was used with another body")
    return answer


def store_answer(call: Call, operation: str, key: str | None, answer: Answer) -> Answer:
    """Stores an answer for repeats with the same key, and returns it."""
    if key:
        call.state.answers[_place(call, operation, key)] = (dict(call.body), answer)
    return answer


def _place(call: Call, operation: str, key: str | None) -> tuple[str, bool, str, str]:
    return (call.team, call.key.livemode, operation, str(key))
