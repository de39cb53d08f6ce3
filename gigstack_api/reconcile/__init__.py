"""Finds out whether a write whose answer was lost was carried out, by reading."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class Reconciled:
    """The result of `gig.reconcile`.

    Args:
        done: True if the write was carried out; False if it was not, so it is safe to send again;
            None if it cannot be determined.
        why: What `done` rests on.
        value: The document, if `done` is True; None after a deletion.
        candidates: Documents that may be the result of the write, if `done` is None.
    """

    done: bool | None
    why: str
    value: Any = field(default=None, repr=False)
    candidates: tuple[Any, ...] = field(default=(), repr=False)
