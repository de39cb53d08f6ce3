"""What is known of a call from its attempts so far."""

from __future__ import annotations

from attrs import frozen

from ..http.messages import Lost, Reply
from .policy import Outcome, Verdict

REFUSED_WHEN_DONE = {"DELETE": frozenset({400, 409, 410, 422}), "PUT": frozenset({409})}
"""What a repeat may be answered because the first try was done: cancelled already, or changed since
the revision it expects.
"""

ENDED = frozenset({408, 500, 503})
"""Answers after which the API itself is no longer at work on a request; one of a gateway says
nothing of that.
"""


@frozen(kw_only=True)
class Attempt:
    """One finished attempt: its reply, or how it was lost. `at` is when it got its connection, in
    Unix seconds.
    """

    at: float
    outcome: Outcome
    reply: Reply | None = None
    lost: Lost | None = None


@frozen(kw_only=True)
class Past:
    """What the attempts so far may have done: `maybe_done` if one may have been carried out, `lost`
    if its reply was lost too.

    `first_at` and `last_at` are when (Unix seconds); `under_way` tells whether the API may still be
    at work.
    """

    maybe_done: bool = False
    lost: bool = False
    first_at: float = 0.0
    last_at: float = 0.0
    under_way: bool = False

    def and_then(self, attempt: Attempt) -> Past:
        """The past after another attempt."""
        if attempt.outcome.verdict is not Verdict.MAYBE_DONE:
            return self
        return Past(
            maybe_done=True,
            lost=self.lost or attempt.outcome.status is None,
            first_at=self.first_at if self.maybe_done else attempt.at,
            last_at=attempt.at,
            under_way=self.under_way or attempt.outcome.status not in ENDED,
        )

    def is_hidden_by(self, reply: Reply, *, method: str) -> bool:
        """Whether an error of this reply would not tell that the call may have been done by an
        attempt before.
        """
        verdict = Outcome(status=reply.status, retry_after_s=reply.retry_after_s()).verdict
        if method == "GET":
            return False
        if verdict is Verdict.MAYBE_DONE:
            return self.lost
        return self.maybe_done and (
            verdict is Verdict.REFUSED or reply.status in REFUSED_WHEN_DONE.get(method, ())
        )
