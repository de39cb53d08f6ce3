"""A place in a list, and how it is written down as a checkpoint."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from attrs import Attribute, evolve, field, frozen
from attrs.validators import instance_of, optional

from ...errors import InvalidArgumentError
from ..operations.operation import Operation
from ..operations.page import Page, Paging
from ..schema.types import is_mapping

PLACES = frozenset({"next", "starting_after", "cursor", "page"})

MOST_DIGITS = 18

NAMES_OF_IDS = ("id", "uuid")


@frozen
class Position:
    """A place in a list: parameter and value of the page to ask for, and how many of its items are
    behind us.

    `last` is the mark of the last item given, where it has an id. `at_end`: nothing is left.
    """

    parameter: str
    value: str | None = None
    skip: int = 0
    at_end: bool = False
    last: str | None = None

    @property
    def query(self) -> dict[str, str | None]:
        """The change of the query that asks for this page."""
        return {self.parameter: self.value}

    @property
    def number(self) -> int:
        """The page number, where pages are counted."""
        return int(self.value or 1)

    def behind(self, data: Sequence[object]) -> int:
        """How many items at the head of this page are behind us.

        The page may have changed since: what counts is where the last item given stands now. If it
            is gone, the page is given
        again: rather twice than never. Items without an id are counted.
        """
        if self.last is None or self.last in map(item_fingerprint, data[self.skip - 1 : self.skip]):
            return self.skip
        return next(
            (
                index
                for index, item in enumerate(data, start=1)
                if item_fingerprint(item) == self.last
            ),
            0,
        )


def item_fingerprint(item: object) -> str | None:
    """A short mark of the id of an item; None if it has none."""
    for name in NAMES_OF_IDS:
        found = item.get(name) if is_mapping(item) else getattr(item, name, None)
        if isinstance(found, str) and found:
            return blake2b(found.encode(errors="backslashreplace"), digest_size=5).hexdigest()
    return None


def counts_pages(operation: Operation[Any]) -> bool:
    """Whether a list goes on by page number: searches do, and lists filtered by metadata."""
    if operation.route.paging is Paging.NEXT:
        return any(name.startswith(("metadata.", "metadata_")) for name, _ in operation.query)
    return operation.route.paging is Paging.PAGE


def start_position(operation: Operation[Page[Any]], resume: str | None) -> Position:
    """The first position of a list, or the one a checkpoint names.

    Raises:
        InvalidArgumentError: the checkpoint is none, or is one of another list; or the page to
            begin with is no number.
    """
    counted = counts_pages(operation)
    parameter = "page" if counted else (operation.route.paging or Paging.SINGLE).value
    first = Position(parameter, dict(operation.query).get(parameter))
    if resume is not None:
        first = _read_checkpoint(resume, operation, first)
    if counted and not _is_number(first.value):
        what = (
            "page takes a number from 1 on"
            if resume is None
            else "resume takes a checkpoint of a pager"
        )
        raise InvalidArgumentError(f"{operation.route.name}: {what}")
    return first


def _is_number(value: str | None) -> bool:
    return value is None or (
        value.isascii() and value.isdecimal() and value[0] != "0" and len(value) <= MOST_DIGITS
    )


def checkpoint(operation: Operation[Any], position: Position) -> str:
    """The position as a small text, good for the same list with the same filters."""
    content = [list_fingerprint(operation), position.value, position.skip, position.at_end]
    if position.last is not None:
        content.append(position.last)
    return (
        urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode()).decode().rstrip("=")
    )


def _is_count(_: object, __: Attribute[int], value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("no count")


@frozen
class _Written:
    """What stands in a checkpoint."""

    fingerprint: str = field(validator=instance_of(str))
    value: str | None = field(validator=optional(instance_of(str)))
    skip: int = field(validator=_is_count)
    at_end: bool = field(validator=instance_of(bool))
    last: str | None = field(default=None, validator=optional(instance_of(str)))


def _read_checkpoint(text: str, operation: Operation[Any], first: Position) -> Position:
    try:
        written = _Written(*json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4))))
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidArgumentError("resume takes a checkpoint of a pager") from error
    if written.fingerprint != list_fingerprint(operation):
        raise InvalidArgumentError(
            "resume: this checkpoint belongs to another list, or to one with other filters"
        )
    return evolve(
        first, value=written.value, skip=written.skip, at_end=written.at_end, last=written.last
    )


def list_fingerprint(operation: Operation[Any]) -> str:
    """What tells one list from another: the call and its filters, without its place."""
    filters = sorted(pair for pair in operation.query if pair[0] not in PLACES)
    return blake2b(
        json.dumps([operation.route.name, operation.path, filters]).encode(), digest_size=6
    ).hexdigest()
