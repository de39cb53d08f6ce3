# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/income/{id}: Get an income invoice. Docs: https://docs.gigstack.io/get-income-invoice-20352675e0"""

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
    name="income_invoices.get",
    method="GET",
    path="/invoices/income/{id}",
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
    """The call, not sent. Its arguments are those of `gig.income_invoices.get`."""
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
