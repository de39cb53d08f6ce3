# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/deactivate: Switch mass download from the SAT off.

Docs: https://docs.gigstack.io/deactivate-descarga-masiva-sat-32396699e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING

ROUTE: Route[None] = Route(
    name="sat_download.deactivate",
    method="POST",
    path="/invoices/download/deactivate",
    decode=Nothing(),
    replay=Replay.ONCE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.sat_download.deactivate`, not sent yet.

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
    )
