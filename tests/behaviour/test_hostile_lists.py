"""Lists from arbitrary servers: every list ends or raises, and no item is lost or repeated."""

from __future__ import annotations

from contextlib import aclosing, suppress
from itertools import chain, islice
from typing import Any

import anyio
import anyio.lowlevel
import pytest
from attrs import frozen
from hypothesis import example, given
from hypothesis import strategies as st

from gigstack_api import Operation, Page, Pager, PaginationError
from gigstack_api._core.operations.page import Paging, read_page
from gigstack_api._core.pagination.checkpoint import start_position
from gigstack_api._core.pagination.traversal import MOST_EMPTY_PAGES, Traversal
from tests.support.lists import place_of, read_into
from tests.support.things import list_call

paging_styles = st.sampled_from(list(Paging))
odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=3),
    st.floats(),
    st.lists(st.integers(), max_size=2),
)
cursors = st.one_of(st.sampled_from(["a", "b", "c", "d", "e"]), odd)
envelopes = st.fixed_dictionaries(
    {"data": st.lists(st.integers(0, 3), max_size=3)},
    optional={
        "has_more": st.one_of(st.just(True), st.just(True), odd),
        "next": cursors,
        "next_cursor": cursors,
        "total_results": odd,
        "found": st.integers(-2, 99),
        "page": odd,
        "per_page": st.integers(-2, 4),
        "limit": odd,
    },
)


@given(
    paging_styles, st.lists(envelopes, min_size=1, max_size=6), st.sampled_from([None, 1, 2, 100])
)
@example(Paging.PAGE, [{"data": [], "has_more": True}, {"data": [1], "has_more": True}], None)
@example(Paging.PAGE, [{"data": [], "has_more": True}], None)
def test_a_server_that_repeats_itself_forever_ends(
    paging: Paging, said: list[dict[str, Any]], limit: int | None
) -> None:
    """Within four rounds, or after the longest run of empty pages allowed."""
    operation = list_call(paging, query={"limit": limit})
    answers = [read_page(envelope, tuple(envelope["data"])) for envelope in said]
    position = start_position(operation, None)
    walk = Traversal(operation, position)
    most = 4 * len(answers) + 2 if any(page.data for page in answers) else MOST_EMPTY_PAGES + 1
    with suppress(PaginationError):
        for number in range(most):
            position = walk.after(position, answers[number % len(answers)])
            if position.at_end:
                return
        pytest.fail("it goes on")


@given(st.integers(0, 30), st.integers(1, 40), st.sampled_from([0, 1, 3]))
def test_a_cycle_of_cursors_raises_before_an_item_repeats(
    tail: int, length: int, ahead: int
) -> None:
    async def fetch(operation: Operation[Page[int]]) -> Page[int]:
        number = int(place_of(operation) or 0)
        return Page(
            data=(number,),
            has_more=True,
            next=str(number + 1 if number + 1 < tail + length else tail),
        )

    got: list[int] = []
    with pytest.raises(PaginationError, match="repeats"):
        anyio.run(read_into, got, _pager(fetch, list_call(), ahead))
    assert got == list(range(len(got)))
    assert len(got) >= tail + length - 1


@given(st.integers(0, 20), st.integers(1, 30))
def test_a_cycle_of_counted_pages_raises_within_three_rounds(tail: int, length: int) -> None:
    """Only the contents show it. Remembering all of them would cost memory, so it may take three
    rounds.
    """
    asked = 0

    async def fetch(operation: Operation[Page[int]]) -> Page[int]:
        nonlocal asked
        asked += 1
        number = int(place_of(operation) or 1) - 1
        return Page(
            data=(number if number < tail else tail + (number - tail) % length,), has_more=True
        )

    got: list[int] = []
    with pytest.raises(PaginationError, match="repeats an earlier page"):
        anyio.run(read_into, got, _pager(fetch, list_call(Paging.PAGE), 0))
    assert asked <= 3 * (tail + length) + 1


def _pager(
    fetch: Any, operation: Operation[Any], ahead: int, *, resume: str | None = None
) -> Pager[Any]:
    pager = Pager[Any](operation, fetch, resume=resume)
    return pager.prefetch(ahead) if ahead else pager


