# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/request: Ask the SAT for the invoices of a period.

Docs: https://docs.gigstack.io/create-bulk-download-request-32396705e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.sat_download_direction import SatDownloadDirection
from ..._generated.models.sat_download_request import SatDownloadRequest
from ..._generated.models.sat_download_request_type import SatDownloadRequestType

ROUTE: Route[SatDownloadRequest] = Route(
    name="sat_download.create_request",
    method="POST",
    path="/invoices/download/request",
    decode=Value(model(SatDownloadRequest), "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "start_date": STRING,
        "end_date": STRING,
        "request_type": enum(SatDownloadRequestType),
        "rfc_type": enum(SatDownloadDirection),
    },
)


def build(
    *,
    team: str | None = None,
    start_date: str,
    end_date: str,
    request_type: SatDownloadRequestType | str | Omit = OMIT,
    rfc_type: SatDownloadDirection | str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatDownloadRequest]:
    """The operation of `gig.sat_download.create_request`, not sent yet.

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
            "start_date": start_date,
            "end_date": end_date,
            "request_type": request_type,
            "rfc_type": rfc_type,
        },
        extra=extra,
    )
