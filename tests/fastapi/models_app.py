"""An app whose endpoints return, take and nest models."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Body, FastAPI, Query
from pydantic import BaseModel

from gigstack_api import Gigstack, Page, Upserted, UpsertOutcome
from gigstack_api.catalogs import CfdiUse, Month, TaxRegime
from gigstack_api.fastapi import GigstackDep, gigstack_lifespan, problem_handlers
from gigstack_api.models import (
    Client,
    Invoice,
    InvoiceStatus,
    LineItemInput,
    Service,
    Webhook,
    WebhookStatus,
)

T = TypeVar("T")
router = APIRouter()


class Card(BaseModel):
    client: Client
    invoices: list[Invoice]
    latest: Invoice | None


class Order(BaseModel):
    client: Client
    lines: list[LineItemInput]
    note: str = ""


class Found(BaseModel, Generic[T]):
    number: int
    items: list[T]


@router.get("/clients")
async def first_clients(gig: GigstackDep, limit: int = 10) -> Page[Client]:
    return await gig.clients.list(limit=limit)


@router.get("/plain/clients")
async def first_clients_without_annotation(gig: GigstackDep):  # type: ignore[no-untyped-def] # on purpose
    return await gig.clients.list()


@router.get("/clients/all")
async def all_clients(gig: GigstackDep) -> list[Client]:
    return await gig.clients.list().collect()


@router.get("/clients/{client_id}")
async def one_client(gig: GigstackDep, client_id: str) -> Client:
    return await gig.clients.get(client_id)


@router.get("/plain/clients/{client_id}")
async def one_client_without_annotation(gig: GigstackDep, client_id: str):  # type: ignore[no-untyped-def] # on purpose
    return await gig.clients.get(client_id)


@router.get("/dict/clients/{client_id}", response_model=Client)
async def one_client_from_a_dict(gig: GigstackDep, client_id: str) -> dict[str, Any]:
    return (await gig.clients.get(client_id)).to_dict()


@router.get(
    "/short/clients/{client_id}",
    response_model=Client,
    response_model_include={"id", "name", "address"},
    response_model_exclude={"address": {"street"}},
    response_model_exclude_none=True,
)
async def a_part_of_a_client(gig: GigstackDep, client_id: str) -> Client:
    return await gig.clients.get(client_id)


@router.post("/clients", status_code=201)
async def create_client(gig: GigstackDep, body: Client) -> Client:
    return await gig.clients.create(**body.to_dict())


@router.put("/clients")
async def upsert_client(gig: GigstackDep, body: Annotated[Client, Body(embed=True)]) -> Upserted:
    return await gig.clients.upsert(on="tax_id", **body.to_dict())


@router.post("/clients/import")
async def import_clients(
    gig: GigstackDep, rows: list[dict[str, str]]
) -> list[UpsertOutcome[dict[str, str]]]:
    return [outcome async for outcome in gig.clients.upsert_many(rows, on="tax_id")]


@router.post("/plain/clients/import")
async def import_clients_without_annotation(gig: GigstackDep, rows: list[dict[str, str]]):  # type: ignore[no-untyped-def] # on purpose
    return [outcome async for outcome in gig.clients.upsert_many(rows, on="tax_id")]


@router.post("/orders")
async def order(gig: GigstackDep, body: Order) -> Card:
    invoice = await gig.income_invoices.create(
        client=body.client,
        items=body.lines,
        payment_form="03",
    )
    return Card(client=body.client, invoices=[invoice], latest=invoice)


@router.get("/invoices/{uuid}", response_model=Invoice)
async def one_invoice(gig: GigstackDep, uuid: str) -> Invoice:
    return await gig.income_invoices.get(uuid)


@router.post("/services")
async def create_services(gig: GigstackDep, body: list[Service]) -> Found[Service]:
    made = [await gig.services.create(**service.to_dict()) for service in body]
    return Found(number=len(made), items=made)


@router.post("/either")
async def either(body: Client | Service) -> Client | Service:
    return body


@router.post("/maybe")
async def maybe(body: Client | None = None) -> Client | None:
    return body


@router.post("/both")
async def both(client: Client, service: Service) -> dict[str, Client | Service]:
    return {"client": client, "service": service}


@router.post("/by-name")
async def by_name(body: dict[str, LineItemInput]) -> dict[str, LineItemInput]:
    return body


@router.post("/webhooks")
async def register(gig: GigstackDep, body: Webhook) -> Webhook:
    return await gig.webhooks.create(**body.to_dict())


@router.get("/codes/{regime}")
async def codes(
    regime: TaxRegime,
    use: CfdiUse,
    months: Annotated[list[Month], Query()],
    status: InvoiceStatus | None = None,
    webhook_status: WebhookStatus = WebhookStatus.ACTIVE,
) -> tuple[TaxRegime, CfdiUse, list[Month], InvoiceStatus | None, WebhookStatus]:
    return regime, use, months, status, webhook_status


def models_app(client: Callable[[], Gigstack]) -> FastAPI:
    """The app, with clients made by this factory."""
    app = FastAPI(
        title="Models", lifespan=gigstack_lifespan(client), exception_handlers=problem_handlers
    )
    app.include_router(router)
    return app
