"""What is refused before workers start, and what no text shows."""

from __future__ import annotations

import pickle
from typing import Any

import anyio
import pytest

from gigstack_api import ConfigurationError, Gigstack, GigstackError, InvalidArgumentError
from gigstack_api.bulk import Workers, import_invoices, open_workers
from gigstack_api.bulk.cluster.batch import Answer, Batch, Setup, pack
from gigstack_api.bulk.imports.tasks import Task

pytestmark = pytest.mark.anyio

KEY = "sk_test_very_secret"


class Gone:
    """A Dask client whose scheduler is gone."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def submit(self, *_: object, **__: object) -> Gone:
        return self

    async def result(self) -> None:
        raise self._error

    async def set_metadata(self, *_: object) -> None:
        raise self._error

    async def get_metadata(self, *_: object, **__: object) -> None:
        raise self._error

    def unsubscribe_topic(self, _: str) -> None:
        raise ValueError

    def release(self) -> None:
        pass


class Empty:
    """A Dask client of a cluster without workers, or of one whose scheduler is silent."""

    def __init__(self, *, is_silent: bool) -> None:
        self._is_silent = is_silent

    def submit(self, *_: object, **__: object) -> Empty:
        return self

    async def result(self) -> None:
        await anyio.sleep_forever()

    async def nthreads(self) -> dict[str, int]:
        if self._is_silent:
            raise TimeoutError
        return {}

    def release(self) -> None:
        pass


def gig(**options: Any) -> Gigstack:
    return Gigstack(KEY, base_url="http://127.0.0.1:9/v2", **options)


@pytest.mark.parametrize("anyio_backend", ["trio"])
async def test_workers_need_asyncio() -> None:
    with pytest.raises(ConfigurationError, match="does not run on trio"):
        async with open_workers(2):
            pass


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_scheduler_that_does_not_answer_is_named() -> None:
    with pytest.raises(GigstackError, match="no scheduler answers at tcp"):
        async with open_workers(scheduler="tcp://127.0.0.1:1", ready_s=0.2):
            pass


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("error", [ValueError("a bug"), OSError("closed")])
async def test_a_lost_batch_is_an_error_that_says_how_to_go_on(error: Exception) -> None:
    workers = Workers(Gone(error))  # type: ignore[arg-type]  # the part that is used
    with pytest.raises(GigstackError, match="started again with its journal"):
        await workers.submit(open_workers, None, key="k")  # type: ignore[arg-type]  # not called


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("is_silent", [False, True], ids=["without workers", "silent"])
async def test_a_cluster_without_workers_is_given_up(*, is_silent: bool) -> None:
    workers = Workers(Empty(is_silent=is_silent), look_s=0.001, gone_s=0.01)  # type: ignore[arg-type]  # the part that is used
    with pytest.raises(GigstackError, match="has had no worker for 0 s: start some; the run goes"):
        await workers.submit(open_workers, None, key="k")  # type: ignore[arg-type]  # not called


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_scheduler_that_is_gone_cannot_be_told() -> None:
    workers = Workers(Gone(OSError("closed")))  # type: ignore[arg-type]  # the part that is used
    with pytest.raises(GigstackError, match="the scheduler does not answer; the run goes on"):
        await workers.note("run", values={"is open": 1.0})
    with pytest.raises(GigstackError, match="the scheduler does not answer; the run goes on"):
        await workers.noted("run")
    await workers.forget("topic", "run")


async def test_what_workers_cannot_share_is_refused() -> None:
    workers = Workers(Gone(OSError()))  # type: ignore[arg-type]  # the part that is used
    with pytest.raises(InvalidArgumentError, match="documents without a key"):
        import_invoices(gig(), [], on=None, journal="j", workers=workers)


async def test_a_client_is_made_anew_from_its_recipe() -> None:
    first = gig(team="team_1", timeout_s=5, checks="warn", decimals=True)
    made = pickle.loads(pickle.dumps(first.recipe())).make()
    assert (made.base_url, made.team) == (first.base_url, "team_1")
    assert made.recipe() == first.recipe()
    with pytest.raises(InvalidArgumentError, match="a client with on_drift cannot"):
        gig(on_drift=print).recipe()


async def test_no_text_shows_the_key_or_a_row() -> None:
    setup = Setup("run", gig().recipe(), b"job")
    batch = Batch(setup, 1, 2, 3, pack(((Task(1, "PEGJ800101AB6"),), ())))
    for value in (setup, setup.recipe, batch, Answer({})):
        for text in (repr(value), str(value), f"{value}"):
            assert KEY not in text
            assert "PEGJ" not in text


async def test_the_scheduler_gets_few_bytes_of_a_batch_and_no_rows() -> None:
    tasks = tuple(
        Task(row, f"BEN{row:09}", {"tax_id": f"BEN{row:09}", "name": f"Cliente {row}"})
        for row in range(1_000)
    )
    known = [("BEN000000001", "client_1")]
    batch = Batch(Setup("run", gig().recipe(), b"job"), 1, 2, 3, pack((tasks, known)))
    assert len(pickle.dumps(batch)) < 25 * len(tasks)
    assert batch.unpack() == (tasks, known)
    assert isinstance(pickle.loads(pickle.dumps(batch)).packed, bytes)


async def test_a_client_can_be_held_back_and_tells_of_rate_limits() -> None:
    client = gig()
    client.hold_back(0.5)
    assert 0 < client.waiting_s <= 0.5
