"""Routes: operations as the spec describes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import field
from msgspec.structs import force_setattr

from ..files.upload import Accepts
from ..schema.data import Data
from ..schema.field_type import FieldType
from .decoders import Decoder
from .page import Paging

if TYPE_CHECKING:
    from .styles import Style

T = TypeVar("T")


class Replay(Enum):
    """Whether a call may be sent again when its outcome is unknown."""

    SAFE = "safe"
    """A plain read."""
    IDEMPOTENT = "idempotent"
    """Sent twice, it has the same effect as once (PUT, DELETE)."""
    KEYED = "keyed"
    """Takes an idempotency key; a repeat returns the first answer."""
    NATURAL = "natural"
    """Finds what it created before (a creation with `search`)."""
    ONCE = "once"
    """Never sent again once the server may have read it."""


class KeyPlace(Enum):
    """Where a call takes its idempotency key."""

    BODY = "body"
    HEADER = "header"


KEY_NAMES = {KeyPlace.BODY: "idempotency_key", KeyPlace.HEADER: "Idempotency-Key"}


class Route(Data, Generic[T], frozen=True, kw_only=True):
    """An operation as the spec describes it, without arguments. Each operation module has one.

    `deadline_s` is the default deadline of the whole call in seconds. With `stamps`, what is sent
    becomes a fiscal document, so undocumented fields are refused. `reserved` are path segments that
    belong to sibling routes, `personal` the names of those that hold personal data. `ids` names the
    models that a path segment is taken from, and their fields.

    A route with neither `takes_team` nor `refuses_team` means the same for every team. `form` says
    that the body is sent as `application/x-www-form-urlencoded`; `whole` is the type of a body that
    is not an object with fields of its own. `styles` says how query parameters and form fields with
    lists or objects are written. `path_types`, `headers` and `cookies` are the types of those that
    are not plain strings. `fixed_query` goes with each call. `deprecated` says what to use instead.
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
    refuses_team: bool = False
    authenticated: bool = True
    multipart: bool = False
    body_required: bool = False
    stamps: bool = False
    form: bool = False
    whole: FieldType[Any] | None = None
    media_type: str = "application/json"
    accept: str = "application/json"
    deprecated: str | None = None
    query: Mapping[str, FieldType[Any]] = field(default_factory=dict[str, FieldType[Any]])
    body: Mapping[str, FieldType[Any]] = field(default_factory=dict[str, FieldType[Any]])
    files: Mapping[str, Accepts] = field(default_factory=dict[str, Accepts])
    styles: Mapping[str, Style] = {}
    path_types: Mapping[str, FieldType[Any]] = {}
    headers: Mapping[str, FieldType[Any]] = {}
    cookies: Mapping[str, FieldType[Any]] = {}
    fixed_query: tuple[tuple[str, str], ...] = ()
    reserved: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    segments: tuple[str, ...] = ()
    """The names of the path segments that a call fills in; set by the path."""

    def __post_init__(self) -> None:
        names = [part.partition("}")[0] for part in self.path.split("{")[1:]]
        force_setattr(self, "segments", tuple(names))
