"""The messages between the driver and the workers. No text shows their content."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from ..._core.schema.data import Data
from ..._core.sending.recipe import Recipe
from ..._core.sending.request import USER_AGENT
from ...client import Gigstack
from ..imports.tasks import Ended, Job, Pairs, Task

GIG = "gig"
ABSENT = "absent"


class Setup(Data, frozen=True):
    """The settings of a run, for a worker.

    Args:
        run: Name of the run.
        recipe: Makes the client. It holds the API key.
        job: The pickled job, without its client.
        version: The version of this package that the driver has.
    """

    run: str
    recipe: Recipe[Gigstack]
    job: bytes
    version: str = USER_AGENT

    in_repr = ("run",)


Content: TypeAlias = tuple[tuple[Task, ...], Pairs]
"""Tasks in their order, and the resources with their keys."""


def pack(content: Content) -> bytes:
    """Content as bytes.

    The scheduler reads what it passes on, and remembers a thousand messages of each worker. So it
    gets bytes, and few of them.
    """
    return zlib.compress(pickle.dumps(content, pickle.HIGHEST_PROTOCOL), level=1)


class Batch(Data, frozen=True):
    """Tasks for a worker.

    Args:
        setup: That of the run.
        lane: Number of the lane. A lane has one batch under way at a time.
        number: Number of the batch in its lane.
        concurrency: How many of its tasks may be in flight at once.
        packed: Its content.
    """

    setup: Setup
    lane: int
    number: int
    concurrency: int
    packed: bytes

    in_repr = ("lane", "number")

    @property
    def key(self) -> str:
        """Its name at the scheduler. Logs and the dashboard show it: it tells nothing of tasks."""
        return f"{self.setup.run}-{self.lane}-{self.number}"

    def unpack(self) -> Content:
        """The content of `packed`."""
        content = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - written by the driver
        return cast("Content", content)


class Answer(Data, frozen=True):
    """The results of a batch.

    Args:
        ended: How tasks ended, by their place in the batch. The others were not begun, unless by a
            worker that was lost: what it did can be found by now.
        reason: What makes all further tasks fail as well.
        known: Resources that have the keys of tasks, if a lost worker may have created some.
        token: That of the worker which did the batch.
    """

    ended: Mapping[int, Ended]
    reason: Exception | None = None
    known: Pairs = ()
    token: str = ""

    in_repr = ()


class _Freezer(pickle.Pickler):
    """Leaves out what belongs to the driver: the client, the journal, and its callables."""

    def __init__(self, file: io.BytesIO, gig: Gigstack, absent: tuple[object, ...]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._gig = gig
        self._absent = [one for one in absent if one is not None]

    def persistent_id(self, obj: object) -> str | None:
        if obj is self._gig:
            return GIG
        return ABSENT if any(obj is one for one in self._absent) else None


class _Thawer(pickle.Unpickler):
    """Puts the client of the worker in."""

    def __init__(self, file: io.BytesIO, gig: Gigstack) -> None:
        super().__init__(file)
        self._gig = gig

    def persistent_load(self, pid: Any) -> Gigstack | None:
        return self._gig if pid == GIG else None


def freeze(job: Job, gig: Gigstack, absent: tuple[object, ...]) -> bytes:
    """A job as bytes, without its client and without the objects in `absent`."""
    file = io.BytesIO()
    _Freezer(file, gig, absent).dump(job)
    return file.getvalue()


def thaw(frozen: bytes, gig: Gigstack) -> Job:
    """The job of `freeze`, with another client."""
    # The driver wrote it. Dask itself pickles everything between the driver and the workers.
    return cast("Job", _Thawer(io.BytesIO(frozen), gig).load())
