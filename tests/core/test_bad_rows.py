"""A row that cannot be sent is told of, and stops nothing: also one as it comes out of a broken CSV file."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Gigstack, InvalidArgumentError, UpsertOutcome

from .stage import Api, answer, client

pytestmark = pytest.mark.anyio


def nested(levels: int) -> list[Any]:
    """A list in a list in a list."""
    whole: list[Any] = []
    for _ in range(levels):
        whole = [whole]
    return whole


def circle() -> dict[str, Any]:
    """A mapping that holds itself."""
    whole: dict[str, Any] = {}
    whole["again"] = whole
    return whole


BAD: dict[str, Any] = {
    "more columns than the head of a CSV file has, one of them unknown": {None: ["x"], "nombre": "y", "tax_id": "A"},
    "nothing": None,
    "a number": 5,
    "a list": ["tax_id"],
    "a text": "tax_id",
    "values nested too deeply": {"tax_id": "A", "metadata": {"a": nested(100_000)}},
    "a value that holds itself": {"tax_id": "A", "metadata": circle()},
    "a number too long to be written": {"tax_id": "A", "metadata": {"a": 10**5000}},
    "an extra that is no mapping": {"tax_id": "A", "extra": 5},
    "an extra_query that is no mapping": {"tax_id": "A", "extra_query": 5},
}


def gig() -> Gigstack:
    return client(Api(answer({"id": "c"}, status=201)))


@pytest.mark.parametrize("row", BAD.values(), ids=BAD.keys())
async def test_a_bad_row_is_told_of_and_stops_nothing(row: Any) -> None:
    outcomes: dict[int, UpsertOutcome[Any]] = {
        each.index: each async for each in gig().clients.upsert_many([row, {"tax_id": "OK"}], on="tax_id")
    }
    assert isinstance(outcomes[0].error, InvalidArgumentError)
    assert outcomes[0].row is row
    assert outcomes[1].value is not None


async def test_a_number_too_long_to_be_written_is_refused_in_any_call() -> None:
    with pytest.raises(InvalidArgumentError, match="cannot be written as JSON"):
        await gig().clients.create(name="A", metadata={"a": 10**5000})
