"""Idempotency keys: a repeated request gets the first answer."""

from __future__ import annotations

from collections.abc import Callable

from ...call import Answer, Call
from ...errors import api_error


def answer_once(call: Call, operation: str, key: str | None, make: Callable[[], Answer]) -> Answer:
    """The first answer to a key; a call whose key is new or missing is carried out.

    Raises:
        Refusal: 409, the key was used with another body.
    """
    if not key:
        return make()
    place = (call.team, call.key.livemode, operation, key)
    kept = call.state.answers.get(place)
    if kept is None:
        kept = call.state.answers[place] = (dict(call.body), make())
    body, answer = kept
    if body != dict(call.body):
        raise api_error(409, "resource_conflict", "This idempotency key was used with another body")
    return answer
