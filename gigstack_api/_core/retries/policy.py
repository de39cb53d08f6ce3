"""Whether and when a call is sent again."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from attrs import Attribute, field, frozen

from ...errors import InvalidArgumentError
from ..operations.operation import Replay
from ..schema.types import is_number

N = TypeVar("N", int, float)

REFUSED_FOR_NOW = frozenset({429})

MAYBE_DONE = frozenset({408, 500, 502, 503, 504, *range(520, 530)})

MOST_DOUBLINGS = 60  # far beyond any wait, and a float still holds it


def _at_least(least: N) -> Callable[[object, Attribute[N], N], None]:
    def check(_: object, attribute: Attribute[N], value: N) -> None:
        if not is_number(value) or not value >= least:
            raise InvalidArgumentError(
                f"{attribute.name} must be a number of at least {least:g}, not {value!r}"
            )

    return check


@frozen(kw_only=True)
class RetryPolicy:
    """How often and how long a call is repeated. Times in seconds.

    `settle_s` is the least wait before a creation with `search` is repeated whose answer was lost:
        the server's search
    may lag behind its writes.
    `trust_keys=True` repeats invoices with an idempotency key too, though nobody documents what a
    repeat of them does.

    Raises:
        InvalidArgumentError: there would be no attempt, or a time is negative.
    """

    max_attempts: int = field(default=4, validator=_at_least(1))
    base_s: float = field(default=0.5, validator=_at_least(0.0))
    max_wait_s: float = field(default=8.0, validator=_at_least(0.0))
    settle_s: float = field(default=1.0, validator=_at_least(0.0))
    trust_keys: bool = False

    @classmethod
    def none(cls) -> RetryPolicy:
        """A policy that sends every call once."""
        return cls(max_attempts=1)


class Verdict(Enum):
    """What is known of a call after an attempt."""

    NOT_SENT = "not sent"
    REFUSED = "refused for now"
    MAYBE_DONE = "maybe done"
    ANSWERED = "answered"


@frozen(kw_only=True)
class Outcome:
    """One finished attempt: an answer (`status`), or none; `sent` tells whether a byte of the
    request may have been read.
    """

    status: int | None = None
    retry_after_s: float | None = None
    sent: bool = True

    @property
    def verdict(self) -> Verdict:
        """What the attempt tells."""
        if self.status is None:
            return Verdict.MAYBE_DONE if self.sent else Verdict.NOT_SENT
        if self.status in REFUSED_FOR_NOW or (
            self.status == 503 and self.retry_after_s is not None
        ):
            return Verdict.REFUSED
        return Verdict.MAYBE_DONE if self.status in MAYBE_DONE else Verdict.ANSWERED


def wait_before_repeat(
    policy: RetryPolicy,
    replay: Replay,
    outcome: Outcome,
    *,
    attempt: int,
    remaining_s: float,
    chance: float,
) -> float | None:
    """Seconds to wait before the next attempt; None if there is none.

    `attempt` counts from 1, `remaining_s` is what is left of the deadline, `chance` is a random
    number from 0 to 1.
    """
    verdict = outcome.verdict
    if verdict is Verdict.ANSWERED or attempt >= policy.max_attempts:
        return None
    if verdict is Verdict.MAYBE_DONE and replay is Replay.ONCE:
        return None
    if verdict is Verdict.REFUSED and outcome.retry_after_s is not None:
        wait = outcome.retry_after_s
    else:
        wait = min(policy.max_wait_s, policy.base_s * 2 ** min(attempt - 1, MOST_DOUBLINGS)) * (
            0.5 + chance / 2
        )
    if verdict is Verdict.MAYBE_DONE and replay is Replay.NATURAL:
        wait = max(wait, policy.settle_s)
    return wait if wait < remaining_s else None
