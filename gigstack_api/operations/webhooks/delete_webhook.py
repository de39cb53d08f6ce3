# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /webhooks/{id}: Delete a webhook.

Docs: https://docs.gigstack.io/delete-webhook-25590329e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.types import OMIT, Omit

if TYPE_CHECKING:
    from ..._generated.models.webhook import Webhook


ROUTE: Route[None] = Route(
    name="webhooks.delete",
    method="DELETE",
    path="/webhooks/{id}",
    decode=Nothing(),
    ids={
        "id": {
            "Webhook": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    query={
        "team": STRING,
    },
    body={
        "expected_revision": STRING,
    },
)


@resolvable
def build(
    id: str | Webhook,
    /,
    *,
    team: str | None = None,
    expected_revision: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.webhooks.delete`, not sent yet.

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
            "expected_revision": expected_revision,
        },
        extra=extra,
    )
