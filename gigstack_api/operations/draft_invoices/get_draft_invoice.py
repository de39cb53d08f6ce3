# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/draft/{id}: Get a draft invoice.

Docs: https://docs.gigstack.io/get-draft-invoice-30478227e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.draft_invoice import DraftInvoice

ROUTE: Route[DraftInvoice] = Route(
    name="draft_invoices.get",
    method="GET",
    path="/invoices/draft/{id}",
    decode=Value(model(DraftInvoice), "data"),
    ids={
        "id": {
            "DraftInvoice": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
    reserved=frozenset(
        {
            "files",
            "support-documents",
        }
    ),
)


def build(
    id: str | DraftInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[DraftInvoice]:
    """The operation of `gig.draft_invoices.get`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
