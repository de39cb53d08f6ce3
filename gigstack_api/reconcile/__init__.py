"""What became of a write whose answer was lost, as far as reading can tell. Pure."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class Reconciled:
    """What `gig.reconcile` found out.

    `done`: True if the write was carried out (`value` is the document, None after a deletion);
        False if it was not, so that it is
    safe to send again; None if nobody can know. `why` says what this rests on, `candidates` what
    the document might be.
    """

    done: bool | None
    why: str
    value: Any = field(default=None, repr=False)
    candidates: tuple[Any, ...] = field(default=(), repr=False)
