# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/activate: Switch mass download from the SAT on.

Docs: https://docs.gigstack.io/activate-descarga-masiva-sat-32396698e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_activation_result import SatDownloadActivationResult

ROUTE: Route[SatDownloadActivationResult] = Route(
    name="sat_download.activate",
    method="POST",
    path="/invoices/download/activate",
    decode=Value(model(SatDownloadActivationResult), "data"),
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
) -> Operation[SatDownloadActivationResult]:
    """The operation of `gig.sat_download.activate`, not sent yet.

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
