"""Faults to inject: descriptions of calls that fail.

| kind | answer of the call | is it carried out |
|---|---|---|
| `status` | this status, with `Retry-After` if `retry_after_s` is given | no |
| `status_after` | this status, as from a gateway in front of the API | yes |
| `cut_before` | none: the connection is cut | no |
| `cut_after` | none: the connection is cut | yes |
| `cut_body` | half of it: the connection is cut in the middle | yes |
| `delay` | the real one, `delay_s` later | yes |
| `html` | an HTML page | yes |
| `empty` | the status without a body | yes |
| `drift` | the real one with unknown fields, and an unknown `status` where there is one | yes |
"""

from __future__ import annotations

from collections.abc import Container
from random import Random
from typing import Any

from attrs import field as attribute
from attrs import fields, frozen
from attrs.validators import ge, in_, instance_of, le, optional

ANY_OPERATION = "*"
KINDS = (
    "status",
    "status_after",
    "cut_before",
    "cut_after",
    "cut_body",
    "delay",
    "html",
    "empty",
    "drift",
)
VALUES = {"status": "status", "status_after": "status", "delay": "delay_s"}
"""The kinds that take a value in a text (`status=503`), and the field it sets."""

MAX_WAITING = 1000
"""How many faults may wait for their calls."""


@frozen
class Fault:
    """Makes the next `times` calls of an operation fail; with a `chance` below 1 only some of them.

    `operation` is an operationId of openapi.yaml, or `*` for all. `times=None` means all calls.
    Delays are in seconds.
    """

    operation: str = attribute(validator=instance_of(str))
    status: int | None = attribute(
        default=None, validator=optional([instance_of(int), ge(400), le(599)])
    )
    times: int | None = attribute(
        default=1,
        validator=optional([instance_of(int), ge(1)]),  # type: ignore[arg-type]  # mypy takes the type of the default
    )
    retry_after_s: int | None = attribute(
        default=None, validator=optional([instance_of(int), ge(0)])
    )
    kind: str = attribute(default="status", validator=in_(KINDS), kw_only=True)
    delay_s: float = attribute(
        default=0.0, validator=[instance_of((int, float)), ge(0), le(60)], kw_only=True
    )
    chance: float = attribute(
        default=1.0, validator=[instance_of((int, float)), ge(0), le(1)], kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if VALUES.get(self.kind) == "status" and self.status is None:
            raise ValueError(f"a fault of kind {self.kind!r} needs a status, 400 to 599")


class Faults:
    """The faults that wait for their calls.

    `operations` are the ids to accept; without it any id is accepted.
    """

    def __init__(self, operations: Container[str] | None = None, *, seed: int = 0) -> None:
        self._operations = operations
        self._waiting: list[tuple[Fault, int | None]] = []  # each with how many calls it has left
        self._random = Random(seed)  # noqa: S311 - a run is to be repeatable

    def add(self, fault: Fault) -> None:
        """Adds a fault for the next calls of its operation.

        Raises:
            ValueError: there is no such operation, or too many faults wait.
        """
        if (
            self._operations is not None
            and fault.operation != ANY_OPERATION
            and fault.operation not in self._operations
        ):
            raise ValueError(
                f"unknown operation {fault.operation!r}; expected an operationId of openapi.yaml, "
                f"or {ANY_OPERATION!r}"
            )
        if len(self._waiting) >= MAX_WAITING:
            raise ValueError(
                f"{MAX_WAITING} faults wait already; sandbox.faults.clear() removes them"
            )
        self._waiting.append((fault, fault.times))

    def take(self, operation: str) -> Fault | None:
        """The fault for a call, or None; of several, the one added first."""
        for index, (fault, left) in enumerate(self._waiting):
            if (
                fault.operation in {operation, ANY_OPERATION}
                and self._random.random() < fault.chance
            ):
                if left is not None:
                    self._waiting[index : index + 1] = [(fault, left - 1)] if left > 1 else []
                return fault
        return None

    def clear(self) -> None:
        """Removes all faults."""
        self._waiting.clear()


def parse(text: str) -> Fault:
    """The fault that a text describes.

    Such as `status=503 times=2`, `cut_after`, `delay=0.2 operation=create_client chance=0.1`.

    Raises:
        ValueError: the text does not describe a fault.
    """
    values: dict[str, Any] = {"operation": ANY_OPERATION}
    for word in text.replace(",", " ").split():
        name, _, value = word.partition("=")
        if name in KINDS:
            values["kind"] = name
            if value and name in VALUES:
                values[VALUES[name]] = _number(value)
        elif name in {field.name for field in fields(Fault)} and value:
            values[name] = (
                value if name == "operation" else None if value == "always" else _number(value)
            )
        else:
            raise ValueError(f"{word!r} is not part of a fault; the kinds are {', '.join(KINDS)}")
    return Fault(**values)


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def add_drift(document: Any) -> Any:
    """A copy of a document with unknown fields in it.

    Every object gets an unknown field, and an unknown `status` where it has one.
    """
    if isinstance(document, list):
        return [add_drift(item) for item in document]  # pyright: ignore[reportUnknownVariableType] - JSON
    if not isinstance(document, dict):
        return document
    fields_of: dict[str, Any] = {name: add_drift(value) for name, value in document.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(fields_of.get("status"), str):
        fields_of["status"] = "sandbox_unknown"
    return {**fields_of, "sandbox_drift": "a field of tomorrow"}
