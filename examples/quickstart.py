"""The main calls, one by one.

Reads GIGSTACK_API_BASE_URL and GIGSTACK_API_KEY; `make demo` starts a sandbox and sets both.
"""

from __future__ import annotations

import os
from pathlib import Path

import anyio
import httpx

from gigstack_api import (
    BadRequestError,
    Gigstack,
    InvalidArgumentError,
    MultipleMatchesError,
    NotFoundError,
)

RFC = "PEGJ800101AB6"
CSF = Path(__file__).with_name("csf.pdf")


def step(title: str) -> None:
    print(f"\n\033[1m{title}\033[0m" if os.isatty(1) else f"\n{title}")


async def upserts(gig: Gigstack) -> None:
    step("1  Create a client")
    client = await gig.clients.create(
        name="Juan Pérez García",
        tax_id=RFC,
        tax_system="612",
        email="juan.perez@ejemplo.com",
        address={"zip": "03100"},
    )
    name = client.legal_name or client.name
    print(f"   {client.id}  {name}, RFC {client.tax_id}, valid for the SAT: {client.is_valid}")

    step("2  Upsert by RFC: found and left unchanged")
    done = await gig.clients.upsert(on="tax_id", tax_id=RFC, name="Another name")
    print(f"   created: {done.created}, name still {done.client.name!r}")

    step("3  Upsert by RFC: found and updated")
    done = await gig.clients.upsert(
        on="tax_id", tax_id=RFC, name="Juan Pérez García", phone="+52 55 1234 5678", update=True
    )
    print(f"   created: {done.created}, phone now {done.client.phone!r}")

    step("4  Upsert by e-mail: two clients match, nothing is changed")
    await gig.clients.create(name="Juan with the same e-mail", email="juan.perez@ejemplo.com")
    try:
        await gig.clients.upsert(
            on="email", email="juan.perez@ejemplo.com", name="Which one?", update=True
        )
    except MultipleMatchesError as error:
        print(f"   MultipleMatchesError: {error}")
        print(f"   ids: {', '.join(error.ids)}")


async def lists(gig: Gigstack) -> None:
    step("5  Upsert 25 clients, 8 at a time, and list them by metadata, 10 per page")
    rows = [
        {"name": f"Sucursal {n:02}", "metadata": {"external_id": f"EXT-{n}", "chain": "norte"}}
        for n in range(25)
    ]
    outcomes = [
        outcome
        async for outcome in gig.clients.upsert_many(rows, on="metadata.external_id", concurrency=8)
    ]
    print(f"   {sum(1 for outcome in outcomes if outcome.value and outcome.value.created)} created")
    pager = gig.clients.list(limit=10, metadata={"chain": "norte"})
    sizes = [len(page) async for page in pager.pages()]
    print(f"   pages of {sizes}, {(await pager).total_results} in total")

    step("6  Search, with a typo")
    async for client in gig.clients.search(q="Peres"):
        print(f"   {client.id}  {client.name}")


async def documents(gig: Gigstack) -> None:
    step("7  Create a client from its CSF (PDF)")
    client = await gig.clients.upload_csf(file=CSF)
    zip_code = client.address and client.address.zip
    print(
        f"   {client.id}  {client.legal_name}, RFC {client.tax_id}, regime {client.tax_system},"
        f" postal code {zip_code}"
    )

    step("8  Validate its fiscal data with the SAT")
    client = await gig.clients.validate(client)
    print(f"   {client.fiscal_validation and client.fiscal_validation.status}")


async def errors(gig: Gigstack) -> None:
    step("9  Errors")
    try:
        await gig.clients.get("client_unknown")
    except NotFoundError as error:
        print(f"   NotFoundError: {error}")
    try:
        await gig.clients.create(name="Juan", tax_id="PEGJ80")
    except BadRequestError as error:
        print(f"   BadRequestError: {error}")
    try:
        await gig.clients.get("")
    except InvalidArgumentError as error:
        print(f"   InvalidArgumentError, nothing was sent: {error}")


async def faults(gig: Gigstack, base_url: str) -> None:
    step("10 The API fails twice, the call is retried")
    async with httpx.AsyncClient() as control:
        fault = {"operation": "search_clients", "status": 503, "times": 2}
        await control.post(base_url.removesuffix("/v2") + "/sandbox/faults", json=fault)
    page = await gig.clients.search(q="Juan")
    print(f"   after two 503 responses: {len(page)} clients found")


async def main() -> None:
    async with Gigstack() as gig:
        print(f"{gig}")
        await upserts(gig)
        await lists(gig)
        await documents(gig)
        await errors(gig)
        await faults(gig, os.environ["GIGSTACK_API_BASE_URL"])
    print("\nDone.")


if __name__ == "__main__":
    anyio.run(main)
