"""Upserts (find or create): the key to match, the fields to send, and the result."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, cast, get_args

from ._core.limits import LOADING
from ._core.schema.annotations import resolvable
from ._core.schema.data import Data
from ._core.schema.models import get_path
from ._core.schema.types import is_mapping
from ._core.schema.undocumented import Extended
from ._core.schema.views import ResultViews
from .errors import GigstackError, InvalidArgumentError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from ._core.http.messages import Response
    from .models import Client
    from .operations.clients.create_client import Fields
    from .types import ClientSearchDict

R = TypeVar("R")

BESIDE = frozenset({"extra", "extra_query"})
"""Arguments of `create` that are not fields of a client."""


@resolvable
class Match(Extended):
    """A client to find by a key or create, for `client=` of invoices, payments and the like.

    `Match("tax_id", "PEGJ800101AB6", update=True, name=...)` stands for the one client with that
    RFC, updated with the given fields, or for a new client created from them. If several clients
    match, the call raises `MultipleMatchesError`. Invoices, payments, receipts and retentions take
    it.

    Args:
        on: Name of the field to match.
        value: Value it must have. A new client gets it.
        update: Whether a match is updated with the fields.
        fields: Those of `clients.create`, without `search`.

    Raises:
        InvalidArgumentError: the key or its value is empty, or clients have no such field.
    """

    __slots__ = ("_extra", "_fields")

    def __init__(
        self, on: str, value: str, /, *, update: bool = False, **fields: Unpack[Fields]
    ) -> None:
        check_key(on)
        check_fields(fields)
        if fields.get("extra_query"):
            raise InvalidArgumentError("pass extra_query= to the call, not to Match")
        given = {name: field for name, field in fields.items() if name not in BESIDE}
        searched = search(on, value, update=update)
        self._extra = dict(fields.get("extra") or {})
        self._fields = {
            **fields_to_create(on, value, given, update=update),
            **self._extra,
            "search": searched,
        }

    @property
    def undocumented(self) -> Collection[str]:
        """The names of the fields that were passed in `extra`."""
        return self._extra.keys()

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Match({self._fields['search']['on_key']!r}, ...)"


@resolvable
class Upserted(ResultViews, Data, frozen=True):
    """The result of an upsert.

    Args:
        client: The client.
        created: True for a new client, False for an existing one; None if a response was lost and
            the call was retried, because then it cannot be determined.
    """

    client: Client
    created: bool | None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the result in pydantic, and so in FastAPI."""
        from ._core.schema.pydantic_schema import record_schema
        from .models import Client

        types = {"client": Client, "created": bool | None}
        return record_schema(cls, source, handler, types, required=types)


class UpsertOutcome(ResultViews, Data, Generic[R], frozen=True, kw_only=True):
    """The result of one row of `upsert_many`: its `value` or its `error`."""

    index: int
    row: R
    value: Upserted | None = None
    error: GigstackError | None = None

    def result(self) -> Upserted:
        """The value. Raises the error if there is one."""
        if self.error is not None:
            raise self.error
        return cast(Upserted, self.value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the result in pydantic, and so in FastAPI."""
        from ._core.schema.pydantic_schema import ErrorSchema, record_schema

        (row,) = get_args(source) or (Any,)
        types = {
            "index": int,
            "row": row,
            "value": Upserted | None,
            "error": ErrorSchema | None,
        }
        return record_schema(cls, source, handler, types, required={"index", "row"})


def search(on: str, value: str, *, update: bool) -> ClientSearchDict:
    """The `search` field of a request.

    Raises:
        InvalidArgumentError: the value is empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgumentError(f"the value to match {on!r} with must be a non-empty string")
    return {"on_key": on, "on_value": value, "update": update}


def key_value(on: str, value: str | None, fields: Mapping[str, Any]) -> str:
    """The value to match: the given one, or else that of the field of that name.

    `metadata.external_id` names the field `external_id` of `metadata`.

    Raises:
        InvalidArgumentError: there is no such value.
    """
    if value is not None:
        return value
    found = get_path(fields, on)
    if not isinstance(found, str) or not found.strip():
        raise InvalidArgumentError(
            f"an upsert on {on!r} needs a value: pass the field of that name, or value="
        )
    return found


def fields_to_create(
    on: str, value: str, fields: Mapping[str, Any], *, update: bool
) -> dict[str, Any]:
    """The fields of the new client, including the key: otherwise the next upsert would not find it.

    Raises:
        InvalidArgumentError: the key cannot be added, since it is inside a model, or inside a field
            that may be replaced as a whole by an update.
    """
    name, _, rest = on.partition(".")
    if get_path(fields, on) is not None:
        return dict(fields)
    if not rest:
        return {**fields, name: value}
    inside: object = {} if fields.get(name) is None else fields[name]
    if update or not is_mapping(inside):
        raise InvalidArgumentError(
            f"also pass {on!r} in {name}=; otherwise the next upsert would not find the new client"
        )
    return {**fields, name: fields_to_create(rest, value, inside, update=False)}


def check_key(on: str) -> None:
    """Checks that clients have such a key.

    Raises:
        InvalidArgumentError: they do not. Nothing would ever match, so every call would create a
            new client.
    """
    if (
        not isinstance(on, str)
        or not all(names := on.split("."))
        or names[0] not in _known() - BESIDE
    ):
        raise InvalidArgumentError(
            "on must name a field of a client, or a nested one (tax_id, email,"
            f" metadata.external_id), not {on!r}"
        )


def check_fields(fields: object) -> None:
    """Checks that these are fields of a client.

    Raises:
        InvalidArgumentError: one of them is not.
    """
    if not is_mapping(fields):
        raise InvalidArgumentError(
            f"the fields of a client must be a mapping, not {type(fields).__name__}"
        )
    known = _known()
    if unknown := sorted(repr(name) for name in fields if name not in known):
        raise InvalidArgumentError(
            f"a client has no field {', '.join(unknown)}; pass undocumented fields in extra="
        )
    for name in BESIDE & fields.keys():
        if fields[name] is not None and not is_mapping(fields[name]):
            raise InvalidArgumentError(
                f"{name} must be a mapping, not {type(fields[name]).__name__}"
            )


def upsert_result(response: Response[Client]) -> Upserted:
    """The result of an upsert, from its response."""
    if response.status == 201:
        return Upserted(response.value, created=True)
    return Upserted(response.value, created=None if response.repeated else False)


@cache
def _known() -> frozenset[str]:
    with LOADING:
        from .operations.clients.create_client import Fields

    return frozenset(Fields.__annotations__)
