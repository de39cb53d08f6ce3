# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/payment/{id}: Get a payment complement. Docs: https://docs.gigstack.io/get-payment-complement-invoice-23506402e0"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._core.operations.decoders import Value
from ...._core.operations.operation import Operation, Replay, Route, operation
from ...._core.schema.fields import (
    STRING,
)
from ...._core.schema.models import model
from ...models.invoice import Invoice

ROUTE: Route[Invoice] = Route(
    name="payment_complements.get",
    method="GET",
    path="/invoices/payment/{id}",
    decode=Value(model(Invoice), "data"),
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
    id: str,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Invoice]:
    """The call, not sent. Its arguments are those of `gig.payment_complements.get`."""
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
