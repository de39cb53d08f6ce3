"""The resource `clients`, with upserts."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from .._core.limits import LOADING
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
    upsert_result,
)

if TYPE_CHECKING:
    from .._core.operations.operation import Operation
    from .._core.workers import RowResults
    from ..models import Client
    from ..operations.clients.create_client import Fields

Row = TypeVar("Row", bound=Mapping[str, Any])


class Clients(ClientsApi):
    """The calls of `gig.clients`."""

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
        """Finds the one client that matches, or creates a new one.

        Args:
            on: Name of the field to match: `tax_id`, `email`, `name`, or a nested one such as
                `metadata.external_id`.
            value: Value it must have; by default that of the field of that name. A new client gets
                it.
            update: Whether a match is updated with the fields; otherwise it is left unchanged.
            team: Id of the team to act for; by default that of the client or view.
            fields: Those of `create`, without `search`.

        Returns:
            The client, and whether it was created: True, False, or None where that cannot be
            determined, since an answer was lost and the call repeated.

        Raises:
            InvalidArgumentError: there is no value to match, or clients have no such field; nothing
                was sent.
            MultipleMatchesError: several clients match (`.ids`); nothing was changed.
            APIError: the API refused the request.
            OutcomeUnknownError: all answers were lost; repeat the upsert to find out.
            DeliveryError: no usable answer arrived; nothing was done.

        Repetition: as the retry policy says. After a lost answer it waits at least
        `RetryPolicy.settle_s`, since the server's search may lag behind its writes.

        Example:
            done = await gig.clients.upsert(
                on="tax_id", tax_id="PEGJ800101AB6", email="juan.perez@ejemplo.com", update=True
            )
            print(done.client.id, done.created)

        Docs: https://docs.gigstack.io/create-client-20352661e0
        """
        return upsert_result(
            await self._caller.request(
                upsert_operation(fields, on=on, value=value, update=update, team=team)
            )
        )

    def upsert_many(
        self,
        rows: Iterable[Row] | AsyncIterable[Row],
        *,
        on: str,
        update: bool = False,
        concurrency: int = 8,
        team: str | None = None,
    ) -> RowResults[UpsertOutcome[Row]]:
        """Upserts many rows. An async iterator of one outcome per row, in the order they finish.

        An outcome holds the value or the error of its row; a bad row does not stop the others. Rows
        are read lazily, at most `concurrency` ahead. Rows with the same key are never in progress
        at the same time.

        A cancelled `anext` ends all work; further ones give the outcomes that are there, and then
        raise `GigstackError`.

        Args:
            rows: Mappings with the fields of `create`.
            on: Name of the field to match.
            update: Whether matches are updated.
            concurrency: How many rows are in progress at once.
            team: Id of the team to act for; by default that of the client or view.

        Raises:
            InvalidArgumentError: `concurrency` is not positive.

        Repetition: each row as in `upsert`.

        Example:
            rows = [
                {"tax_id": "PEGJ800101AB6", "email": "juan.perez@ejemplo.com"},
                {"tax_id": "RUAA850101AB2", "email": "ana.ruiz@ejemplo.com"},
            ]
            async for outcome in gig.clients.upsert_many(rows, on="tax_id", update=True):
                print(outcome.row["tax_id"], outcome.error or outcome.value)
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
                value = upsert_result(await self._caller.request(operation))
            except GigstackError as error:
                return UpsertOutcome(index=index, row=row, error=error)
            return UpsertOutcome(index=index, row=row, value=value)

        with LOADING:
            from .._core.workers import RowResults  # with anyio, which takes long to load

        return RowResults(rows, work, key_of=key_of, most=concurrency)


def upsert_operation(
    fields: Mapping[str, Any], *, on: str, value: str | None, update: bool, team: str | None
) -> Operation[Client]:
    """The operation of an upsert, not yet sent.

    Raises:
        InvalidArgumentError: there is no value to match, or a field cannot be sent.
    """
    with LOADING:
        from ..operations.clients.create_client import build

    check_key(on)
    check_fields(fields)
    match = key_value(on, value, fields)
    found = cast("Fields", fields_to_create(on, match, fields, update=update))
    return build(team=team, search=search(on, match, update=update), **found)
