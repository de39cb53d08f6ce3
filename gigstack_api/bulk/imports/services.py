"""Rows that are services: found by a key in the list of all, or created."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

import anyio.to_thread

from ..._core.http.messages import Response
from ..._core.schema.models import get_path
from ...errors import InvalidArgumentError
from ...operations.services.create_service import ROUTE, build
from ...operations.services.update_service import build as build_update
from ..columns.mapping import REQUIRED
from ..results import Outcome, RowResult
from ..rows.row import Row
from .documents import key_text
from .sending import check_names, delivered
from .tasks import Ended, Job, Pairs, Task, done, fields_of, id_of, no_key
from .terms import Terms

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...models import Service

PER_PAGE = 100


class ServiceJob(Job):
    """Services. The API has no upsert for them: their list is read once, before the first row."""

    def __init__(self, terms: Terms, *, on: str, update: bool) -> None:
        settings = {"resource": "services", "on": on, "update": update}
        super().__init__(terms, settings, settle_s=ROUTE.deadline_s)
        self._on = on
        self._update = update
        self._index = ServiceIndex()

    def task(self, row: Row, /) -> Task:
        """The task of a row."""
        try:
            fields = fields_of(row, self._terms.columns)
        except InvalidArgumentError as error:
            return Task(row.number, problem=error)
        key = get_path(fields, self._on)
        if key is None or not (text := key_text(key)):
            return Task(row.number, problem=no_key(row, self._on, self._terms.columns))
        return Task(row.number, text, fields)

    async def prepare(self) -> None:
        """Reads the services that exist."""
        async for page in self._terms.gig.services.list(
            limit=PER_PAGE, team=self._terms.team
        ).pages():
            pairs = [(get_path(service, self._on), id_of(service)) for service in page]
            known = [(key_text(key), found) for key, found in pairs if key is not None and found]
            await self.learn(known)

    async def known(self, tasks: Iterable[Task]) -> Pairs:
        """The services that have the keys of some tasks."""
        keys = {task.key for task in tasks if task.key is not None}
        return await anyio.to_thread.run_sync(
            lambda: [(key, found) for key in keys for found in self._index.find(key)]
        )

    async def learn(self, pairs: Pairs) -> None:
        """Adds services to those that exist."""
        if pairs:
            await anyio.to_thread.run_sync(self._index.add, pairs)

    async def close(self) -> None:
        """Closes the index."""
        self._index.close()

    def _creation(self, task: Task) -> Operation[Service]:
        check_names(task.fields, ROUTE, REQUIRED["services"])
        return build(team=self._terms.team, **task.fields)

    async def _carry_out(self, task: Task, creation: Operation[Service]) -> Ended:
        ids = await anyio.to_thread.run_sync(self._index.find, task.key)
        if ids:
            return await self._use(ids, task)
        ended = await self._sent(task, creation, "created")
        if ended.result.id and task.key:
            await self.learn([(task.key, ended.result.id)])
        return ended

    async def _use(self, ids: list[str], task: Task) -> Ended:
        """The result of a task whose service exists."""
        update = build_update(ids[0], team=self._terms.team, **task.fields)
        if len(ids) > 1:
            return _ambiguous(task, self._on, ids)
        if not self._update:
            return Ended(RowResult(task.row, task.key, "found", ids[0]))
        return await self._sent(task, update, "updated")

    async def _sent(self, task: Task, operation: Operation[Service], outcome: Outcome) -> Ended:
        sent = await delivered(self._terms, task, operation)
        if isinstance(sent, Ended):
            return sent
        return done(task, outcome, sent.value if isinstance(sent, Response) else sent)


class ServiceIndex:
    """The ids of services by key, in a temporary file: there may be more than memory holds.

    In another process it begins empty.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA cache_size = -4000")
        self._database.execute(
            "CREATE TABLE services (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID"
        )

    def __reduce__(self) -> tuple[type[ServiceIndex], tuple[()]]:
        return ServiceIndex, ()

    def add(self, pairs: Pairs) -> None:
        """Adds keys and ids."""
        with self._lock:
            self._database.executemany("INSERT OR IGNORE INTO services VALUES (?, ?)", pairs)

    def find(self, key: str | None) -> list[str]:
        """The ids of a key."""
        with self._lock:
            found = self._database.execute("SELECT id FROM services WHERE key = ?", (key,))
            return [service_id for (service_id,) in found]

    def close(self) -> None:
        """Removes the index."""
        self._database.close()

    def __del__(self) -> None:
        self._database.close()


def _ambiguous(task: Task, on: str, ids: list[str]) -> Ended:
    text = f"{len(ids)} services have this {on} ({', '.join(ids[:3])}): delete all but one"
    return Ended(RowResult(task.row, task.key, "failed", error=text, code="multiple_matches"))
