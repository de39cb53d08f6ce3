"""What a REPL or a notebook shows: resources, lists and pages, each in one short line."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

import anyio
import pytest
import trio

from gigstack_api import Gigstack, Page, Pager
from gigstack_api._core.schema.fields import STRING
from gigstack_api._generated.api import Resources
from gigstack_api.models import Client, Invoice
from tests.support.scripted_api import Api, client
from tests.support.things import list_call

HINT = "use `await` or `async for` in an async function"
LIST = f"<Pager of Client, GET /clients; {HINT}>"


def gig() -> Gigstack:
    return client(Api())


def test_a_resource_shows_its_name_and_lists_its_methods() -> None:
    shown = gig()
    names = [name for name in vars(Resources) if not name.startswith("_")]
    assert len(names) >= 17
    for name in names:
        assert repr(getattr(shown, name)) == f"<gigstack_api {name}>"
    assert {"list", "create", "upsert", "upsert_many"} <= set(dir(shown.clients))


def test_a_list_shows_its_items_and_its_call() -> None:
    pager = gig().clients.list(metadata={"rfc": "XAXX010101000"}).prefetch(2)
    assert repr(pager) == LIST


def test_a_list_of_plain_values_shows_their_type() -> None:
    async def fetch(operation: object) -> Page[str]:
        raise AssertionError

    pager = Pager(list_call(item=STRING), fetch)
    assert repr(pager) == f"<Pager of string, GET /things; {HINT}>"


PAGES: list[tuple[Page[Any], str]] = [
    (Page(data=()), "<Page of 0 items>"),
    (
        Page(data=(Client(), Client()), has_more=True, next="abc", total_results=9),
        "<Page of 2 Client, has_more=True, next='abc', total_results=9>",
    ),
    (
        Page(data=("a", Client(), "b"), has_more=False, number=3, size=10),
        "<Page of 3 str or Client, has_more=False, number=3, size=10>",
    ),
    (Page(data=(1,), next="x" * 8000), f"<Page of 1 int, next='{'x' * 40}...'>"),
    (Page(data=(Invoice.from_dict({"uuid": "u" * 7000}),)), "<Page of 1 Invoice>"),
]


@pytest.mark.parametrize(("page", "shown"), PAGES)
def test_a_page_shows_how_many_items_it_has(page: Page[Any], shown: str) -> None:
    assert repr(page) == shown


def test_the_outcomes_of_many_rows_say_how_to_use_them() -> None:
    shown = repr(gig().clients.upsert_many([{"tax_id": "A"}], on="tax_id"))
    assert shown == "<results of rows; use `async for` in an async function>"


async def create_task(pager: Any) -> None:
    asyncio.create_task(pager)  # noqa: RUF006 - it is refused


def run_task(pager: Any) -> None:
    asyncio.run(create_task(pager))


RUNNERS: dict[str, tuple[Callable[..., Any], str]] = {
    "create_task": (run_task, f"a coroutine was expected, got {LIST}"),
    "anyio": (anyio.run, f"a pager is not a function: {LIST}"),
    "trio": (trio.run, f"a pager is not a function: {LIST}"),
}
if sys.version_info < (3, 14):  # later, asyncio.run gives the first page
    RUNNERS["asyncio"] = (asyncio.run, f"a coroutine was expected, got {LIST}")


@pytest.mark.parametrize(("run", "said"), RUNNERS.values(), ids=RUNNERS)
def test_a_list_in_place_of_a_coroutine_says_how_to_use_it(
    run: Callable[..., Any], said: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        run(gig().clients.list())
    assert str(caught.value) == said
