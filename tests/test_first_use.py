"""What a new user writes first. FastAPI endpoints stand in `tests/fastapi/test_models.py`."""

from __future__ import annotations

import copy
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import attrs
import pytest
from pydantic import BaseModel, TypeAdapter

from gigstack_api import ConfigurationError, Download, Gigstack, InvalidArgumentError, Page
from gigstack_api.models import Client, ClientAddress, Invoice
from gigstack_api.sandbox import Sandbox

pytestmark = pytest.mark.anyio

BUYER: Any = {
    "name": "Ana",
    "legal_name": "Ana",
    "tax_id": "XAXX010101000",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100"},
}


async def invoice_of(gig: Gigstack, **item: Any) -> Invoice:
    line: Any = {"description": "Café", "quantity": 1, "unit_price": 1000, **item}
    return await gig.income_invoices.create(client=BUYER, items=[line], payment_form="01")


async def test_a_model_is_a_field_of_a_pydantic_model(gigstack: Gigstack) -> None:
    class Out(BaseModel):
        client: Client

    client = await gigstack.clients.create(**BUYER)
    out = Out(client=client)
    assert Out.model_validate_json(out.model_dump_json()).client == client


async def test_lists_and_pages_of_models_have_a_schema(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**BUYER)
    clients = TypeAdapter(list[Client])
    assert clients.validate_json(clients.dump_json([client])) == [client]
    page: Page[Client] = await gigstack.clients.list()
    assert TypeAdapter(Page[Client]).dump_python(page)["data"][0]["id"] == client.id


def test_type_hints_of_a_model_resolve() -> None:
    assert get_type_hints(Client)["address"] == ClientAddress | None


async def test_attrs_functions_know_a_model(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**BUYER)
    assert attrs.has(Client)
    assert "tax_id" in [field.name for field in attrs.fields(Client)]
    assert attrs.asdict(client)["address"]["zip"] == "03100"
    assert attrs.evolve(wrong(client), name="Z").name == "Z"


async def test_a_model_becomes_a_dict_or_a_copy_with_changes(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**BUYER)
    assert dict(client)["name"] == "Ana"
    if sys.version_info >= (3, 13):
        assert copy.replace(client, name="Z").name == "Z"


async def test_ids_go_on_to_the_next_call(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**BUYER)
    invoice = await invoice_of(gigstack)
    assert (await gigstack.clients.get(client.id)).id == (await gigstack.clients.get(client)).id
    cancelled = await gigstack.invoices.cancel(invoice, motive="02")
    assert cancelled.uuid == invoice.uuid


async def test_what_was_read_is_sent_again(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**BUYER)
    first = await invoice_of(gigstack)
    second = await gigstack.income_invoices.create(
        client=client, items=first.items or [], payment_form="01"
    )
    assert second.total == first.total


REFUSED: list[tuple[str, Callable[[Gigstack], Awaitable[object]]]] = [
    (
        r"address\.zp: .* did you mean 'zip'",
        lambda gig: gig.clients.create(address=wrong({"zp": "0"})),
    ),
    (r"items\[0\]\.discunt: .* 'discount'", lambda gig: invoice_of(gig, discunt=500)),
    (
        r"taxes\[0\]\.witholding: .* 'withholding'",
        lambda gig: invoice_of(gig, taxes=[{"type": "IVA", "witholding": True}]),
    ),
    (
        r"related_documents\[0\]\.uuids \(documented: relationship, documents\)",
        lambda gig: gig.egress_invoices.create(
            client=BUYER,
            items=[{"description": "x", "quantity": 1, "unit_price": 1}],
            payment_form="01",
            related_documents=wrong([{"relationship": "01", "uuids": ["u"]}]),
        ),
    ),
    ("name: must be a string, not int", lambda gig: gig.clients.create(name=wrong(5))),
    (
        "unit_price: must be a number, not bool",
        lambda gig: gig.services.create(description="x", unit_price=True),
    ),
    ("metadata: must be a mapping, not str", lambda gig: listed(gig, metadata="x")),
    ("extra_query repeats 'limit'", lambda gig: listed(gig, limit=5, extra_query={"limit": 3})),
    ("created_gte: .* not bool", lambda gig: listed(gig, created_gte=True)),
    ("created_gte: .* not date", lambda gig: listed(gig, created_gte=date(2026, 1, 1))),
    ("created_gte: .* not str", lambda gig: listed(gig, created_gte="2026-01-01")),
    ("limit must be .* not -1", lambda gig: gig.clients.list().collect(limit=-1)),
    ("for_team needs the id of a team", lambda gig: listed(gig.for_team(wrong(None)))),
    (
        "events.* did you mean 'payment.succeeded'",
        lambda gig: gig.webhooks.create(url="https://a.example/", events=["payment.suceeded"]),
    ),
    ("nested too deeply, or contains itself", lambda gig: gig.clients.create(metadata=circle())),
]


def wrong(value: object) -> Any:
    """A value that type checkers would refuse."""
    return value


def circle() -> dict[str, Any]:
    made: dict[str, Any] = {}
    made["itself"] = made
    return made


async def listed(gig: Gigstack, **arguments: Any) -> object:
    return await gig.clients.list(**arguments)


@pytest.mark.parametrize(("said", "call"), REFUSED, ids=[said for said, _ in REFUSED])
async def test_a_mistake_is_refused_before_anything_is_sent(
    said: str, call: Callable[[Gigstack], Awaitable[object]]
) -> None:
    sandbox = Sandbox()
    async with sandbox.client() as gig:
        with pytest.raises(InvalidArgumentError, match=said):
            await call(gig)
    assert not sandbox.requests


def test_a_file_stays_in_the_folder_it_is_saved_in(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    file = Download(b"%PDF-1.7\n%%EOF", "../../x.pdf", "application/pdf")
    assert file.save(folder) == folder / "x.pdf"


async def test_amounts_go_back_with_the_digits_they_came_with() -> None:
    sandbox = Sandbox()
    async with sandbox.client(decimals=True) as gig:
        invoice = await invoice_of(gig, unit_price=Decimal("1160.10"))
        assert invoice.total == Decimal("1160.10")
        again = await invoice_of(gig, unit_price=invoice.total)
    assert again.total == invoice.total


@pytest.mark.parametrize("given", [object(), "http://proxy:3128"])
def test_an_http_client_of_another_type_is_refused(given: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"must be an httpx\.AsyncClient"):
        Gigstack("key", http_client=given)
