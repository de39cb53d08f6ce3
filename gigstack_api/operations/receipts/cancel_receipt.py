# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /receipts/{id}: Cancel a receipt.

Docs: https://docs.gigstack.io/cancel-receipt-20504789e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING

if TYPE_CHECKING:
    from ..._generated.models.receipt import Receipt


ROUTE: Route[None] = Route(
    name="receipts.cancel",
    method="DELETE",
    path="/receipts/{id}",
    decode=Nothing(),
    ids={
        "id": {
            "Receipt": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Receipt,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.receipts.cancel`, not sent yet.

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
