"""An imaginary resource: its model, its routes and its calls.

Tests of the core use it instead of a resource of the API, so that each can choose the replay class,
the decoder and the paging that it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from msgspec.structs import replace

from gigstack_api._core.operations.decoders import Decoder, Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import KeyPlace, Replay, Route
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, enum, number
from gigstack_api._core.schema.models import Model

T = TypeVar("T")
REPEATABLE = [Replay.SAFE, Replay.IDEMPOTENT, Replay.KEYED, Replay.NATURAL]
METHOD = {
    Replay.SAFE: "GET",
    Replay.IDEMPOTENT: "PUT",
    Replay.KEYED: "POST",
    Replay.NATURAL: "POST",
    Replay.ONCE: "POST",
}


class Use(StrEnum):
    G01 = "G01"
    G03 = "G03"


class Item(Model, kw_only=True):
    """A model as the generator writes it."""

    id: str | None = None
    use: Use | str | None = None
    paid_at: float | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"id": STRING, "use": enum(Use), "paid_at": number(INTEGER, unit="ms")}


def thing_route(
    replay: Replay = Replay.ONCE,
    *,
    method: str = "POST",
    decode: Decoder[Any] | None = None,
    key: KeyPlace | None = None,
    **changes: Any,
) -> Route[Any]:
    """A route for single things."""
    route: Route[Any] = Route(
        name="things.do",
        method=method,
        path="/things",
        decode=Value(OBJECT) if decode is None else decode,
        replay=replay,
        deadline_s=30,
        key=key,
    )
    return replace(route, **changes)


def call(route: Route[T], **arguments: Any) -> Operation[T]:
    """The call of a route without path ids."""
    return operation(route, **arguments)


def thing_call(replay: Replay, **arguments: Any) -> Operation[Any]:
    """A call of this replay class, with the method that such calls have."""
    return call(thing_route(replay, method=METHOD[replay]), **arguments)


def list_call(
    paging: Paging = Paging.NEXT,
    *,
    query: Mapping[str, Any] | None = None,
    metadata: Mapping[str, object] | None = None,
    item: FieldType[Any] = INTEGER,
) -> Operation[Page[Any]]:
    """The call of a list."""
    route: Route[Page[Any]] = Route(
        name="things.list",
        method="GET",
        path="/things",
        decode=PageOf(item),
        replay=Replay.SAFE,
        deadline_s=30,
        paging=paging,
    )
    return operation(route, query=query, metadata=metadata)
