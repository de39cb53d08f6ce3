# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /retentions/{id}: Cancel a retention at the SAT.

Docs: https://docs.gigstack.io/cancel-retention-29880642e0
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

from ..._generated.models.retention import Retention

if TYPE_CHECKING:
    from gigstack_api.catalogs.cancellation_motive import CancellationMotive


ROUTE: Route[Retention] = Route(
    name="retentions.cancel",
    method="DELETE",
    path="/retentions/{id}",
    decode=Value(model(Retention), "data"),
    ids={
        "id": {
            "Retention": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=90,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "motive": STRING,
    },
)


@resolvable
def build(
    id: str | Retention,
    /,
    *,
    team: str | None = None,
    motive: CancellationMotive | str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Retention]:
    """The operation of `gig.retentions.cancel`, not sent yet.

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
        },
        extra=extra,
    )
