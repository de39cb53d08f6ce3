"""What a type checker shows a user.

Never run: `make check` and `test_types.py` check it with pyright.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

from msgspec.structs import replace

import gigstack_api.operations.clients.get_client
from gigstack_api import (
    Bundle,
    Download,
    Gigstack,
    Match,
    MultipleMatchesError,
    Operation,
    Page,
    Pager,
    Response,
    Upserted,
    UpsertOutcome,
)
from gigstack_api.catalogs import CancellationMotive, PaymentForm, TaxObject
from gigstack_api.models import (
    Client,
    ClientAddress,
    Invoice,
    InvoiceFiles,
    LineItemInput,
    SupportDocument,
    SupportDocumentType,
    Tax,
)
from gigstack_api.types import LineItemInputDict, TaxDict


async def resources(gig: Gigstack) -> None:
    client = await gig.clients.get("client_1")
    assert_type(client, Client)
    assert_type(client.id, str)
    assert_type(client.name, str | None)
    assert_type(await gig.clients.get(client), Client)
    assert_type(await gig.invoices.bundle(Invoice()), Bundle)
    assert_type(client.address, ClientAddress | None)
    assert_type(client.metadata, dict[str, Any] | None)
    assert_type(client.additional_properties, dict[str, Any])
    assert_type(replace(client, name="Z"), Client)
    assert_type(await gig.clients.delete("client_1"), None)
    assert_type(await gig.invoices.get_files("uuid"), InvoiceFiles)
    assert_type(await gig.sat_invoices.generate_pdf("uuid"), Download)
    assert_type(await gig.invoices.bundle("uuid"), Bundle)
    assert_type((await gig.invoices.bundle("uuid")).save("."), tuple[Path, Path])
    assert_type(
        await gig.download_to("https://files", "a.zip", progress=lambda done, total: None), Path
    )
    document = await gig.clients.upload_support_document(
        "client_1", file=b"%PDF-", documentType=SupportDocumentType.CONTRACT
    )
    assert_type(document, SupportDocument)
    assert_type(document.document_type, SupportDocumentType | str | None)


async def lists(gig: Gigstack) -> None:
    pager = gig.clients.list(
        created_gte=datetime(2026, 1, 1, tzinfo=UTC), created_lte=1767225600, metadata={"a": "b"}
    )
    assert_type(pager, Pager[Client])
    assert_type(await pager, Page[Client])
    assert_type(await pager.collect(limit=5), list[Client])
    assert_type(pager.prefetch(2), Pager[Client])
    assert_type(pager.checkpoint, str)
    async for client in pager:
        assert_type(client, Client)
    async for page in pager.pages():
        assert_type(page, Page[Client])
        assert_type(page.next, str | None)


async def upserts(gig: Gigstack, rows: list[dict[str, str]]) -> None:
    done = await gig.clients.upsert(on="tax_id", tax_id="PEGJ800101ABC", update=True)
    assert_type(done, Upserted)
    assert_type(done.client, Client)
    assert_type(done.created, bool | None)
    async for outcome in gig.clients.upsert_many(rows, on="tax_id"):
        assert_type(outcome, UpsertOutcome[dict[str, str]])
        assert_type(outcome.value, Upserted | None)
        assert_type(outcome.result(), Upserted)


async def bodies(gig: Gigstack, payload: Mapping[str, Any]) -> None:
    item: LineItemInputDict = {
        "id": "service_1",
        "quantity": Decimal(2),
        "unit_price": Decimal("99.90"),
    }
    invoice = await gig.income_invoices.create(
        client=Match("tax_id", "PEGJ800101ABC", update=True, name="Juan"), items=[item]
    )
    assert_type(invoice, Invoice)
    assert_type(await gig.income_invoices.create(**payload), Invoice)


async def what_was_read(gig: Gigstack, invoice: Invoice, client: Client) -> None:
    again = await gig.income_invoices.create(
        client=client,
        items=invoice.items or [],
        payment_form=PaymentForm.CASH,
        use="G03",
    )
    assert_type(again.uuid, str)
    assert_type(await gig.invoices.cancel(again, motive=CancellationMotive("02")), Invoice)


def models_of_arguments() -> None:
    tax: TaxDict = {"type": "IVA", "rate": Decimal("0.16")}
    item = LineItemInput(unit_price=Decimal("1.10"), taxes=[tax, Tax(rate=Decimal("0.16"))])
    assert_type(item.unit_price, float | Decimal | None)
    assert_type(item.taxability, str | TaxObject | None)


async def responses(gig: Gigstack, error: MultipleMatchesError) -> None:
    from gigstack_api.operations.clients import get_client, list_clients
    from gigstack_api.operations.clients.get_client import build

    assert_type(await gig.request(build("client_1")), Response[Client])
    assert_type(await gig.request(get_client.build("client_1")), Response[Client])
    operation = gigstack_api.operations.clients.get_client.build("client_1")
    assert_type(operation, Operation[Client])
    assert_type(await gig.request(list_clients.build(limit=1)), Response[Page[Client]])
    assert_type(gig.for_team("team_1"), Gigstack)
    assert_type(gig.livemode, bool | None)
    assert_type(error.ids, tuple[str, ...])
