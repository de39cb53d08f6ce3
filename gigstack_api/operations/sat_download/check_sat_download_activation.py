# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/activate/status: See whether mass download from the SAT is on.

Docs: https://docs.gigstack.io/check-activation-status-32396697e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_activation_status import SatDownloadActivationStatus

ROUTE: Route[SatDownloadActivationStatus] = Route(
    name="sat_download.get_activation",
    method="GET",
    path="/invoices/download/activate/status",
    decode=Value(model(SatDownloadActivationStatus), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatDownloadActivationStatus]:
    """The operation of `gig.sat_download.get_activation`, not sent yet.

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
