# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /invoices/{id}: Cancel an invoice at the SAT.

Docs: https://docs.gigstack.io/cancel-invoice-20352677e0
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
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.invoice import Invoice

if TYPE_CHECKING:
    from gigstack_api.catalogs.cancellation_motive import CancellationMotive


ROUTE: Route[Invoice] = Route(
    name="invoices.cancel",
    method="DELETE",
    path="/invoices/{id}",
    decode=Value(model(Invoice), "data"),
    ids={
        "id": {
            "Invoice": "uuid",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=90,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "motive": STRING,
        "substitution_uuid": STRING,
    },
)


@resolvable
def build(
    id: str | Invoice,
    /,
    *,
    team: str | None = None,
    motive: CancellationMotive | str,
    substitution_uuid: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Invoice]:
    """The operation of `gig.invoices.cancel`, not sent yet.

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
        body={
            "motive": motive,
            "substitution_uuid": substitution_uuid,
        },
        extra=extra,
    )
