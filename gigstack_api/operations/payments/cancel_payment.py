# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /payments/{id}: Cancel a payment before it is collected.

Docs: https://docs.gigstack.io/cancel-payment-20352680e0
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
    from ..._generated.models.payment import Payment


ROUTE: Route[None] = Route(
    name="payments.cancel",
    method="DELETE",
    path="/payments/{id}",
    decode=Nothing(),
    ids={
        "id": {
            "Payment": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Payment,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.payments.cancel`, not sent yet.

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
