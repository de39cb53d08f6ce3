# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/debug: Look into a failing setup.

Docs: https://docs.gigstack.io/debug-registration-status-32396709e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import OBJECT, STRING

ROUTE: Route[dict[str, Any]] = Route(
    name="sat_download.debug",
    method="GET",
    path="/invoices/download/debug",
    decode=Value(OBJECT, "data"),
    replay=Replay.SAFE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[dict[str, Any]]:
    """The operation of `gig.sat_download.debug`, not sent yet.

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
