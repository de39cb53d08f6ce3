"""Faults on demand: answers that go wrong some times. Pure."""

from __future__ import annotations

from collections.abc import Container

from attrs import field, frozen, validators

EVERY = "*"


@frozen
class Fault:
    """The next `times` calls of an operation get this status instead of an answer, and nothing is done for them.

    `operation` is its operationId in openapi.yaml, or `*` for any.
    """

    operation: str = field(validator=validators.instance_of(str))
    status: int = field(validator=[validators.instance_of(int), validators.ge(400), validators.le(599)])
    times: int = field(default=1, validator=[validators.instance_of(int), validators.ge(1)])
    retry_after_s: int | None = field(
        default=None, validator=validators.optional([validators.instance_of(int), validators.ge(0)])
    )


class Faults:
    """The faults that wait for their calls. `operations` are the ids that exist; any will do where it is left out."""

    def __init__(self, operations: Container[str] | None = None) -> None:
        self._operations = operations
        self._waiting: list[tuple[Fault, int]] = []  # each with how many calls it has left

    def add(self, fault: Fault) -> None:
        """Lets the next calls of an operation go wrong.

        Raises:
            ValueError: there is no such operation.
        """
        if self._operations is not None and fault.operation != EVERY and fault.operation not in self._operations:
            raise ValueError(f"there is no operation {fault.operation!r}: it takes an operationId of openapi.yaml, or {EVERY!r}")
        self._waiting.append((fault, fault.times))

    def take(self, operation: str) -> Fault | None:
        """The fault that befalls a call, if one does; of several, the one added first."""
        for index, (fault, left) in enumerate(self._waiting):
            if fault.operation in {operation, EVERY}:
                self._waiting[index : index + 1] = [(fault, left - 1)] if left > 1 else []
                return fault
        return None

    def clear(self) -> None:
        """Takes all of them back."""
        self._waiting.clear()
