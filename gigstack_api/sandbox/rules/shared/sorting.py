"""The order of a list, and the cursors into it.

A cursor is a position in the order, not a reference to a resource: it stays valid when the resource
is deleted.
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
"""The position of a resource in an order.

It says whether the field is missing, its value, and the sequence number.
"""

ALIASES = {"timestamp": "created_at", "": "created_at"}


@frozen
class Order:
    """The order of a list, newest first by default. Resources without the field come last."""

    name: str
    descending: bool
    numbers: Mapping[str, int] = field(eq=False, repr=False)

    @classmethod
    def of(cls, query: Mapping[str, Any], numbers: Mapping[str, int]) -> Order:
        """The order that a query asks for. `numbers` are the sequence numbers by id."""
        name = str(query.get("order_by", ""))
        return cls(ALIASES.get(name, name), query.get("sort") != "asc", numbers)

    def sorted(self, resources: Iterable[Resource]) -> list[Resource]:
        """The resources in this order. They must come in order of creation."""
        made = list(resources)
        try:
            if (
                self.name == "created_at"
            ):  # times need no folding, and nearly stand in their order already
                return self._directed(sorted(made, key=itemgetter(self.name)))
        except (KeyError, TypeError):
            pass  # some have none
        lacking = [resource for resource in made if resource.get(self.name) is None]
        having = [resource for resource in made if resource.get(self.name) is not None]
        return self._directed(
            sorted(having, key=lambda resource: _comparable(resource[self.name]))
        ) + self._directed(lacking)

    def _directed(self, ascending: list[Resource]) -> list[Resource]:
        return ascending[::-1] if self.descending else ascending

    def position(self, resource: Resource) -> Position:
        """The position of a resource."""
        value = resource.get(self.name)
        return value is None, _comparable(value), self.numbers[resource["id"]]

    def is_after(self, resource: Resource, place: Position) -> bool:
        """Whether a resource comes after a position."""
        mine = self.position(resource)
        if mine[0] != place[0]:
            return mine[0]
        return mine[1:] < place[1:] if self.descending else mine[1:] > place[1:]

    def cursor(self, resource: Resource) -> str:
        """The cursor to the resources after this one."""
        missing, (kind, number, text), made = self.position(resource)
        content = [self.name, self.descending, missing, kind, number, text, made]
        return (
            urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode())
            .decode()
            .rstrip("=")
        )

    def after(self, cursor: str, found: Sequence[Resource]) -> Sequence[Resource]:
        """The resources after a cursor. They must be in this order.

        Raises:
            Refusal: 400, the cursor is malformed, or belongs to another order.
        """
        place = self._read(cursor)
        return found[
            bisect_left(found, True, key=lambda resource: self.is_after(resource, place)) :
        ]

    def _read(self, cursor: str) -> Position:
        try:
            content = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
            written = _Cursor(*content)
        except (ValueError, TypeError, RecursionError) as error:
            raise legacy_error(
                400, "Invalid cursor", "The cursor must be the next of the previous page"
            ) from error
        if (written.name, written.descending) != (self.name, self.descending):
            raise legacy_error(
                400,
                "Invalid cursor",
                "next must be sent with the order_by and sort of the previous page",
            )
        return written.missing, (written.kind, written.number, written.text), written.made


@frozen
class _Cursor:
    """The content of a cursor."""

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
