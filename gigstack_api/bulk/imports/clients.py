"""Rows that are clients: found by a key or created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.http.messages import Response
from ..._core.schema.models import get_path
from ...errors import InvalidArgumentError
from ...resources.clients import upsert_operation
from ...upsert import upsert_result
from ..results import Outcome
from ..rows.row import Row
from .sending import delivered
from .tasks import Ended, Job, Task, done, fields_of, no_key
from .terms import Terms

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...models import Client

SETTLE_S = 1.0
"""The server's search may lag behind its writes by this much: that of `RetryPolicy`."""


class ClientJob(Job):
    """Upserts of clients. A lost answer is found by the next upsert of the same key."""

    def __init__(self, terms: Terms, *, on: str, update: bool) -> None:
        settings = {"resource": "clients", "on": on, "update": update}
        super().__init__(terms, settings, settle_s=SETTLE_S)
        self._on = on
        self._update = update

    def task(self, row: Row, /) -> Task:
        """The task of a row."""
        try:
            fields = fields_of(row, self._terms.columns)
        except InvalidArgumentError as error:
            return Task(row.number, problem=error)
        key = get_path(fields, self._on)
        if key is None and self._terms.columns is not None:
            return Task(row.number, problem=no_key(row, self._on, self._terms.columns))
        return Task(row.number, key if isinstance(key, str) else None, fields)

    def _creation(self, task: Task) -> Operation[Client]:
        return upsert_operation(
            task.fields, on=self._on, value=None, update=self._update, team=self._terms.team
        )

    async def _carry_out(self, task: Task, creation: Operation[Client]) -> Ended:
        found = await delivered(self._terms, task, creation)
        if isinstance(found, Ended):
            return found
        existing: Outcome = "updated" if self._update else "found"
        if not isinstance(found, Response):
            return done(task, existing, found)
        result = upsert_result(found)
        return done(task, "created" if result.created else existing, result.client)