@frozen
class Server:
    """Holds a list in pages of any length.

    `facts` names what its counted pages say besides their items: nothing, whether there is more,
    the total, or the total and the page size.
    """

    paging: Paging
    pages: tuple[tuple[Any, ...], ...]
    facts: str

    @property
    def items(self) -> list[Any]:
        return list(chain.from_iterable(self.pages))

    @property
    def operation(self) -> Operation[Any]:
        return list_call(self.paging, query={"limit": 3})

    async def fetch(self, operation: Operation[Any]) -> Page[Any]:
        place = place_of(operation)
        await anyio.lowlevel.checkpoint()
        if self.paging is Paging.PAGE:
            return self._counted(int(place or 1) - 1)
        number = int(place.removeprefix("at ")) if place else 0
        more = number + 1 < len(self.pages)
        return Page(
            data=self.pages[number],
            has_more=more or None,
            next=f"at {number + 1}" if more else None,
        )

    def _counted(self, number: int) -> Page[Any]:
        data = self.pages[number] if number < len(self.pages) else ()
        if self.facts == "has_more":
            return Page(data=data, has_more=number + 1 < len(self.pages))
        if self.facts == "nothing":
            return Page(data=data)
        return Page(
            data=data,
            total_results=len(self.items),
            size=3 if self.facts == "size" else None,
            number=number + 1,
        )

    def pager(self, ahead: int, *, resume: str | None = None) -> Pager[Any]:
        return _pager(self.fetch, self.operation, ahead, resume=resume)


@st.composite
def servers(draw: st.DrawFn) -> Server:
    """Pages are empty only if the server says that there is more; a page size it names is kept."""
    paging = draw(
        st.sampled_from(
            [Paging.NEXT, Paging.STARTING_AFTER, Paging.CURSOR, Paging.PAGE, Paging.SINGLE]
        )
    )
    facts = draw(st.sampled_from(["has_more", "nothing", "total", "size"]))
    least = 1 if paging is Paging.PAGE and facts != "has_more" else 0
    lengths = draw(
        st.lists(st.integers(least, 5), min_size=1, max_size=1 if paging is Paging.SINGLE else 6)
    )
    if paging is Paging.PAGE and facts == "size":
        lengths = [3] * (len(lengths) - 1) + [min(3, lengths[-1])]
    named = draw(st.booleans())
    items = iter([{"id": f"id_{number}"} if named else number for number in range(sum(lengths))])
    return Server(paging, tuple(tuple(islice(items, length)) for length in lengths), facts)


aheads = st.sampled_from([0, 1, 2, 8])
backends = pytest.mark.parametrize("backend", ["asyncio", "trio"])


@backends
@given(servers(), aheads)
def test_every_item_of_any_pages_is_given_once_and_in_order(
    backend: str, server: Server, ahead: int
) -> None:
    assert anyio.run(server.pager(ahead).collect, backend=backend) == server.items


@backends
@given(servers(), aheads, aheads)
def test_a_checkpoint_is_exact_behind_every_item(
    backend: str, server: Server, ahead: int, later: int
) -> None:
    async def at_each_item() -> None:
        pager = server.pager(ahead)
        given_: list[Any] = []
        async with aclosing(pager.__aiter__()) as items:
            async for item in items:
                given_.append(item)
                rest = await server.pager(later, resume=pager.checkpoint).collect()
                assert given_ + rest == server.items
        assert await server.pager(later, resume=pager.checkpoint).collect() == []

    anyio.run(at_each_item, backend=backend)


@backends
@given(servers(), aheads, aheads)
def test_a_checkpoint_is_exact_behind_every_page(
    backend: str, server: Server, ahead: int, later: int
) -> None:
    async def at_each_page() -> None:
        pager = server.pager(ahead)
        given_: list[Any] = []
        async with aclosing(pager.pages()) as pages:
            async for page in pages:
                given_ += page
                rest = [
                    item
                    async for later_page in server.pager(later, resume=pager.checkpoint).pages()
                    for item in later_page
                ]
                assert given_ + rest == server.items

    anyio.run(at_each_page, backend=backend)


@given(servers(), st.sampled_from([1, 2, 8]))
def test_prefetching_does_not_move_the_checkpoint_ahead(server: Server, ahead: int) -> None:
    async def checkpoints(pager: Pager[Any]) -> list[str]:
        found = [pager.checkpoint]
        async for _ in pager:
            for _ in range(20):
                await anyio.lowlevel.checkpoint()
            found.append(pager.checkpoint)
        return found

    assert anyio.run(checkpoints, server.pager(ahead)) == anyio.run(checkpoints, server.pager(0))
