# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/income/{id}: Get an income invoice.

Docs: https://docs.gigstack.io/get-income-invoice-20352675e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice import Invoice

ROUTE: Route[Invoice] = Route(
    name="income_invoices.get",
    method="GET",
    path="/invoices/income/{id}",
    decode=Value(model(Invoice), "data"),
    ids={
        "id": {
            "Invoice": "uuid",
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
    id: str | Invoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Invoice]:
    """The operation of `gig.income_invoices.get`, not sent yet.

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
