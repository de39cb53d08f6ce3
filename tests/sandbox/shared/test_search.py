"""Full-text search."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Gigstack

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio

PEOPLE: list[dict[str, Any]] = [
    {
        "name": "Juan Pérez García",
        "tax_id": "PEGJ800101ABC",
        "email": "juan@ejemplo.com",
        "address": {"city": "León"},
    },
    {"name": "María Peralta", "company": "Ferretería Norte", "email": "maria@ferreteria.mx"},
    {"legal_name": "ACEROS DEL NORTE", "tax_id": "ADN010101AB1", "phone": "5512345678"},
    {"bcc": ["nobody@nowhere.mx"]},
]


@pytest.fixture
async def people(session: SandboxSession) -> Gigstack:
    for entry in PEOPLE:
        await session.gig().clients.create(**entry)
    return session.gig()


FOUND: list[tuple[dict[str, str], list[int]]] = [
    ({"q": "Juan"}, [0]),
    ({"q": "perez garcia"}, [0]),
    ({"q": "PÉREZ"}, [0]),
    ({"q": "Peres"}, [0]),
    ({"q": "Jaun"}, [0]),
    ({"q": "PEGJ800101ABC"}, [0]),
    ({"q": "pegj800101abd"}, [0]),
    ({"q": "juan@ejemplo.com"}, [0]),
    ({"q": "per"}, [0, 1]),
    ({"q": "norte"}, [1, 2]),
    ({"q": "aceros norte"}, [2]),
    ({"q": "juan norte"}, []),
    ({"q": "xyzzy"}, []),
    ({"q": ""}, []),
    ({"q": "   "}, []),
    ({"q": "5512345678"}, []),
    ({"q": "5512345678", "fields": "phone"}, [2]),
    ({"q": "leon", "fields": "name, address.city"}, [0]),
    ({"q": "juan", "fields": "company"}, []),
    ({"q": "juan", "fields": "bcc,no_such_field,"}, []),
]


@pytest.mark.parametrize(("query", "expected"), FOUND)
@pytest.mark.usefixtures("people")
async def test_a_search_finds_similar_words(
    session: SandboxSession, query: dict[str, str], expected: list[int]
) -> None:
    answer = (await session.send("GET", "/v2/clients/search", params=query)).json()
    ids = [
        next(number for number, entry in enumerate(PEOPLE) if entry.items() <= found.items())
        for found in answer["data"]
    ]
    assert ids == expected
    assert (answer["found"], answer["page"], answer["per_page"]) == (len(expected), 1, 10)


async def test_the_best_match_comes_first(gig: Gigstack) -> None:
    for name in ("Ana Marquez", "Ana Marques", "Ana Marquesina"):
        await gig.clients.create(name=name)
    assert [client.name async for client in gig.clients.search(q="ana marques")] == [
        "Ana Marques",
        "Ana Marquesina",
        "Ana Marquez",
    ]


async def test_a_search_is_paged_by_number(gig: Gigstack) -> None:
    for number in range(7):
        await gig.clients.create(name=f"Juan {number}")
    pages = [
        [entry.name for entry in page]
        async for page in gig.clients.search(q="juan", limit=3).pages()
    ]
    assert pages == [["Juan 0", "Juan 1", "Juan 2"], ["Juan 3", "Juan 4", "Juan 5"], ["Juan 6"]]


@pytest.mark.parametrize(
    ("query", "place"),
    [({}, "q"), ({"q": "a", "page": "0"}, "page"), ({"q": "a", "limit": "101"}, "limit")],
)
async def test_a_search_needs_its_text_and_sane_numbers(
    session: SandboxSession, query: dict[str, str], place: str
) -> None:
    answer = await session.send("GET", "/v2/clients/search", params=query)
    assert answer.status_code == 400
    assert answer.json()["error"]["details"][0].startswith(f"{place}: ")


async def test_a_page_far_beyond_the_end_is_empty(session: SandboxSession) -> None:
    answer = await session.send("GET", "/v2/clients/search", params={"q": "a", "page": "9" * 18})
    assert (answer.status_code, answer.json()["data"]) == (200, [])
