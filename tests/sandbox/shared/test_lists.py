"""Lists: order, filters and both kinds of paging."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from gigstack_api import BadRequestError, Gigstack

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio


async def fill(session: SandboxSession, many: int, **fields: Any) -> list[str]:
    """Names of new clients, one made each second from 1000 on."""
    names = [f"C{number:02}" for number in range(many)]
    for number, name in enumerate(names):
        session.at(1000 + number)
        await session.gig().clients.create(name=name, **fields)
    return names


async def names_of(gig: Gigstack, **query: Any) -> list[str | None]:
    return [client.name async for client in gig.clients.list(**query)]


@pytest.mark.parametrize("limit", [1, 3, 5, 10, 11, 100, None])
async def test_every_client_comes_once_newest_first(
    session: SandboxSession, limit: int | None
) -> None:
    names = await fill(session, 11)
    assert await names_of(session.gig(), limit=limit) == names[::-1]


async def test_pages_say_how_many_there_are_and_whether_that_was_all(
    session: SandboxSession,
) -> None:
    await fill(session, 12)
    pages = [page async for page in session.gig().clients.list().pages()]
    assert [(len(page), page.has_more, page.total_results) for page in pages] == [
        (10, True, 12),
        (2, False, 12),
    ]
    assert pages[1].next is None
    last = (await session.send("GET", "/v2/clients", params={"next": pages[0].next})).json()
    assert "next" not in last


async def test_an_empty_list_is_a_page(gig: Gigstack) -> None:
    page = await gig.clients.list()
    assert (page.data, page.has_more, page.total_results) == ((), False, 0)


@pytest.mark.parametrize(
    "limit", ["0", "101", "-1", "ten", "", "1.5", "1e400", "\N{ARABIC-INDIC DIGIT THREE}", "9" * 30]
)
async def test_a_limit_is_a_number_from_1_to_100(session: SandboxSession, limit: str) -> None:
    answer = await session.send("GET", "/v2/clients", params={"limit": limit})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["code"] == "invalid_field_value"
    assert [entry.partition(":")[0] for entry in error["details"]] == ["limit"]


def cursor(*content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


BAD_CURSORS = {
    "words": "not a cursor",
    "empty": "",
    "not base64": "ñ",
    "not JSON": "AAAA",
    "a number": base64.urlsafe_b64encode(b"5").decode(),
    "an object": base64.urlsafe_b64encode(b'{"a":1}').decode(),
    "nested deep": base64.urlsafe_b64encode(b"[" * 20_000).decode(),
    "too short": cursor("created_at", True),
    "wrong types": cursor("created_at", True, False, 0, "x", "", 1),
    "another order": cursor("name", True, False, 1, 0, "x", 1),
    "another direction": cursor("created_at", False, False, 0, 5, "", 1),
}


@pytest.mark.parametrize("text", BAD_CURSORS.values(), ids=BAD_CURSORS.keys())
async def test_a_foreign_cursor_is_refused(session: SandboxSession, text: str) -> None:
    answer = await session.send("GET", "/v2/clients", params={"next": text})
    assert (answer.status_code, answer.json()["message"]) == (400, "Invalid cursor")


async def test_a_cursor_goes_with_its_order(session: SandboxSession) -> None:
    await fill(session, 3)
    page = await session.gig().clients.list(limit=1, order_by="name", sort="asc")
    others: list[dict[str, Any]] = [{}, {"order_by": "name"}, {"sort": "asc"}]
    for other in others:
        with pytest.raises(BadRequestError, match="Invalid cursor"):
            await session.gig().clients.list(limit=1, next=page.next, **other)
    assert [
        client.name
        for client in await session.gig().clients.list(next=page.next, order_by="name", sort="asc")
    ] == ["C01", "C02"]


@pytest.mark.parametrize("sort", ["asc", "desc"])
@pytest.mark.parametrize("order_by", ["created_at", "name", "company"])
async def test_deletions_between_pages_neither_lose_nor_repeat_anyone(
    session: SandboxSession, order_by: str, sort: str
) -> None:
    gig = session.gig()
    names = await fill(session, 8)
    seen: list[str | None] = []
    async for page in gig.clients.list(limit=2, order_by=order_by, sort=sort).pages():
        seen += [client.name for client in page]
        for client in page:
            await gig.clients.delete(client.id or "")
    assert sorted(map(str, seen)) == names
    assert await names_of(gig) == []


async def test_a_page_whose_clients_were_deleted_is_empty_and_last(session: SandboxSession) -> None:
    gig = session.gig()
    await fill(session, 3)
    first = await gig.clients.list(limit=2)
    assert first.has_more
    for client in [client async for client in gig.clients.list()]:
        await gig.clients.delete(client.id or "")
    second = await gig.clients.list(limit=2, next=first.next)
    assert (second.data, second.has_more, second.next) == ((), False, None)


async def test_clients_made_between_pages_do_not_shift_them(session: SandboxSession) -> None:
    gig = session.gig()
    session.at(1000)  # all in the same second: only their numbers tell them apart
    for name in "ABCDEF":
        await gig.clients.create(name=name)
    seen: list[str | None] = []
    async for page in gig.clients.list(limit=2).pages():
        seen += [client.name for client in page]
        await gig.clients.create(name="late")
    assert seen == list("FEDCBA")


ORDERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["Zoe", "álvaro", "Beto", "Carla"]),
    ({"sort": "asc"}, ["Carla", "Beto", "álvaro", "Zoe"]),
    ({"order_by": "timestamp"}, ["Zoe", "álvaro", "Beto", "Carla"]),
    ({"order_by": "created_at", "sort": "asc"}, ["Carla", "Beto", "álvaro", "Zoe"]),
    ({"order_by": "name", "sort": "asc"}, ["álvaro", "Beto", "Carla", "Zoe"]),
    ({"order_by": "name"}, ["Zoe", "Carla", "Beto", "álvaro"]),
    ({"order_by": "phone", "sort": "asc"}, ["Beto", "Zoe", "Carla", "álvaro"]),
    ({"order_by": "phone", "sort": "desc"}, ["Zoe", "Beto", "álvaro", "Carla"]),
    ({"order_by": "organization_type", "sort": "asc"}, ["Zoe", "álvaro", "Beto", "Carla"]),
    ({"order_by": "no_such_field", "sort": "asc"}, ["Carla", "Beto", "álvaro", "Zoe"]),
]


@pytest.mark.parametrize(("query", "expected"), ORDERS)
@pytest.mark.parametrize("limit", [1, 100])
async def test_order_by_and_sort(
    session: SandboxSession, query: dict[str, Any], expected: list[str], limit: int
) -> None:
    people: list[dict[str, Any]] = [
        {"name": "Carla", "organization_type": "b"},
        {"name": "Beto", "phone": "1", "organization_type": "a"},
        {"name": "álvaro", "organization_type": 10},
        {"name": "Zoe", "phone": "2", "organization_type": 9},
    ]
    for number, entry in enumerate(people):
        session.at(1000 + number)
        await session.gig().clients.create(**entry)
    assert await names_of(session.gig(), limit=limit, **query) == expected


TIMES: list[tuple[dict[str, int], list[str]]] = [
    ({"created_gte": 1002}, ["C04", "C03", "C02"]),
    ({"created_lte": 1001}, ["C01", "C00"]),
    ({"created[gte]": 1003}, ["C04", "C03"]),
    ({"created[lte]": 1000}, ["C00"]),
    ({"created_gte": 1001, "created[lte]": 1002}, ["C02", "C01"]),
    ({"created_gte": 1001, "created[gte]": 1004}, ["C04"]),
    ({"created_gte": -5, "created_lte": 9_999_999_999_999}, ["C04", "C03", "C02", "C01", "C00"]),
    ({"created_gte": 1005}, []),
]


@pytest.mark.parametrize(("query", "expected"), TIMES)
async def test_creation_times_filter_in_both_notations(
    session: SandboxSession, query: dict[str, int], expected: list[str]
) -> None:
    await fill(session, 5)
    answer = (await session.send("GET", "/v2/clients", params=query)).json()
    assert [entry["name"] for entry in answer["data"]] == expected
    assert answer["total_results"] == len(expected)


@pytest.mark.parametrize(
    "name", ["created_gte", "created_lte", "created[gte]", "created[lte]", "page"]
)
async def test_a_non_numeric_time_or_page_is_refused_by_name(
    session: SandboxSession, name: str
) -> None:
    answer = await session.send("GET", "/v2/clients", params={name: "yesterday"})
    assert answer.status_code == 400
    assert answer.json()["error"]["details"] == [f"{name}: 'yesterday' is not of type 'integer'"]


async def test_a_metadata_filter_is_paged_by_number(session: SandboxSession) -> None:
    await fill(session, 25, metadata={"chain": "norte"})
    await session.gig().clients.create(name="other", metadata={"chain": "sur"})
    pages = [
        page
        async for page in session.gig().clients.list(limit=10, metadata={"chain": "norte"}).pages()
    ]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert [page.has_more for page in pages] == [True, True, False]
    assert {page.next for page in pages} == {None}
    assert len({client.id for page in pages for client in page}) == 25
    beyond = await session.gig().clients.list(limit=10, metadata={"chain": "norte"}, page=4)
    assert (beyond.data, beyond.has_more, beyond.total_results) == ((), False, 25)


FILTERS: list[tuple[str, str, list[str]]] = [
    ("metadata.external_id", "7", ["A"]),
    ("metadata_external_id", "7", ["A"]),
    ("metadata.place.city", "León", ["A"]),
    ("metadata_place.city", "León", ["A"]),
    ("metadata.size", "5", ["B"]),
    ("metadata.vip", "true", ["B"]),
    ("metadata.shop.id", "9", ["B"]),
    ("metadata.none", "null", []),
    ("metadata.place", "León", []),
    ("metadata.unknown", "7", []),
]


@pytest.mark.parametrize(("name", "value", "expected"), FILTERS)
async def test_metadata_filters_in_both_notations(
    session: SandboxSession, name: str, value: str, expected: list[str]
) -> None:
    gig = session.gig()
    await gig.clients.create(name="A", metadata={"external_id": "7", "place": {"city": "León"}})
    await gig.clients.create(
        name="B", metadata={"size": 5, "vip": True, "shop.id": "9", "none": None}
    )
    await gig.clients.create(name="C")
    answer = (await session.send("GET", "/v2/clients", params={name: value})).json()
    assert [entry["name"] for entry in answer["data"]] == expected


async def test_all_metadata_filters_must_fit_and_others_go_along(session: SandboxSession) -> None:
    gig = session.gig()
    for number in range(4):
        session.at(1000 + number)
        await gig.clients.create(name=str(number), metadata={"a": "1", "b": str(number % 2)})
    query: dict[str, Any] = {
        "metadata": {"a": "1", "b": "0"},
        "created_gte": 1001,
        "order_by": "name",
    }
    assert await names_of(gig, **query) == ["2"]


async def test_unknown_parameters_are_ignored(
    session: SandboxSession,
) -> None:
    await fill(session, 1)
    answer = await session.send(
        "GET",
        "/v2/clients",
        params={"colour": "red", "metadata.": "x", "starting_after": "y", "page": 7},
    )
    assert answer.json()["total_results"] == 1


async def test_a_list_goes_on_from_a_checkpoint(session: SandboxSession) -> None:
    names = await fill(session, 5)
    pager = session.gig().clients.list(limit=2)
    first = await pager.collect(limit=3)
    resumed = session.gig().clients.list(limit=2, resume=pager.checkpoint)
    assert [client.name for client in first] + [client.name async for client in resumed] == names[
        ::-1
    ]
