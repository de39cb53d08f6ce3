"""Whether and when a call is sent again."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from ...errors import InvalidArgumentError
from ..http.messages import Lost, Reply
from ..operations.route import Replay
from ..schema.data import Data
from ..schema.types import is_number

REFUSED_FOR_NOW = frozenset({429})
MAYBE_DONE = frozenset({408, 500, 502, 503, 504, *range(520, 530)})
MOST_DOUBLINGS = 60
"""Far beyond any wait, and a float still holds it."""


class RetryPolicy(Data, frozen=True, kw_only=True):
    """How often and how long a call is retried. Times in seconds.

    Args:
        max_attempts: Attempts in all, the first one included.
        base_s: Wait before the first retry; it doubles with every further one, with jitter.
        max_wait_s: Longest wait between two attempts, unless the API asks for a longer one.
        settle_s: Shortest wait before a creation with `search` is retried after its answer was
            lost.
        trust_keys: Also retries invoices that carry an idempotency key. The API does not document
            what it does with a repeated key there.

    Raises:
        InvalidArgumentError: `max_attempts` is less than 1, or a time is negative.
    """

    max_attempts: int = 4
    base_s: float = 0.5
    max_wait_s: float = 8.0
    settle_s: float = 1.0
    trust_keys: bool = False

    def __post_init__(self) -> None:
        for name, least in (("max_attempts", 1), ("base_s", 0), ("max_wait_s", 0), ("settle_s", 0)):
            value = getattr(self, name)
            if not is_number(value) or not value >= least:
                raise InvalidArgumentError(
                    f"{name} must be a number of at least {least}, not {value!r}"
                )

    @classmethod
    def none(cls) -> RetryPolicy:
        """A policy that sends every call once."""
        return cls(max_attempts=1)


class Verdict(Enum):
    """The conclusion from an attempt about whether the call was done."""

    NOT_SENT = "not sent"
    REFUSED = "refused for now"
    MAYBE_DONE = "maybe done"
    ANSWERED = "answered"


class Outcome(Data, frozen=True, kw_only=True):
    """How an attempt ended: with a `status`, or without an answer.

    `sent` says whether a byte of the request may have been read, `is_final` that another attempt
    would end in the same way.
    """

    status: int | None = None
    retry_after_s: float | None = None
    sent: bool = True
    is_final: bool = False

    @classmethod
    def of(cls, ended: Reply | Lost) -> Outcome:
        """The outcome of an attempt that ended with a reply or was lost."""
        if isinstance(ended, Lost):
            return cls(sent=ended.sent, is_final=ended.is_final)
        may_name_wait = ended.status in {429, 503}
        wait_s = ended.retry_after_s if may_name_wait else None
        return cls(status=ended.status, retry_after_s=wait_s)

    @property
    def verdict(self) -> Verdict:
        """The conclusion about whether the call was done."""
        if self.status is None:
            return Verdict.MAYBE_DONE if self.sent else Verdict.NOT_SENT
        if self.status in REFUSED_FOR_NOW:
            return Verdict.REFUSED
        if self.status == 503 and self.retry_after_s is not None:
            return Verdict.REFUSED
        return Verdict.MAYBE_DONE if self.status in MAYBE_DONE else Verdict.ANSWERED


def wait_before_retry(
    policy: RetryPolicy,
    replay: Replay,
    outcome: Outcome,
    *,
    attempt: int,
    remaining_s: float,
    chance: float,
) -> float | None:
    """Seconds to wait before the next attempt; None to stop.

    `attempt` counts from 1, `remaining_s` is the time left until the deadline, `chance` a random
    number from 0 to 1.
    """
    verdict = outcome.verdict
    if verdict is Verdict.ANSWERED or outcome.is_final or attempt >= policy.max_attempts:
        return None
    # The request may have been carried out: sending it again could make a second document.
    if verdict is Verdict.MAYBE_DONE and replay is Replay.ONCE:
        return None

    if verdict is Verdict.REFUSED and outcome.retry_after_s is not None:
        wait = outcome.retry_after_s
    else:
        longest = policy.base_s * 2 ** min(attempt - 1, MOST_DOUBLINGS)
        wait = min(policy.max_wait_s, longest) * (0.5 + chance / 2)
    # The server's search may lag behind its writes and miss what was just created.
    if verdict is Verdict.MAYBE_DONE and replay is Replay.NATURAL:
        wait = max(wait, policy.settle_s)

    return wait if wait < remaining_s else None


LONGEST_PAUSE_S = 60.0
"""Upper bound for a pause; longer `Retry-After` values are capped.

One of them may be nonsense, and asking once a minute harms no server.
"""

MOST_RETRIES = 100
EARNED_PER_ANSWER = 0.1


class RateLimitPause:
    """The pause that a 429 imposes on all calls of a client. Times in seconds of its clock."""

    def __init__(self) -> None:
        self._ends_at = float("-inf")

    def extend(self, now: float, pause_s: float) -> None:
        """Pauses for at least `pause_s`, up to `LONGEST_PAUSE_S`."""
        self._ends_at = max(self._ends_at, now + min(pause_s, LONGEST_PAUSE_S))

    def remaining_s(self, now: float) -> float:
        """How long the pause lasts; 0 if there is none."""
        return self._ends_at - now if self._ends_at > now else 0.0


class RetryBudget:
    """Retries a client has left, so that a dead API is not asked again and again.

    It starts with `MOST_RETRIES`, enough for a short outage, and each answered call earns a tenth
    of one. A retry that led to an answer costs nothing in the end. A dead API thus sees
    `MOST_RETRIES` retries in all: at most a tenth of what a thousand calls send anyway.
    """

    def __init__(self) -> None:
        self._left = float(MOST_RETRIES)

    @property
    def left(self) -> float:
        """How many retries are left."""
        return self._left

    def spend(self) -> bool:
        """Spends one retry; False if none is left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def refill(self, *, spent: int) -> None:
        """Returns what an answered call spent, and adds what it earned."""
        self._left = min(float(MOST_RETRIES), self._left + spent + EARNED_PER_ANSWER)


class ClientLimits:
    """The limits that all calls of a client share. `listeners` get the seconds of each pause."""

    def __init__(self) -> None:
        self.pause = RateLimitPause()
        self.budget = RetryBudget()
        self.listeners: list[Callable[[float], object]] = []

    def refused(self, now: float, pause_s: float) -> None:
        """Pauses after a 429, and says so."""
        self.pause.extend(now, pause_s)
        for listener in self.listeners:
            listener(pause_s)
