"""A row that cannot be sent is told of, and stops nothing: also one as it comes out of a broken CSV
file.
"""

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


NO_MAPPING = "the fields of a client must be a mapping, not "
UNKNOWN = "a client has no field 'nombre', None; pass undocumented fields in extra="
TOO_DEEP = "a value is nested too deeply, or contains itself"

BAD: dict[str, tuple[Any, str]] = {
    "more columns than the head of a CSV file has": (
        {None: ["x"], "nombre": "y", "tax_id": "A"},
        UNKNOWN,
    ),
    "nothing": (None, NO_MAPPING + "NoneType"),
    "a number": (5, NO_MAPPING + "int"),
    "a list": (["tax_id"], NO_MAPPING + "list"),
    "a text": ("tax_id", NO_MAPPING + "str"),
    "no value to match": (
        {},
        "upsert on 'tax_id' needs a value: pass the field of that name, or value=",
    ),
    "values nested too deeply": ({"tax_id": "A", "metadata": {"a": nested(100_000)}}, TOO_DEEP),
    "a value that holds itself": ({"tax_id": "A", "metadata": circle()}, TOO_DEEP),
    "a number too long to be written": (
        {"tax_id": "A", "metadata": {"a": 10**5000}},
        "cannot be written as JSON",
    ),
    "an extra that is no mapping": (
        {"tax_id": "A", "extra": 5},
        "extra must be a mapping, not int",
    ),
    "an extra_query that is no mapping": (
        {"tax_id": "A", "extra_query": "a"},
        "extra_query must be a mapping, not str",
    ),
}


def gig() -> Gigstack:
    return client(Api(answer({"id": "c"}, status=201)))


@pytest.mark.parametrize(("row", "message"), BAD.values(), ids=BAD.keys())
async def test_a_bad_row_is_told_of_and_stops_nothing(row: Any, message: str) -> None:
    outcomes: dict[int, UpsertOutcome[Any]] = {
        each.index: each
        async for each in gig().clients.upsert_many([row, {"tax_id": "OK"}], on="tax_id")
    }
    assert isinstance(outcomes[0].error, InvalidArgumentError)
    assert str(outcomes[0].error).endswith(message)
    assert outcomes[0].row is row
    assert outcomes[1].value is not None


async def test_a_number_too_long_to_be_written_is_refused_in_any_call() -> None:
    with pytest.raises(InvalidArgumentError, match="cannot be written as JSON"):
        await gig().clients.create(name="A", metadata={"a": 10**5000})
