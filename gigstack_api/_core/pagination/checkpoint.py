"""Positions in a list, and the checkpoints that store them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec.structs import replace

from ...errors import InvalidArgumentError
from ..limits import LOADING_CHECKPOINT
from ..operations.operation import Operation
from ..operations.page import Page, Paging
from ..schema.data import Data
from ..schema.types import is_mapping

POSITION_PARAMETERS = frozenset({"next", "starting_after", "cursor", "page"})

MOST_DIGITS = 18
"""Of a page number."""

ID_FIELDS = ("id", "uuid")

NOT_A_CHECKPOINT = "resume must be the checkpoint of a pager"


class Position(Data, frozen=True):
    """A position in a list: the query parameter of a page, and how many of its items to skip.

    `last` is the fingerprint of the last item delivered, if that has an id. `at_end` says that no
    items are left.
    """

    parameter: str
    value: str | None = None
    skip: int = 0
    at_end: bool = False
    last: str | None = None

    @property
    def query(self) -> dict[str, str | None]:
        """The query parameter that requests this page."""
        return {self.parameter: self.value}

    @property
    def number(self) -> int:
        """The page number, if pages are requested by number."""
        return int(self.value or 1)

    def consumed(self, data: Sequence[object]) -> int:
        """How many items at the start of this page were delivered before.

        The page may have changed since then, so the current place of the last item counts. If that
        item is gone, the whole page is delivered again: better twice than never. For items without
        an id, their number counts.
        """
        if self.last is None or self.last in map(item_fingerprint, data[self.skip - 1 : self.skip]):
            return self.skip
        for index, item in enumerate(data, start=1):
            if item_fingerprint(item) == self.last:
                return index
        return 0


def item_fingerprint(item: object) -> str | None:
    """A short hash of the id of an item; None if it has no id."""
    for name in ID_FIELDS:
        found = item.get(name) if is_mapping(item) else getattr(item, name, None)
        if isinstance(found, str) and found:
            return _hash(found, size=5)
    return None


def counts_pages(operation: Operation[Any]) -> bool:
    """Whether pages are requested by number, as in searches and lists filtered by metadata."""
    if operation.route.paging is Paging.NEXT:
        return any(name.startswith(("metadata.", "metadata_")) for name, _ in operation.query)
    return operation.route.paging is Paging.PAGE


def start_position(operation: Operation[Page[Any]], resume: str | None) -> Position:
    """The first position of a list, or the one a checkpoint names.

    Raises:
        InvalidArgumentError: `resume` is not a checkpoint, or one of another list, or the page to
            start with is not a number.
    """
    counted = counts_pages(operation)
    parameter = "page" if counted else (operation.route.paging or Paging.SINGLE).value
    first = Position(parameter, dict(operation.query).get(parameter))
    if resume is not None:
        first = _read_checkpoint(resume, operation, first)
    if counted and not _is_page_number(first.value):
        problem = "page must be a number of at least 1" if resume is None else NOT_A_CHECKPOINT
        raise InvalidArgumentError.of(
            first.value if resume is None else resume, f"{operation.route.name}: {problem}"
        )
    return first


def _is_page_number(value: str | None) -> bool:
    return value is None or (
        value.isascii() and value.isdecimal() and value[0] != "0" and len(value) <= MOST_DIGITS
    )


def checkpoint(operation: Operation[Any], position: Position) -> str:
    """The checkpoint of a position, valid for the same list with the same filters."""
    with LOADING_CHECKPOINT:
        import json
        from base64 import urlsafe_b64encode

    content = [list_fingerprint(operation), position.value, position.skip, position.at_end]
    if position.last is not None:
        content.append(position.last)
    text = json.dumps(content, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


class _Checkpoint(Data, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The content of a checkpoint."""

    fingerprint: str
    value: str | None
    skip: Annotated[int, msgspec.Meta(ge=0)]
    at_end: bool
    last: str | None = None


def _read_checkpoint(text: str, operation: Operation[Any], first: Position) -> Position:
    with LOADING_CHECKPOINT:
        from base64 import urlsafe_b64decode

    try:
        padded = text + "=" * (-len(text) % 4)
        read = msgspec.json.decode(urlsafe_b64decode(padded), type=_Checkpoint)
    except (ValueError, TypeError, msgspec.DecodeError) as error:
        raise InvalidArgumentError.of(text, NOT_A_CHECKPOINT) from error
    if read.fingerprint != list_fingerprint(operation):
        raise InvalidArgumentError.of(
            text, "resume: this checkpoint belongs to another list, or to one with other filters"
        )
    return replace(first, value=read.value, skip=read.skip, at_end=read.at_end, last=read.last)


def list_fingerprint(operation: Operation[Any]) -> str:
    """A short hash of a list: its call and filters, without the position."""
    with LOADING_CHECKPOINT:
        import json

    filters = sorted(pair for pair in operation.query if pair[0] not in POSITION_PARAMETERS)
    return _hash(json.dumps([operation.route.name, operation.path, filters]), size=6)


def _hash(text: str, *, size: int) -> str:
    with LOADING_CHECKPOINT:
        from hashlib import blake2b  # 2 ms, and few programs ask for checkpoints

    return blake2b(text.encode(errors="backslashreplace"), digest_size=size).hexdigest()
