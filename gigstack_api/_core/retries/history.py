"""The history of a call: what its attempts say about whether it was done."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ..http.messages import Lost, Reply
from ..schema.data import Data
from .policy import Outcome, Verdict

REFUSED_WHEN_DONE = {"DELETE": frozenset({400, 409, 410, 422}), "PUT": frozenset({400, 409})}
"""Statuses of a retry that may mean that the first attempt was carried out.

The resource is already cancelled, or no longer in the state that the change needs, or it changed
since the expected revision.
"""

NOT_UNDER_WAY = frozenset({408, 500, 503})
"""Statuses after which the API no longer works on the request. 502, 504 and 52x come from a
gateway, behind which it may still be working."""


class Attempt(Data, frozen=True, kw_only=True):
    """One finished attempt: its reply, or how it was lost.

    `at` is when it got its connection (Unix seconds). `advanced` says that it got so much further
    that it does not count as a failure.
    """

    at: float
    outcome: Outcome
    reply: Reply | None = None
    lost: Lost | None = None
    advanced: bool = False

    @classmethod
    def of(cls, ended: Reply | Lost, *, at: float = 0.0, advanced: bool = False) -> Attempt:
        """The attempt that ended with a reply or was lost."""
        outcome = Outcome.of(ended)
        if isinstance(ended, Lost):
            return cls(at=at, outcome=outcome, lost=ended, advanced=advanced)
        return cls(at=at, outcome=outcome, reply=ended, advanced=advanced)

    @property
    def error_type(self) -> str | None:
        """The kind of its failure, in a word that is safe to show; None if it did not fail."""
        if self.lost is None:
            status = self.outcome.status or 0
            return str(status) if status >= 400 else None
        if self.lost.timed_out:
            return "timeout"
        return "reply_lost" if self.lost.sent else "not_sent"

    @property
    def ended(self) -> Reply | Lost:
        """Its reply, or how it was lost."""
        return cast("Reply | Lost", self.reply or self.lost)


class AttemptHistory(Data, frozen=True, kw_only=True):
    """The attempts so far, and what they may have done.

    `maybe_done` if one of them may have been carried out, `lost` if its reply was lost too.
    `first_at` and `last_at` say when (Unix seconds); `under_way` whether the API may still be at
    work.
    """

    maybe_done: bool = False
    lost: bool = False
    first_at: float = 0.0
    last_at: float = 0.0
    under_way: bool = False

    def record(self, attempt: Attempt) -> AttemptHistory:
        """The history with another attempt."""
        if attempt.outcome.verdict is not Verdict.MAYBE_DONE:
            return self
        return AttemptHistory(
            maybe_done=True,
            lost=self.lost or attempt.outcome.status is None,
            first_at=self.first_at if self.maybe_done else attempt.at,
            last_at=attempt.at,
            under_way=self.under_way or attempt.outcome.status not in NOT_UNDER_WAY,
        )

    def end_with(self, attempt: Attempt) -> AttemptHistory:
        """The history once a last attempt was answered."""
        return replace(self, last_at=attempt.at) if self.maybe_done else self

    def masks_outcome(self, outcome: Outcome, *, method: str) -> bool:
        """Whether the error of the last answer would suggest that nothing was done."""
        if method == "GET":
            return False
        # A 5xx already says that the outcome is unknown; only a lost answer adds something to it.
        if outcome.verdict is Verdict.MAYBE_DONE:
            return self.lost
        # A 429 says "no", and so may a refusal because the first attempt was carried out.
        refused_statuses = REFUSED_WHEN_DONE.get(method, frozenset())
        says_no = outcome.verdict is Verdict.REFUSED or outcome.status in refused_statuses
        return self.maybe_done and says_no

    def shows_deleted(self, outcome: Outcome, *, method: str) -> bool:
        """Whether a 404 says that an earlier attempt of this DELETE was carried out."""
        return self.maybe_done and method == "DELETE" and outcome.status == 404


NO_ATTEMPTS = AttemptHistory()
"""The history of a call before its first attempt."""
