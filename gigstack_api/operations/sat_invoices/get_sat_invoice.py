# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/sat/{uuid}: Get an invoice mirrored from the SAT.

Docs: https://docs.gigstack.io/get-a-sat-invoice-32452830e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_invoice import SatInvoice

ROUTE: Route[SatInvoice] = Route(
    name="sat_invoices.get",
    method="GET",
    path="/invoices/sat/{uuid}",
    decode=Value(model(SatInvoice), "data"),
    ids={
        "uuid": {
            "SatInvoice": "uuid",
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
    uuid: str | SatInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatInvoice]:
    """The operation of `gig.sat_invoices.get`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        uuid,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
