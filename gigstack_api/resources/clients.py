"""The clients, with upserts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from .._core.concurrency import run_rows
from .._generated.api.clients import ClientsApi
from ..errors import GigstackError, InvalidArgumentError
from ..upsert import (
    Upserted,
    UpsertOutcome,
    check_fields,
    check_key,
    fields_to_create,
    key_value,
    search,
    upserted,
)

if TYPE_CHECKING:
    from .._core.operations.operation import Operation
    from ..models import Client
    from ..operations.clients.create_client import Fields

Row = TypeVar("Row", bound=Mapping[str, Any])


class Clients(ClientsApi):
    """Calls of `gig.clients`."""

    __slots__ = ()

    async def upsert(
        self,
        *,
        on: str,
        value: str | None = None,
        update: bool = False,
        team: str | None = None,
        **fields: Unpack[Fields],
    ) -> Upserted:
        """The one client that matches, or a new one.

        Args:
            on: Name of the field to match: `tax_id`, `email`, `name`, or a nested one such as
                `metadata.external_id`.
            value: Value it must have; by default that of the field of that name. A new client gets
                it.
            update: Whether a match is updated with the fields; else it is left as it is.
            team: Id of the team to act for.
            fields: Those of `create`, without `search`.

        Raises:
            InvalidArgumentError: there is no value to match, or no client has such a field; nothing
                was sent.
            MultipleMatchesError: several clients match (`.ids`); nothing was changed.
            APIError: the API answered, and said no.
            OutcomeUnknownError: all answers were lost; the same upsert again finds out.
            DeliveryError: no usable answer arrived; nothing was done.

        Repetition: as the retry policy says; after a lost answer not before `RetryPolicy.settle_s`,
            since the server's search
        may lag behind its writes.

        Docs: https://docs.gigstack.io/create-client-20352661e0
        """
        return upserted(
            await self._caller.request(
                upsert_operation(fields, on=on, value=value, update=update, team=team)
            )
        )

    async def upsert_many(
        self,
        rows: Iterable[Row] | AsyncIterable[Row],
        *,
        on: str,
        update: bool = False,
        concurrency: int = 8,
        team: str | None = None,
    ) -> AsyncGenerator[UpsertOutcome[Row], None]:
        """One outcome a row, as they finish: its value or its error, with the row and its index.
        One bad row stops nothing.

        Rows are taken lazily, at most `concurrency` at a time; rows with the same key are done one
        after the other.

        Args:
            rows: Mappings with the fields of `create`.
            on: Name of the field to match.
            update: Whether matches are updated.
            concurrency: How many rows are worked on at once.
            team: Id of the team to act for.

        Raises:
            InvalidArgumentError: `concurrency` is not positive.

        Repetition: each row as in `upsert`.
        """
        if concurrency < 1:
            raise InvalidArgumentError(f"concurrency must be at least 1, not {concurrency}")

        def key_of(row: Row) -> str | None:
            try:
                return key_value(on, None, row)
            except InvalidArgumentError:
                return None

        async def work(index: int, row: Row) -> UpsertOutcome[Row]:
            try:
                operation = upsert_operation(row, on=on, value=None, update=update, team=team)
                value = upserted(await self._caller.request(operation))
            except GigstackError as error:
                return UpsertOutcome(index=index, row=row, error=error)
            return UpsertOutcome(index=index, row=row, value=value)

        async with aclosing(run_rows(rows, work, key_of=key_of, most=concurrency)) as outcomes:
            async for outcome in outcomes:
                yield outcome


def upsert_operation(
    fields: Mapping[str, Any], *, on: str, value: str | None, update: bool, team: str | None
) -> Operation[Client]:
    """The call of an upsert, not sent.

    Raises:
        InvalidArgumentError: there is no value to match, or a field cannot be sent.
    """
    from ..operations.clients.create_client import build

    check_key(on)
    check_fields(fields)
    match = key_value(on, value, fields)
    found = cast("Fields", fields_to_create(on, match, fields, update=update))
    try:
        return build(team=team, search=search(on, match, update=update), **found)
    except RecursionError as error:
        raise InvalidArgumentError("a value is nested too deeply, or holds itself") from error
