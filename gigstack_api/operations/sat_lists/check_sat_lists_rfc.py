# Written by `make generate` from openapi.yaml; never edited.
"""GET /sat-lists/{rfc}: Look an RFC up in the SAT lists.

Docs: https://docs.gigstack.io/check-an-rfc-against-the-sat-lists-39959229e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_list_check import SatListCheck

ROUTE: Route[SatListCheck] = Route(
    name="sat_lists.check_rfc",
    method="GET",
    path="/sat-lists/{rfc}",
    decode=Value(model(SatListCheck), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
    personal=frozenset({"rfc"}),
)


def build(
    rfc: str,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatListCheck]:
    """The operation of `gig.sat_lists.check_rfc`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        rfc,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
