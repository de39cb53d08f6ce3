"""Faults on demand: answers that go wrong some times. Pure."""

from __future__ import annotations

from attrs import field, frozen, validators


@frozen
class Fault:
    """The next `times` calls of an operation (its spec id, or `*`) get this status instead of an answer; nothing is done for them."""

    operation: str
    status: int = field(validator=[validators.ge(400), validators.le(599)])
    times: int = field(default=1, validator=validators.ge(1))
    retry_after_s: int | None = None


class Faults:
    """The faults that wait for their calls."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []  # one entry a call that is to fail

    def add(self, fault: Fault) -> None:
        """Lets the next calls of an operation go wrong."""
        self._waiting += [fault] * fault.times

    def take(self, operation: str) -> Fault | None:
        """The fault that befalls a call, if one does."""
        for index, fault in enumerate(self._waiting):
            if fault.operation in {operation, "*"}:
                return self._waiting.pop(index)
        return None

    def clear(self) -> None:
        """Takes all of them back."""
        self._waiting.clear()
