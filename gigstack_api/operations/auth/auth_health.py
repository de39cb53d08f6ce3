# Written by `make generate` from openapi.yaml; never edited.
"""GET /auth/health: See whether the API answers.

Docs: https://docs.gigstack.io/health-check-36372522e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.objects import model

from ..._generated.models.health import Health

ROUTE: Route[Health] = Route(
    name="auth.health",
    method="GET",
    path="/auth/health",
    decode=Value(model(Health), ""),
    replay=Replay.SAFE,
    deadline_s=30,
    takes_team=False,
    authenticated=False,
)


def build(
    *,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Health]:
    """The operation of `gig.auth.health`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        extra_query=extra_query,
    )
