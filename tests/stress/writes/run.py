"""Promise 1: under any mix of faults, a write takes effect once or ends in a clear error, and what
the caller is told is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import (
    AsyncGenerator,
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
from attrs import frozen

from gigstack_api import Gigstack
from gigstack_api._core.operation import Replay
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.storage import save

from ..harness.fault_plans import Plans
from ..harness.observed_state import Kept
from ..harness.result import Count, Result
from ..harness.sandbox_process import Server
from .oracle import LOOKED_UP_WRONGLY, VALUE, Ended, broken_by
from .perform import AT_ONCE, made, watched
from .plan import Write, writes
from .targets import prepare

WRITES = 100_000
CLIENTS = 4
CALLS_EACH = 4
"""Clients, and calls at once over each: the pool of httpx gets slower with every connection."""

RESTARTS = (1 / 3, 2 / 3)
"""When the server is restarted: after these parts of the writes."""

LEAST_ANSWERED = 0.75
"""Of the writes that may be repeated, this part at least must end in a value: who gives up at once
breaks no other promise.
"""

LOOKED_UP = 1 / 100
"""So many more writes go to a sandbox of their own, so small that lists can be read for every
unknown outcome.
"""

MOST_EXAMPLES = 5


@frozen
class Finished:
    """Writes that were made, what became of each, and what the sandbox kept of them."""

    writes: Sequence[Write]
    ended: Sequence[Ended | None]
    kept: Kept

    def each(self) -> Iterator[tuple[Write, Ended, int]]:
        """Each write, what became of it, and how often it took effect."""
        for write, ended in zip(self.writes, self.ended, strict=True):
            assert ended is not None, "each write has ended"
            yield write, ended, write.kind.effects(self.kept, write.marker)


def run(seed: int, scale: float) -> Result:
    """What became of the writes."""
    return anyio.run(_run, seed, int(WRITES * scale))


async def _run(seed: int, count: int) -> Result:
    plans = Plans()
    most = await _finished(writes(seed, count), plans, restarts=RESTARTS, is_looked_up=is_cheap)
    few = await _finished(
        writes(seed + 1, max(20, int(count * LOOKED_UP))),
        plans,
        restarts=(),
        is_looked_up=lambda _: True,
    )
    return judged([most, few], plans, restarts=len(RESTARTS))


def is_cheap(write: Write) -> bool:
    """Whether one read by its id is enough to look the write up."""
    return bool(write.kind.upon) and write.kind.replay is not Replay.NATURAL


async def _finished(
    source: Iterable[Write],
    plans: Plans,
    *,
    restarts: Collection[float],
    is_looked_up: Callable[[Write], bool],
) -> Finished:
    """The writes, made against a sandbox process that is restarted after these parts of them."""
    planned = list(source)
    ended: list[Ended | None] = [None] * len(planned)
    with TemporaryDirectory() as folder:
        file = Path(folder, "state.json")
        sandbox = Sandbox()
        await prepare(sandbox, planned)
        save(sandbox.state, file)
        del sandbox
        async with Server(file) as server, AsyncExitStack() as stack:
            gigs = [
                await stack.enter_async_context(client(server.base_url, server.key, plans))
                for _ in range(CLIENTS)
            ]
            async with anyio.create_task_group() as group:
                moments = {
                    int(part * len(planned)): lambda: group.start_soon(server.restart)
                    for part in restarts
                }
                todo = _with(moments, planned)
                await made(
                    gigs, todo, server, each=CALLS_EACH, ended=ended, is_looked_up=is_looked_up
                )
        return Finished(planned, ended, Kept.in_file(file))


@asynccontextmanager
async def client(base_url: str, key: str, plans: Plans) -> AsyncGenerator[Gigstack, None]:
    """A client whose requests meet the planned faults."""
    port = int(base_url.rpartition(":")[2].partition("/")[0])
    async with watched(plans, most=CALLS_EACH, port=port) as http:
        yield Gigstack(
            key, base_url=base_url, http_client=http, retries=AT_ONCE, max_in_flight=CALLS_EACH
        )


def _with(moments: Mapping[int, Callable[[], object]], source: Iterable[Write]) -> Iterator[Write]:
    """The writes; when one of these indexes comes, something happens first."""
    for write in source:
        if write.index in moments:
            moments[write.index]()
        yield write


def judged(parts: Iterable[Finished], plans: Plans, *, restarts: int) -> Result:
    """The figures of the writes, and which promises they broke."""
    broken, examples = Counter[str](), list[str]()
    told, effects, looked_up = Counter[tuple[Replay, str]](), Counter[Replay](), Counter[str]()
    calm = Counter[tuple[Replay, bool]]()
    for write, ended, found in (each for part in parts for each in part.each()):
        told[ended.replay, ended.told] += 1
        effects[ended.replay] += found
        calm[ended.replay, ended.told == VALUE] += not ended.disturbed
        if ended.looked_up:
            looked_up[{True: "done", False: "not done", None: "nobody can know"}[ended.done]] += 1
        for reason in broken_by(ended, found):
            broken[reason] += 1
            examples.append(
                f"{reason}: {write.marker} {write.kind.name}, {found} effect(s), {ended}"
            )
    counts: dict[str, Count] = {
        "writes, each faulted": told.total(),
        "requests": plans.requests,
        **{f"faults: {name}": count for name, count in sorted(plans.befell.items())},
        "server restarts": restarts,
        **{
            f"{replay.value}: ended in {word}": told[replay, word]
            for replay, word in sorted(told, key=_order)
        },
        **{
            f"{replay.value}: effects found": effects[replay]
            for replay in sorted(effects, key=lambda each: each.value)
        },
        "lost": broken["lost"],
        "doubled": broken["doubled"],
        "once, sent again": broken["sent again, though it may have been done"],
        "wrong words": sum(
            count for reason, count in broken.items() if reason.startswith("a wrong word")
        ),
        **{f"unknown, looked up: {answer}": count for answer, count in sorted(looked_up.items())},
        "unknown, looked up wrongly": broken[LOOKED_UP_WRONGLY],
    }
    reasons = (
        [f"{count} x {reason}" for reason, count in broken.items()]
        + examples[:MOST_EXAMPLES]
        + list(_given_up(calm))
    )
    return Result(promise="Writes", counts=counts, broken=tuple(reasons))


def _order(of: tuple[Replay, str]) -> tuple[str, bool, str]:
    """Values before errors."""
    replay, word = of
    return replay.value, word != VALUE, word


def _given_up(calm: Counter[tuple[Replay, bool]]) -> Iterator[str]:
    """The classes of which too few writes ended in a value while the server was there."""
    for replay in (Replay.KEYED, Replay.NATURAL, Replay.IDEMPOTENT):
        values, all_of_it = calm[replay, True], calm[replay, True] + calm[replay, False]
        if values < LEAST_ANSWERED * all_of_it:
            yield f"only {values} of {all_of_it} {replay.value} writes ended in a value"
