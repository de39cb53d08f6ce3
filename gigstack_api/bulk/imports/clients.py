"""Rows that are clients: found by a key or created."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..._core.http.messages import Response
from ..._core.schema.models import get_path
from ...errors import InvalidArgumentError
from ...resources.clients import upsert_operation
from ...upsert import upsert_result
from ..results import Outcome
from ..rows.row import Row
from .checking import findings_of, with_findings
from .sending import delivered
from .tasks import Ended, Pairs, Task, done, failed, fields_of, no_key
from .terms import Terms

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...fiscal.findings import Finding
    from ...models import Client

SETTLE_S = 1.0
"""The server's search may lag behind its writes by this much: that of `RetryPolicy`."""


class ClientJob:
    """Upserts of clients. A lost answer is found by the next upsert of the same key."""

    def __init__(self, terms: Terms, *, on: str, update: bool) -> None:
        self._terms = terms
        self._on = on
        self._update = update

    @property
    def settings(self) -> Mapping[str, object]:
        """The settings that the results depend on."""
        return {"resource": "clients", "on": self._on, "update": self._update}

    @property
    def runs_once(self) -> bool:
        """Whether there can be no second run."""
        return False

    @property
    def settle_s(self) -> float:
        """How long a write of an earlier run may not be found yet (seconds)."""
        return SETTLE_S if self._terms.settle_s is None else self._terms.settle_s

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

    async def prepare(self) -> None:
        """Reads nothing: the API finds the clients itself."""

    async def known(self, tasks: Iterable[Task]) -> Pairs:
        """Nothing: the API finds the clients itself."""
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
        found = await delivered(self._terms.gig, task, operation, settle_s=self._terms.settle_s)
        if isinstance(found, Ended):
            return found
        existing: Outcome = "updated" if self._update else "found"
        if not isinstance(found, Response):
            return with_findings(done(task, existing, found), findings)
        result = upsert_result(found)
        outcome = "created" if result.created else existing
        return with_findings(done(task, outcome, result.client), findings)

    def _checked(self, task: Task) -> tuple[Operation[Client], list[Finding]]:
        operation = upsert_operation(
            task.fields, on=self._on, value=None, update=self._update, team=self._terms.team
        )
        return operation, findings_of(operation, self._terms.checks)
