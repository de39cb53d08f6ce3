"""Find or create: the search key of an upsert, and what became of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack

from attrs import frozen

from ._core.schema.models import get_path
from ._core.schema.types import is_mapping
from .errors import GigstackError, InvalidArgumentError

if TYPE_CHECKING:
    from ._core.http.messages import Response
    from .models import Client
    from .operations.clients.create_client import Fields

R = TypeVar("R")

BESIDE = frozenset({"extra", "extra_query"})
"""Arguments of a creation that are no fields of a client."""


class Match(Mapping[str, Any]):
    """A client found by a key, or created: for `client=` of invoices, payments, receipts and
    retentions.

    `Match("tax_id", "PEGJ800101ABC", update=True, name=...)` uses the one client with that RFC,
    first updating it with the fields given, or creates it from them. Several matches:
    `MultipleMatchesError`.

    Raises:
        InvalidArgumentError: the key or its value is none, or a client has no such field.
    """

    __slots__ = ("_fields",)

    def __init__(
        self, on: str, value: str, /, *, update: bool = False, **fields: Unpack[Fields]
    ) -> None:
        check_key(on)
        check_fields(fields)
        if fields.get("extra_query"):
            raise InvalidArgumentError(
                "extra_query= is one of the whole call, not of a client in it"
            )
        given = {name: field for name, field in fields.items() if name not in BESIDE}
        searched = search(on, value, update=update)
        self._fields = {
            **fields_to_create(on, value, given, update=update),
            **(fields.get("extra") or {}),
            "search": searched,
        }

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Match({self._fields['search']['on_key']!r}, ...)"


@frozen
class Upserted:
    """What an upsert did.

    `created`: True for a new client, False for one that was there; None where a reply was lost and
        repeated, so nobody can know.
    """

    client: Client
    created: bool | None


@frozen(kw_only=True)
class UpsertOutcome(Generic[R]):
    """What became of one row of `upsert_many`: either `value` or `error`, with the row and its
    index.
    """

    index: int
    row: R
    value: Upserted | None = None
    error: GigstackError | None = None


def search(on: str, value: str, *, update: bool) -> dict[str, Any]:
    """The `search` of a request.

    Raises:
        InvalidArgumentError: the value is empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgumentError(f"the value of {on!r} to match must be a text that is not empty")
    return {"on_key": on, "on_value": value, "update": update}


def key_value(on: str, value: str | None, fields: Mapping[str, Any]) -> str:
    """The value to match: the one given, else that of the field of that name;
    `metadata.external_id` looks into `metadata`.

    Raises:
        InvalidArgumentError: there is none.
    """
    if value is not None:
        return value
    found = get_path(fields, on)
    if not isinstance(found, str) or not found.strip():
        raise InvalidArgumentError(
            f"upsert on {on!r} needs a value: pass the field of that name, or value="
        )
    return found


def fields_to_create(
    on: str, value: str, fields: Mapping[str, Any], *, update: bool
) -> dict[str, Any]:
    """The fields of the creation, the key among them, or the next upsert would not find the client.

    Raises:
        InvalidArgumentError: the key stands inside a model, or inside a field that is updated,
            maybe as a whole.
    """
    name, _, rest = on.partition(".")
    if get_path(fields, on) is not None:
        return dict(fields)
    if not rest:
        return {**fields, name: value}
    inside: object = {} if fields.get(name) is None else fields[name]
    if update or not is_mapping(inside):
        raise InvalidArgumentError(
            f"pass {on!r} in {name}= too: a client made without it would not be found again"
        )
    return {**fields, name: fields_to_create(rest, value, inside, update=False)}


def check_key(on: str) -> None:
    """Returns if clients are created with such a key.

    Raises:
        InvalidArgumentError: they are not. Nothing would ever match it, and each call make a new
            client.
    """
    if (
        not isinstance(on, str)
        or not all(names := on.split("."))
        or names[0] not in _known() - BESIDE
    ):
        raise InvalidArgumentError(
            f"on names a field of a client, or one inside: tax_id, email, metadata.external_id; not {on!r}"
        )


def check_fields(fields: object) -> None:
    """Returns if these are fields of a client.

    Raises:
        InvalidArgumentError: they are not.
    """
    if not is_mapping(fields):
        raise InvalidArgumentError(
            f"the fields of a client must be a mapping, not {type(fields).__name__}"
        )
    known = _known()
    if unknown := sorted(repr(name) for name in fields if name not in known):
        raise InvalidArgumentError(
            f"a client has no field {', '.join(unknown)}; extra= takes what is not documented"
        )
    for name in BESIDE & fields.keys():
        if fields[name] is not None and not is_mapping(fields[name]):
            raise InvalidArgumentError(f"{name} takes a mapping, not {type(fields[name]).__name__}")


def upserted(response: Response[Client]) -> Upserted:
    """What an upsert did, by its response."""
    if response.status == 201:
        return Upserted(response.value, created=True)
    return Upserted(response.value, created=None if response.repeated else False)


@cache
def _known() -> frozenset[str]:
    from .operations.clients.create_client import Fields

    return frozenset(Fields.__annotations__)
