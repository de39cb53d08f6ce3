# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients/{id}/stamp-pending-receipts: Stamp the pending receipts of a client.

Docs: https://docs.gigstack.io/stamp-pending-receipts-20352667e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.pending_receipts_summary import PendingReceiptsSummary

if TYPE_CHECKING:
    from ..._generated.models.client import Client


ROUTE: Route[PendingReceiptsSummary] = Route(
    name="clients.stamp_pending_receipts",
    method="POST",
    path="/clients/{id}/stamp-pending-receipts",
    decode=Value(model(PendingReceiptsSummary), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    query={
        "team": STRING,
    },
    reserved=frozenset(
        {
            "validate",
        }
    ),
)


@resolvable
def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[PendingReceiptsSummary]:
    """The operation of `gig.clients.stamp_pending_receipts`, not sent yet.

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
