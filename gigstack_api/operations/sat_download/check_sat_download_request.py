# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/status/{request_id}: Get the state of a download request.

Docs: https://docs.gigstack.io/check-download-request-status-32396706e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_request import SatDownloadRequest

ROUTE: Route[SatDownloadRequest] = Route(
    name="sat_download.get_request",
    method="GET",
    path="/invoices/download/status/{request_id}",
    decode=Value(model(SatDownloadRequest), "data"),
    ids={
        "request_id": {
            "SatDownloadRequest": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


def build(
    request_id: str | SatDownloadRequest,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatDownloadRequest]:
    """The operation of `gig.sat_download.get_request`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        request_id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
