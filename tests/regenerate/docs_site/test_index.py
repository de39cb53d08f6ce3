"""The index of a site."""

from __future__ import annotations

import pytest

from gigstack_api.regenerate.docs_site import is_index
from gigstack_api.regenerate.docs_site.index import MOST_ENTRIES, Kind, parse_index
from gigstack_api.regenerate.findings import UnusableSpec

SITE = "https://docs.test"
ADDRESS = f"{SITE}/llms.txt"
LINE = f"- [Get thing]({SITE}/get-thing-1e0.md): "


def test_entries_have_folder_title_kind_and_key() -> None:
    index = parse_index(
        f"# Things API\n## Docs\n- [Welcome]({SITE}/welcome-7m0.md): Read [this](x) first\n"
        f"## API Docs\n- Facturas > Ingreso [Crear (v2) [nueva]]({SITE}/creaci%C3%B3n-8e0.md): \n"
        f"## Schemas\n- [Client]({SITE}/client-9d0.md):",
        ADDRESS,
    )
    assert index.name == "Things API"
    assert [(entry.kind, entry.key, entry.title, entry.folder) for entry in index.entries] == [
        (Kind.GUIDE, "7m0", "Welcome", ()),
        (Kind.ENDPOINT, "8e0", "Crear (v2) [nueva]", ("Facturas", "Ingreso")),
        (Kind.SCHEMA, "9d0", "Client", ()),
    ]
    assert index.entries[1].slug == "creación-8e0"
    assert index.entries[0].text == "Read [this](x) first"
    assert index.notes == ()


def test_a_page_that_is_listed_twice_is_read_once() -> None:
    assert len(parse_index(f"{LINE}\n{LINE}", ADDRESS).entries) == 1


def test_pages_elsewhere_and_of_no_kind_are_noted() -> None:
    index = parse_index(
        f"{LINE}\n- [A](https://other.test/a-1e0.md): \n- [B]({SITE}/b.md): \n- [C](/c-3e0.md)",
        ADDRESS,
    )
    assert [entry.url for entry in index.entries] == [
        f"{SITE}/get-thing-1e0.md",
        f"{SITE}/c-3e0.md",
    ]
    assert [str(note) for note in index.notes] == [
        f"{ADDRESS} line 2: https://other.test/a-1e0.md is on another host. The page is left out.",
        f"{ADDRESS} line 3: {SITE}/b.md does not end in the number and letter of a page. "
        "The page is left out.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>", "is a web page"),
        ("# Nothing", "lists no page of an endpoint"),
        (f"- [Guide]({SITE}/guide-1m0.md): ", "lists no page of an endpoint"),
        (
            "\n".join(f"- [A]({SITE}/a-{n}e0.md): " for n in range(MOST_ENTRIES + 1)),
            "lists 2001 pages",
        ),
    ],
)
def test_what_is_not_an_index_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnusableSpec, match=said):
        parse_index(text, ADDRESS)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://docs.test/llms.txt", True),
        ("https://docs.test/api/llms.txt", True),
        ("https://docs.test", True),
        ("https://docs.test/", True),
        ("https://docs.test/openapi.yaml", False),
        ("openapi.yaml", False),
        ("llms.txt", False),
    ],
)
def test_the_address_of_a_site_is_recognised(source: str, expected: bool) -> None:
    assert is_index(source) is expected
