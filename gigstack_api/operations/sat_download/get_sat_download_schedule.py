# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/schedule: Get the download schedule and how far the setup is.

Docs: https://docs.gigstack.io/get-schedule-configuration-32396702e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_schedule_status import SatDownloadScheduleStatus

ROUTE: Route[SatDownloadScheduleStatus] = Route(
    name="sat_download.get_schedule",
    method="GET",
    path="/invoices/download/schedule",
    decode=Value(model(SatDownloadScheduleStatus), "data"),
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
) -> Operation[SatDownloadScheduleStatus]:
    """The operation of `gig.sat_download.get_schedule`, not sent yet.

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
