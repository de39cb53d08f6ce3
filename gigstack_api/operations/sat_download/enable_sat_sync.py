# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/enable-sync: Turn the sync with the SAT on.

Docs: https://docs.gigstack.io/enable-sat-sync-32396710e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import OBJECT, STRING

ROUTE: Route[dict[str, Any]] = Route(
    name="sat_download.enable_sync",
    method="POST",
    path="/invoices/download/enable-sync",
    decode=Value(OBJECT, "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[dict[str, Any]]:
    """The operation of `gig.sat_download.enable_sync`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={},
        extra=extra,
    )
