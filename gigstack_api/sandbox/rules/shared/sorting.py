"""The order of a list, and cursors into it. Pure.

A cursor says where in the order a page begins, not behind which resource: it stays good when that
resource is deleted.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from attrs import field, frozen, validators

from ...errors import legacy_error
from ...resource import Resource
from ...texts import fold

Position: TypeAlias = tuple[bool, tuple[int, float, str], int]
"""Where a resource stands: whether it lacks the field, the value of the field, and its number among
those made.
"""

ALIASES = {"timestamp": "created_at", "": "created_at"}


@frozen
class Order:
    """What a list is ordered by; newest first unless asked otherwise. Resources without the field
    come last.
    """

    name: str
    descending: bool
    numbers: Mapping[str, int] = field(eq=False, repr=False)

    @classmethod
    def of(cls, query: Mapping[str, Any], numbers: Mapping[str, int]) -> Order:
        """The order that a query asks for. `numbers` tells which resource was made before which."""
        name = str(query.get("order_by", ""))
        return cls(ALIASES.get(name, name), query.get("sort") != "asc", numbers)

    def sorted(self, resources: Iterable[Resource]) -> list[Resource]:
        """The resources, which come as they were made, in this order."""
        made = list(resources)
        try:
            if (
                self.name == "created_at"
            ):  # times need no folding, and nearly stand in their order already
                return self._directed(sorted(made, key=itemgetter(self.name)))
        except (KeyError, TypeError):
            pass  # some have none
        lacking = [each for each in made if each.get(self.name) is None]
        having = [each for each in made if each.get(self.name) is not None]
        return self._directed(
            sorted(having, key=lambda each: _comparable(each[self.name]))
        ) + self._directed(lacking)

    def _directed(self, ascending: list[Resource]) -> list[Resource]:
        return ascending[::-1] if self.descending else ascending

    def position(self, resource: Resource) -> Position:
        """Where a resource stands."""
        value = resource.get(self.name)
        return value is None, _comparable(value), self.numbers[resource["id"]]

    def is_after(self, resource: Resource, place: Position) -> bool:
        """Whether a resource comes after a place."""
        mine = self.position(resource)
        if mine[0] != place[0]:
            return mine[0]
        return mine[1:] < place[1:] if self.descending else mine[1:] > place[1:]

    def cursor(self, resource: Resource) -> str:
        """What leads to the resources behind this one."""
        missing, (kind, number, text), made = self.position(resource)
        content = [self.name, self.descending, missing, kind, number, text, made]
        return (
            urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode())
            .decode()
            .rstrip("=")
        )

    def after(self, cursor: str, found: Sequence[Resource]) -> Sequence[Resource]:
        """Those of the resources, which are in this order, that come after a cursor.

        Raises:
            Refusal: 400, the cursor is none, or is one of a list in another order.
        """
        place = self._read(cursor)
        return found[bisect_left(found, True, key=lambda each: self.is_after(each, place)) :]

    def _read(self, cursor: str) -> Position:
        try:
            content = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
            written = _Cursor(*content)
        except (ValueError, TypeError, RecursionError) as error:
            raise legacy_error(
                400, "Invalid cursor", "The cursor must be the next of the page before"
            ) from error
        if (written.name, written.descending) != (self.name, self.descending):
            raise legacy_error(
                400,
                "Invalid cursor",
                "next must be sent with the order_by and sort of the page before",
            )
        return written.missing, (written.kind, written.number, written.text), written.made


@frozen
class _Cursor:
    """What stands in a cursor."""

    name: str = field(validator=validators.instance_of(str))
    descending: bool = field(validator=validators.instance_of(bool))
    missing: bool = field(validator=validators.instance_of(bool))
    kind: int = field(validator=validators.instance_of(int))
    number: float = field(validator=validators.instance_of((int, float)))
    text: str = field(validator=validators.instance_of(str))
    made: int = field(validator=validators.instance_of(int))


def _comparable(value: object) -> tuple[int, float, str]:
    if isinstance(value, (int, float)):
        return 0, value, ""
    return 1, 0, fold(str(value))
