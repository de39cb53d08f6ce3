"""Rows that are lines of income invoices, stamped once for each document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from .checking import findings_of, with_findings
from .documents import Document, key_text, merged
from .sending import check_names, delivered
from .tasks import Ended, Pairs, Task, done, failed, fields_of, unknown
from .terms import Terms

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...fiscal.findings import Finding
    from ...models import Invoice

REQUIRED = ("client", "items")
METADATA = "metadata."
FEW = 10
MOST_READ = 1000
"""Invoices that a lookup reads at most: more mean that the list is not filtered."""


class InvoiceJob:
    """Income invoices. One with the key in its metadata is never stamped again."""

    def __init__(
        self, terms: Terms, *, on: str | None, client_on: str | None, document: str | None
    ) -> None:
        self._terms = terms
        self._on = on
        self._client_on = client_on
        self._document = document

    @property
    def settings(self) -> Mapping[str, object]:
        """The settings that the results depend on."""
        return {
            "resource": "invoices",
            "on": self._on,
            "document": self._document,
            "client_on": self._client_on,
        }

    @property
    def runs_once(self) -> bool:
        """Whether there can be no second run."""
        return self._on is None

    @property
    def settle_s(self) -> float:
        """How long a stamp of an earlier run may still be under way (seconds)."""
        return ROUTE.deadline_s if self._terms.settle_s is None else self._terms.settle_s

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

    async def prepare(self) -> None:
        """Reads nothing: each document is looked up before it is stamped."""

    async def known(self, tasks: Iterable[Task]) -> Pairs:
        """Nothing: each document is looked up before it is stamped."""
        return ()

    async def learn(self, pairs: Pairs) -> None:
        """Keeps nothing."""

    async def close(self) -> None:
        """Nothing is held."""

    async def check(self, task: Task) -> Ended:
        """The result of a task without sending anything."""
        try:
            _, findings = self._checked(task)
        except InvalidArgumentError as error:
            return failed(task, error)
        return with_findings(done(task, "skipped", None), findings)

    async def do(self, task: Task) -> Ended:
        """The result of a task.

        Raises:
            AuthenticationError: the key is refused.
        """
        try:
            operation, findings = self._checked(task)
        except InvalidArgumentError as error:
            return failed(task, error)
        try:
            existing = await self._find(task.key)
        except AuthenticationError:
            raise
        except GigstackError as error:
            return failed(task, error)
        if existing is not None:
            return with_findings(done(task, "found", existing), findings)
        sent = await delivered(self._terms.gig, task, operation, settle_s=self._terms.settle_s)
        if isinstance(sent, Ended):
            ended = await self._after(task, sent)
        else:
            ended = done(task, "created", sent.value if isinstance(sent, Response) else sent)
        return with_findings(ended, findings)

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

    def _checked(self, task: Task) -> tuple[Operation[Invoice], list[Finding]]:
        check_names(task.fields, ROUTE, REQUIRED)
        operation = build(team=self._terms.team, **task.fields)
        return operation, findings_of(operation, self._terms.checks)


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
