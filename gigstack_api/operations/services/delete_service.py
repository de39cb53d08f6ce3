# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /services/{id}: Delete a service. Docs: https://docs.gigstack.io/delete-service-20352672e0"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.decode import Nothing
from gigstack_api._core.kinds import (
    STRING,
)
from gigstack_api._core.operation import Operation, Replay, Route, operation

ROUTE: Route[None] = Route(
    name="services.delete",
    method="DELETE",
    path="/services/{id}",
    decode=Nothing(),
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The call, not sent. Its arguments are those of `gig.services.delete`."""
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
