# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/draft/{id}/stamp: Stamp a draft invoice.

Docs: https://docs.gigstack.io/stamp-draft-invoice-finalize-30478230e0
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

from ..._generated.models.invoice import Invoice

if TYPE_CHECKING:
    from ..._generated.models.draft_invoice import DraftInvoice


ROUTE: Route[Invoice] = Route(
    name="draft_invoices.stamp",
    method="POST",
    path="/invoices/draft/{id}/stamp",
    decode=Value(model(Invoice), "data"),
    ids={
        "id": {
            "DraftInvoice": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | DraftInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Invoice]:
    """The operation of `gig.draft_invoices.stamp`, not sent yet.

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
