"""Find or create: the search key of an upsert, and what became of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack

from attrs import frozen

from ._core.shapes import is_mapping
from .errors import GigstackError, InvalidArgumentError

if TYPE_CHECKING:
    from ._core.reply import Response
    from ._generated.api.clients.create_client import Fields
    from .models import Client

R = TypeVar("R")


class Match(Mapping[str, Any]):
    """A client found by a key, or created: for `client=` of invoices, payments, receipts and retentions.

    `Match("tax_id", "PEGJ800101ABC", update=True, name=...)` uses the one client with that RFC, first updating it with the
    fields given, or creates it from them. Several matches: `MultipleMatchesError`.

    Raises:
        InvalidArgumentError: the key or its value is empty.
    """

    __slots__ = ("_fields",)

    def __init__(self, on: str, value: str, /, *, update: bool = False, **fields: Unpack[Fields]) -> None:
        self._fields = {**fields_to_create(on, value, fields), "search": search(on, value, update=update)}

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

    `created`: True for a new client, False for one that was there; None where a reply was lost and repeated, so nobody can know.
    """

    client: Client
    created: bool | None


@frozen(kw_only=True)
class UpsertOutcome(Generic[R]):
    """What became of one row of `upsert_many`: either `value` or `error`, with the row and its index."""

    index: int
    row: R
    value: Upserted | None = None
    error: GigstackError | None = None


def search(on: str, value: str, *, update: bool) -> dict[str, Any]:
    """The `search` of a request.

    Raises:
        InvalidArgumentError: the key or its value is empty.
    """
    if not on:
        raise InvalidArgumentError("on names the field to match, for example 'tax_id'")
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgumentError(f"the value of {on!r} to match must be a text that is not empty")
    return {"on_key": on, "on_value": value, "update": update}


def key_value(on: str, value: str | None, fields: Mapping[str, Any]) -> str:
    """The value to match: the one given, else that of the field of that name; `metadata.external_id` looks into `metadata`.

    Raises:
        InvalidArgumentError: there is none.
    """
    if value is not None:
        return value
    found: Any = fields
    for name in on.split("."):
        found = found.get(name) if is_mapping(found) else getattr(found, name, None)
    if not isinstance(found, str) or not found.strip():
        raise InvalidArgumentError(f"upsert on {on!r} needs a value: pass the field of that name, or value=")
    return found


def upserted(response: Response[Client]) -> Upserted:
    """What an upsert did, by its response."""
    if response.status == 201:
        return Upserted(response.value, created=True)
    return Upserted(response.value, created=None if response.repeated else False)


def fields_to_create(on: str, value: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the creation: a key that is not nested belongs to them, or the next upsert would not find the client."""
    return dict(fields) if "." in on else {on: value, **fields}
