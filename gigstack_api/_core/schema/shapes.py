"""How JSON values become Python values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

from .data import Data
from .types import is_list, is_object


class ReadsObjects(Protocol):
    """A model class, or a union of them: it reads JSON objects."""

    def from_dict(self, values: Mapping[str, Any], /) -> Any:
        """The Python value of a JSON object."""
        ...


class Shape(Data, frozen=True):
    """How a JSON value becomes a Python value: strings by `members`, objects by `cls`, lists by
    the shape of their `items`. Whatever has no part here is kept unchanged.
    """

    members: Mapping[str, StrEnum] = {}
    cls: ReadsObjects | None = None
    items: Shape | None = None

    def read(self, value: Any) -> Any:
        """The Python value of a JSON value."""
        if isinstance(value, str):
            return self.members.get(value, value)
        if is_object(value):
            return value if self.cls is None else self.cls.from_dict(value)
        if is_list(value) and self.items is not None:
            return [self.items.read(item) for item in value]
        return value


def union_shape(kinds: Sequence[tuple[Callable[[Any], bool], Shape | None]]) -> Shape | None:
    """How a union is read: each value by the first of its types that accepts it.

    Args:
        kinds: Of each type, whether it accepts a value, and its shape.
    """
    parts = [(accepts, shape or Shape()) for accepts, shape in kinds]
    members: dict[str, StrEnum] = {}
    for accepts, shape in parts:
        if shape.members:
            members = {**shape.members, **members}
        elif accepts(""):
            break
    cls = next((shape.cls for accepts, shape in parts if accepts({})), None)
    items = next((shape.items for accepts, shape in parts if accepts([])), None)
    return Shape(members, cls, items) if members or cls or items else None
