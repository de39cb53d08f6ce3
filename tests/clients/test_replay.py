"""Each request of each table is in the spec, and the sandbox takes it and answers as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from gigstack_api.sandbox.http.routing import Router
from gigstack_api.sandbox.operation import Operation
from gigstack_api.sandbox.spec import operations
from gigstack_api.sandbox.unknown_names import unknown_fields, unknown_parameters
from scripts import yaml_files

from .world import PLACE, World, new_world

pytestmark = pytest.mark.anyio
FOLDER = Path(__file__).parent
OFFICIAL = ("cli-0.3.1", "n8n-1.1.9")
ROUTER = Router(operations())
OPERATIONS = 73
"""What both official clients use, by path and method: all but search and files of the rest."""


@frozen
class Row:
    """A request of a table."""

    table: str
    does: str
    method: str
    path: str
    query: dict[str, Any] | None
    body: Any
    needs: list[str]
    reads: list[str]
    refused: str | None

    @property
    def operation(self) -> Operation:
        path = PLACE.sub("x", self.path)
        return ROUTER.find(self.method, f"/v2{path}".encode())[0]


def rows() -> Iterator[Row]:
    for file in sorted(FOLDER.glob("*.yaml")):
        table = yaml_files.read(file)
        assert table["client"]
        assert table["source"]
        for row in table["requests"]:
            method, _, path = row["request"].partition(" ")
            yield Row(
                file.stem,
                row["does"],
                method,
                path,
                row.get("query"),
                row.get("body"),
                row.get("needs", []),
                row.get("reads", []),
                row.get("refused"),
            )


ROWS = list(rows())


@pytest.fixture
async def world() -> Any:
    world = new_world()
    async with world.http, world.gig:
        yield world
    assert not world.sandbox.deviations


def found_at(document: Any, place: str) -> list[Any]:
    """The values at a place of a document: `data[].id` is the id of each entry of `data`."""
    values = [document]
    for part in place.split("."):
        name = part.removesuffix("[]")
        values = [value[name] for value in values]
        if name != part:
            values = [entry for value in values for entry in value]
    return values


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.does}")
def test_a_request_is_in_the_spec(row: Row) -> None:
    assert unknown_parameters(row.operation, row.query or ()) == []
    if row.body is not None:
        assert unknown_fields(row.operation, row.body) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.does}")
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_request_is_taken_and_answered_as_it_is_read(row: Row, world: World) -> None:
    for name in row.needs:
        await world.find(name)
    path = await world.filled(row.path)
    query = dict(row.query or {})
    if cursor := next((name for name in query if query[name] == "{next}"), None):
        del query[cursor]
        first = await world.send(row.method, path, query, None)
        query[cursor] = first.json()["next"]
        assert query[cursor]
    answer = await world.send(
        row.method, path, await world.filled(query) or None, await world.filled(row.body)
    )
    assert "x-sandbox-ignored" not in answer.headers
    if row.refused is not None:
        assert answer.status_code == 400
        assert row.refused in answer.json()["error"]["message"]
        return
    assert answer.status_code in {200, 201}, answer.text
    for place in row.reads:
        values = found_at(answer.json(), place)
        assert values, place
        assert None not in values, place


def test_the_tables_hold_all_operations_that_are_used() -> None:
    used = {row.operation.id for row in ROWS if row.table in OFFICIAL}
    assert len(used) == OPERATIONS
