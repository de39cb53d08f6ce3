"""`gig.clients.upsert_many`: one outcome per row; a bad row stops nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import (
    Gigstack,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RetryPolicy,
    UpsertOutcome,
)
from tests.support.counting import AtOnce
from tests.support.scripted_api import LOST, Api, answer, client, refusal

pytestmark = pytest.mark.anyio


async def echo(request: httpx.Request) -> httpx.Response:
    """Creates every client it is asked for."""
    for _ in range(3):
        await checkpoint()
    fields = json.loads(request.content)
    return answer({"id": fields["tax_id"], **fields}, status=201)


def rows(count: int) -> list[dict[str, Any]]:
    return [{"tax_id": f"RFC{index}", "name": "Juan"} for index in range(count)]


@pytest.mark.parametrize("concurrency", [1, 3, 8])
async def test_each_row_gives_one_outcome_with_its_row_and_index(concurrency: int) -> None:
    given = rows(10)
    outcomes = [
        outcome
        async for outcome in client(echo).clients.upsert_many(
            given, on="tax_id", concurrency=concurrency
        )
    ]
    assert sorted(outcome.index for outcome in outcomes) == list(range(10))
    for outcome in outcomes:
        assert outcome.row is given[outcome.index]
        assert outcome.value is not None
        assert (outcome.value.created, outcome.value.client.id, outcome.error) == (
            True,
            outcome.row["tax_id"],
            None,
        )


async def test_rows_from_an_async_source_are_taken_lazily() -> None:
    taken = 0

    async def source() -> AsyncGenerator[dict[str, Any], None]:
        nonlocal taken
        for row in rows(100):
            taken += 1
            yield row

    given = 0
    async for _ in client(echo).clients.upsert_many(source(), on="tax_id", concurrency=2):
        given += 1
        assert taken <= given + 2
    assert given == 100


async def test_rows_with_the_same_key_are_never_in_flight_together() -> None:
    running: list[str] = []
    order: list[str] = []

    async def api(request: httpx.Request) -> httpx.Response:
        fields = json.loads(request.content)
        assert fields["tax_id"] not in running
        running.append(fields["tax_id"])
        for _ in range(5):
            await checkpoint()
        running.remove(fields["tax_id"])
        order.append(fields["name"])
        return answer(fields)

    given = [
        {"tax_id": "A", "name": "1"},
        {"tax_id": "B", "name": "x"},
        {"tax_id": "A", "name": "2"},
        {"tax_id": "A", "name": "3"},
    ]
    outcomes = [outcome async for outcome in client(api).clients.upsert_many(given, on="tax_id")]
    assert len(outcomes) == 4
    assert [name for name in order if name != "x"] == ["1", "2", "3"]


@pytest.mark.parametrize(("options", "most"), [({}, 8), ({"concurrency": 4}, 4)])
async def test_rows_in_flight_never_exceed_concurrency(options: Any, most: int) -> None:
    at_once = AtOnce()

    async def api(request: httpx.Request) -> httpx.Response:
        with at_once.counted():
            for _ in range(20):
                await checkpoint()
        return answer({"id": "x"})

    async for _ in client(api).clients.upsert_many(rows(30), on="tax_id", **options):
        pass
    assert at_once.peak == most


async def test_refused_rows_do_not_stop_the_others() -> None:
    async def api(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content)["tax_id"] == "BAD":
            return refusal(400, code="validation_failed")
        return await echo(request)

    given: list[dict[str, Any]] = [
        {"tax_id": "BAD"},
        {},
        {"tax_id": "OK", "bcc": "no list"},
        {"tax_id": "OK", "search": {}},
        {"tax_id": "OK"},
    ]
    outcomes = [outcome async for outcome in client(api).clients.upsert_many(given, on="tax_id")]
    by_index = {outcome.index: outcome for outcome in outcomes}
    assert [index for index in range(5) if by_index[index].error is None] == [4]
    assert all(isinstance(by_index[index].error, GigstackError) for index in range(4))


@pytest.mark.parametrize(
    "row",
    [{"tax_id": "A", "nombre": "x"}, {"tax_id": "A", "team": "team_1"}, {"tax_id": "A", "on": "x"}],
)
async def test_a_row_with_an_unknown_field_stops_nothing(row: dict[str, Any]) -> None:
    outcomes = [
        outcome
        async for outcome in client(echo).clients.upsert_many([row, {"tax_id": "OK"}], on="tax_id")
    ]
    assert len(outcomes) == 2


async def test_a_result_is_the_value_or_raises_the_error() -> None:
    given: list[dict[str, Any]] = [{"tax_id": "A"}, {}]
    outcomes = [row async for row in client(echo).clients.upsert_many(given, on="tax_id")]
    done, failed = sorted(outcomes, key=lambda outcome: outcome.index)
    assert done.result() is done.value
    assert done.result().created is True
    with pytest.raises(InvalidArgumentError, match="needs a value") as caught:
        failed.result()
    assert caught.value is failed.error


async def test_an_error_of_the_source_is_raised_unchanged() -> None:
    def source() -> Iterator[dict[str, Any]]:
        yield {"tax_id": "A"}
        raise LookupError("row 2 cannot be read")

    with pytest.raises(LookupError, match="row 2"):
        async for _ in client(echo).clients.upsert_many(source(), on="tax_id"):
            pass


async def test_closing_the_iterator_cancels_rows_in_flight() -> None:
    running = 0

    async def api(request: httpx.Request) -> httpx.Response:
        nonlocal running
        if json.loads(request.content)["tax_id"] == "RFC0":
            return await echo(request)
        running += 1
        try:
            await anyio.sleep_forever()
        finally:
            running -= 1
        raise AssertionError

    source = client(api).clients.upsert_many(rows(20), on="tax_id", concurrency=4)
    async with aclosing(source) as outcomes:
        async for outcome in outcomes:
            assert outcome.index == 0
            break

    del source, outcomes
    for _ in range(30):
        await checkpoint()
    assert running == 0


@pytest.mark.parametrize("concurrency", [0, -1])
async def test_concurrency_below_one_is_refused(concurrency: int) -> None:
    with pytest.raises(InvalidArgumentError, match="concurrency"):
        client(Api()).clients.upsert_many(rows(1), on="tax_id", concurrency=concurrency)


async def test_each_row_is_retried_by_the_policy_of_the_view() -> None:
    api = Api(LOST)
    gig = client(api).with_options(retries=RetryPolicy.none())
    outcomes: list[UpsertOutcome[Any]] = [
        outcome async for outcome in gig.clients.upsert_many(rows(1), on="tax_id")
    ]
    assert isinstance(outcomes[0].error, OutcomeUnknownError)


def nested(levels: int) -> list[Any]:
    """A list nested this many levels deep."""
    whole: list[Any] = []
    for _ in range(levels):
        whole = [whole]
    return whole


def cyclic() -> dict[str, Any]:
    """A mapping that holds itself."""
    whole: dict[str, Any] = {}
    whole["again"] = whole
    return whole


NOT_A_MAPPING = "the fields of a client must be a mapping, not "
UNKNOWN = "a client has no field 'nombre', None; pass undocumented fields in extra="
TOO_DEEP = "a value is nested too deeply, or contains itself"
BAD: dict[str, tuple[Any, str]] = {
    "more columns than the head of a CSV file has": (
        {None: ["x"], "nombre": "y", "tax_id": "A"},
        UNKNOWN,
    ),
    "nothing": (None, NOT_A_MAPPING + "NoneType"),
    "a number": (5, NOT_A_MAPPING + "int"),
    "a list": (["tax_id"], NOT_A_MAPPING + "list"),
    "a text": ("tax_id", NOT_A_MAPPING + "str"),
    "no value to match": (
        {},
        "upsert on 'tax_id' needs a value: pass the field of that name, or value=",
    ),
    "values nested too deeply": ({"tax_id": "A", "metadata": {"a": nested(100_000)}}, TOO_DEEP),
    "a value that holds itself": ({"tax_id": "A", "metadata": cyclic()}, TOO_DEEP),
    "a number too long to be written": (
        {"tax_id": "A", "metadata": {"a": 10**5000}},
        "cannot be written as JSON",
    ),
    "an extra that is not a mapping": (
        {"tax_id": "A", "extra": 5},
        "extra must be a mapping, not int",
    ),
    "an extra_query that is not a mapping": (
        {"tax_id": "A", "extra_query": "a"},
        "extra_query must be a mapping, not str",
    ),
}


def gig() -> Gigstack:
    return client(Api(answer({"id": "c"}, status=201)))


@pytest.mark.parametrize(("row", "message"), BAD.values(), ids=BAD.keys())
async def test_a_bad_row_is_reported_and_stops_nothing(row: Any, message: str) -> None:
    outcomes: dict[int, UpsertOutcome[Any]] = {
        outcome.index: outcome
        async for outcome in gig().clients.upsert_many([row, {"tax_id": "OK"}], on="tax_id")
    }
    assert isinstance(outcomes[0].error, InvalidArgumentError)
    assert str(outcomes[0].error).endswith(message)
    assert outcomes[0].row is row
    assert outcomes[1].value is not None


async def test_a_number_of_too_many_digits_is_refused_in_any_call() -> None:
    with pytest.raises(InvalidArgumentError, match="cannot be written as JSON"):
        await gig().clients.create(name="A", metadata={"a": 10**5000})
