"""The types of events as a type checker infers them. Checked by `make check`; never run."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, assert_type

from fastapi import Depends, FastAPI
from starlette.applications import Starlette

from gigstack_api import Gigstack, webhooks
from gigstack_api.fastapi import (
    GigstackDep,
    WebhookRouter,
    gigstack_lifespan,
    problem_handlers,
    team_from_path,
)
from gigstack_api.models import Client, Invoice, Payment, PaymentStatus
from gigstack_api.webhooks import ClientEvent, Event, InvoiceEvent, PaymentEvent


async def narrowing(gig: Gigstack, body: bytes) -> None:
    event = webhooks.parse(body)
    assert_type(event.created, datetime | None)
    match event:
        case PaymentEvent():
            assert_type(event.object, Payment)
            assert_type(event.object.status, PaymentStatus | str | None)
            assert_type(await event.confirm(gig), Payment)
        case InvoiceEvent():
            assert_type(event.object, Invoice)
        case ClientEvent():
            assert_type(event.object, Client)
        case _:
            assert_type(event, Event[Any])


hooks = WebhookRouter(secret="x" * 20)
app = FastAPI(
    lifespan=gigstack_lifespan(lambda: Gigstack(timeout_s=10)), exception_handlers=problem_handlers
)
plain = Starlette(lifespan=gigstack_lifespan(), exception_handlers=problem_handlers)


@hooks.on(PaymentEvent, "invoice.*")
async def paid(event: PaymentEvent, gig: Gigstack) -> None:
    assert_type(await event.confirm(gig), Payment)


@app.get("/clients/{client_id}")
async def client_name(client_id: str, gig: GigstackDep) -> str | None:
    assert_type(gig, Gigstack)
    return (await gig.clients.get(client_id)).name


@app.get("/teams/{team_id}/clients/{client_id}")
async def name_in_team(
    client_id: str, gig: Annotated[Gigstack, Depends(team_from_path("team_id"))]
) -> str | None:
    assert_type(gig, Gigstack)
    return (await gig.clients.get(client_id)).name
