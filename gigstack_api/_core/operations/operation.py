"""A call described, not sent."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Generic, TypeVar

from attrs import evolve, field, frozen

from ...errors import InvalidArgumentError
from ..files.upload import Accepts, FileInput
from ..schema.fields import FieldType, write_fields
from ..schema.types import OMIT, Omit
from .decoders import Decoder
from .page import Paging
from .parameters import encode_metadata, encode_path_segment, encode_query

T = TypeVar("T")


class Replay(Enum):
    """Whether a call may be sent again when its outcome is not known."""

    SAFE = "safe"
    """A plain read."""
    IDEMPOTENT = "idempotent"
    """Sent twice it does what it does once (PUT, DELETE)."""
    KEYED = "keyed"
    """Takes an idempotency key, and a repeat gives the first answer."""
    NATURAL = "natural"
    """Finds what it created before (a creation with `search`)."""
    ONCE = "once"
    """Never repeated once it may have been read."""


class KeyPlace(Enum):
    """Where a call takes its idempotency key."""

    BODY = "body"
    HEADER = "header"


KEY_NAMES = {KeyPlace.BODY: "idempotency_key", KeyPlace.HEADER: "Idempotency-Key"}


@frozen(kw_only=True)
class Route(Generic[T]):
    """What the spec says of an operation, whatever the arguments: one an operation module.

    `deadline_s` is the default deadline of the whole call in seconds; `reserved` are path segments
    that belong to sibling routes.
    """

    name: str
    method: str
    path: str
    decode: Decoder[T]
    replay: Replay
    deadline_s: float
    key: KeyPlace | None = None
    paging: Paging | None = None
    takes_team: bool = True
    authenticated: bool = True
    multipart: bool = False
    body_required: bool = False
    query: Mapping[str, FieldType[Any]] = field(factory=dict[str, FieldType[Any]])
    body: Mapping[str, FieldType[Any]] = field(factory=dict[str, FieldType[Any]])
    files: Mapping[str, Accepts] = field(factory=dict[str, Accepts])
    reserved: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Operation(Generic[T]):
    """One call of a route: what `gig.request` sends. `shown_path` is the path without personal
    data, for errors and logs.

    Printed, it shows nothing of what is sent.
    """

    route: Route[T] = field(repr=lambda route: route.name)
    path: str = field(repr=False)
    shown_path: str
    decode: Decoder[T] = field(repr=False)
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: Mapping[str, Any] | None = field(default=None, repr=False)
    files: Mapping[str, FileInput] = field(factory=dict[str, FileInput], repr=False)
    replay: Replay

    def with_query(self, changes: Mapping[str, str | None]) -> Operation[T]:
        """The same call with other parameters; None takes one away."""
        kept = tuple(pair for pair in self.query if pair[0] not in changes)
        return evolve(
            self,
            query=kept
            + tuple((name, value) for name, value in changes.items() if value is not None),
        )

    @property
    def idempotency_key(self) -> str | None:
        """The key the call is sent with, if it has one."""
        if self.route.key is None:
            return None
        holder = self.headers if self.route.key is KeyPlace.HEADER else self.body or {}
        return holder.get(KEY_NAMES[self.route.key])

    def with_idempotency_key(self, key: str) -> Operation[T]:
        """The same call with that key."""
        if self.route.key is KeyPlace.HEADER:
            return evolve(self, headers={**self.headers, KEY_NAMES[KeyPlace.HEADER]: key})
        return evolve(self, body={**(self.body or {}), KEY_NAMES[KeyPlace.BODY]: key})


def operation(
    route: Route[T],
    *segments: object,
    query: Mapping[str, Any] | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    headers: Mapping[str, str | None] | None = None,
    body: Mapping[str, Any] | None = None,
    files: Mapping[str, FileInput | Omit] | None = None,
    extra: Mapping[str, Any] | None = None,
    replay: Replay | None = None,
) -> Operation[T]:
    """The call of a route with these arguments. What is `OMIT` is not sent; in a query, None is not
    sent either.

    Raises:
        InvalidArgumentError: an argument cannot be sent.
    """
    names = [part[1:-1] for part in route.path.split("/") if part.startswith("{")]
    filled = {
        name: encode_path_segment(value, name=name, call=route.name, reserved=route.reserved)
        for name, value in zip(names, segments, strict=True)
    }
    fields = None if body is None else write_fields({**_passed(body), **(extra or {})}, route.body)
    if not fields and not route.body_required:
        fields = None
    return Operation(
        route=route,
        path=route.path.format_map(filled),
        shown_path=route.path.format_map(filled | {name: f"{{{name}}}" for name in route.personal}),
        decode=route.decode.for_path(filled),
        query=(
            *encode_query(query or {}, route.query),
            *encode_metadata(metadata or {}),
            *encode_query(extra_query or {}, {}),
        ),
        headers={
            name: _header(value, name)
            for name, value in (headers or {}).items()
            if value is not None
        },
        body=fields,
        files=_passed(files or {}),
        replay=replay or route.replay,
    )


def _header(value: object, name: str) -> str:
    if not isinstance(value, str) or not value or not value.isascii() or not value.isprintable():
        raise InvalidArgumentError(f"{name} must be a text of printable ASCII characters")
    return value


def _passed(values: Mapping[str, T | Omit]) -> dict[str, T]:
    return {name: value for name, value in values.items() if value is not OMIT}
