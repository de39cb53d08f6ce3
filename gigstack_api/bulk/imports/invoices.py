"""Rows that are lines of income invoices, stamped once for each document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import anyio

from ..._core.http.messages import Response
from ..._core.schema.models import get_path
from ..._core.schema.types import is_mapping
from ...errors import (
    APIError,
    AuthenticationError,
    GigstackError,
    InvalidArgumentError,
)
from ...operations.income_invoices.create_income_invoice import ROUTE, build
from ...upsert import fields_to_create, search
from ..errors import RowError
from .documents import Document, key_text, merged
from .sending import check_names, delivered
from .tasks import Ended, Job, Task, done, failed, fields_of, unknown
from .terms import Terms

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...models import Invoice

REQUIRED = ("client", "items")
METADATA = "metadata."
FEW = 10
MOST_READ = 1000
"""Invoices that a lookup reads at most: more mean that the list is not filtered."""


class InvoiceJob(Job):
    """Income invoices. One with the key in its metadata is never stamped again."""

    def __init__(
        self, terms: Terms, *, on: str | None, client_on: str | None, document: str | None
    ) -> None:
        settings = {
            "resource": "invoices",
            "on": on,
            "document": document,
            "client_on": client_on,
        }
        super().__init__(terms, settings, settle_s=ROUTE.deadline_s, runs_once=on is None)
        self._on = on
        self._client_on = client_on
        self._document = document

    def task(self, document: Document, /) -> Task:
        """The task of a document."""
        key = None if self._on is None else document.key
        try:
            fields = self._fields(document)
        except InvalidArgumentError as error:
            return Task(document.number, key, problem=error)
        return Task(document.number, key, fields)

    def _fields(self, document: Document) -> dict[str, Any]:
        payloads = [fields_of(row, self._terms.columns) for row in document.lines]
        if self._terms.columns is None:
            payloads = [
                {name: value for name, value in payload.items() if name != self._document}
                for payload in payloads
            ]
        fields, differing = merged(payloads)
        if differing is not None:
            first, last = document.lines[0].line, document.lines[-1].line
            raise RowError(
                f"lines {first} to {last}: they are one document and differ in {differing}: give"
                " them the same value",
                row=document.number,
                line=first,
            )
        if self._on is not None:
            name = self._on.removeprefix(METADATA)
            fields["metadata"] = {**fields.get("metadata", {}), name: document.key}
        client = fields.get("client")
        if self._client_on is not None and is_mapping(client):
            fields["client"] = _to_find(client, self._client_on)
        return fields

    def _creation(self, task: Task) -> Operation[Invoice]:
        check_names(task.fields, ROUTE, REQUIRED)
        return build(team=self._terms.team, **task.fields)

    async def _carry_out(self, task: Task, creation: Operation[Invoice]) -> Ended:
        try:
            existing = await self._find(task.key)
        except AuthenticationError:
            raise
        except GigstackError as error:
            return failed(task, error)
        if existing is not None:
            return done(task, "found", existing)
        sent = await delivered(self._terms, task, creation)
        if isinstance(sent, Ended):
            return await self._after(task, sent)
        return done(task, "created", sent.value if isinstance(sent, Response) else sent)

    async def _after(self, task: Task, ended: Ended) -> Ended:
        """How a task ended, after a look for its invoice if it may have been stamped."""
        error = ended.error
        if error is None or ended.result.outcome != "unknown":
            return ended
        if isinstance(error, APIError):  # the API may still be at work; a lost answer had its wait
            await anyio.sleep(self.settle_s)
        try:
            found = await self._find(task.key)
        except GigstackError as failure:
            return unknown(task, error, f"the lookup failed: {failure}")
        return ended if found is None else done(task, "created", found)

    async def _find(self, key: str | None) -> Invoice | None:
        """The invoice that has a key in its metadata."""
        if self._on is None or key is None:
            return None
        name = self._on.removeprefix(METADATA)
        count = 0
        async for invoice in self._terms.gig.income_invoices.list(
            limit=FEW, metadata={name: key}, team=self._terms.team
        ):
            if (count := count + 1) > MOST_READ:
                raise GigstackError(f"the list of invoices is not filtered by {self._on}")
            whole = invoice
            if invoice.metadata is None:  # the list may hold a short form
                whole = await self._terms.gig.income_invoices.get(invoice, team=self._terms.team)
            shown = get_path(whole.metadata, name)
            if shown is not None and key_text(shown) == key:
                return whole
        return None


def _to_find(client: Mapping[str, Any], on: str) -> Mapping[str, Any]:
    """The client of a document as one to find, or to create. Without a search the API would create
    one for each document.
    """
    value = get_path(client, on)
    if "id" in client or "search" in client or not isinstance(value, str) or not value.strip():
        return client
    return {
        **fields_to_create(on, value, client, update=False),
        "search": search(on, value, update=False),
    }
