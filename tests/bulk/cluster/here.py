"""Workers in this process, without Dask: their batches are carried out one after the other."""

from __future__ import annotations

import pickle
from collections.abc import Awaitable, Callable, Collection, Mapping
from copy import deepcopy
from typing import Any, cast

from gigstack_api.bulk import Workers
from gigstack_api.bulk.cluster.batch import Batch
from gigstack_api.bulk.cluster.desk import Desk, carry_out
from gigstack_api.bulk.cluster.protocols import DaskClient, DaskWorker
from gigstack_api.bulk.cluster.work import LONGEST_S

LEASE_S = 0.5


class Here(Workers):
    """The workers and the scheduler. Each batch has a worker of its own, which begins no further
    task after `longest_s`.
    """

    def __init__(self, *, longest_s: float = LONGEST_S) -> None:
        super().__init__(cast("DaskClient", None))
        self.notes: dict[str, Any] = {}
        self.batches = 0
        self.before: Callable[[Batch], Awaitable[None]] = _go_on
        self.address = "here"
        self.scheduler = self
        self._longest_s = longest_s
        self._doing = ""

    async def submit(self, work: object, batch: object, *, key: str) -> object:
        assert work is carry_out
        sent: Batch = pickle.loads(pickle.dumps(batch))
        self.batches += 1
        self._doing = key
        await self.before(sent)
        worker = cast("DaskWorker", self)
        desk = Desk(sent.setup, worker, lease_s=LEASE_S, longest_s=self._longest_s)
        try:
            return pickle.loads(pickle.dumps(await desk.carry_out(sent)))
        finally:
            await desk.close()

    async def note(self, *place: str, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            await self.set_metadata(keys=[*place, name], value=value)

    async def noted(self, *place: str) -> object:
        return await self.get_metadata(keys=[*place], default=None)

    async def tell(self, *_: object, **__: object) -> None:
        """Nothing: the batch under way goes on."""

    def listen(self, topic: str, handler: object) -> None:
        """Nothing: no call is refused for its rate."""

    async def forget(self, topic: str, run: str) -> None:
        self.notes.pop(run, None)

    async def set_metadata(self, *, keys: list[str], value: object) -> None:
        found = self.notes
        for key in keys[:-1]:
            found = found.setdefault(key, {})
        found[keys[-1]] = value

    async def get_metadata(self, *, keys: list[str], default: object) -> object:
        found: object = self.notes
        for key in keys:
            found = cast("dict[str, object]", found).get(key, default)
        return deepcopy(found)

    async def processing(self, *, workers: list[str]) -> Mapping[str, Collection[str]]:
        return {workers[0]: [self._doing]}

    def log_event(self, topic: str, msg: float) -> None:
        raise AssertionError(topic, msg)


async def _go_on(_: Batch) -> None:
    """Does nothing before a batch."""
