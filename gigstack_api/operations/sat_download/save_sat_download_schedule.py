# Written by `make generate` from openapi.yaml; never edited.
"""PUT /invoices/download/schedule: Create or change the daily download.

Docs: https://docs.gigstack.io/save-schedule-configuration-32396703e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_direction import SatDownloadDirection
from ..._generated.models.sat_download_schedule import SatDownloadSchedule

ROUTE: Route[SatDownloadSchedule] = Route(
    name="sat_download.save_schedule",
    method="PUT",
    path="/invoices/download/schedule",
    decode=Value(model(SatDownloadSchedule), "data"),
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "enabled": BOOLEAN,
        "time": STRING,
        "download_types": array(enum(SatDownloadDirection)),
        "days_back": number(INTEGER, low=1.0, high=90.0),
    },
)


def build(
    *,
    team: str | None = None,
    enabled: bool,
    time: str,
    download_types: Sequence[SatDownloadDirection | str],
    days_back: int,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatDownloadSchedule]:
    """The operation of `gig.sat_download.save_schedule`, not sent yet.

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
        body={
            "enabled": enabled,
            "time": time,
            "download_types": download_types,
            "days_back": days_back,
        },
        extra=extra,
    )
