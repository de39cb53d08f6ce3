# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/schedule/history: List the latest download requests.

Docs: https://docs.gigstack.io/get-download-request-history-32396704e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_download_request import SatDownloadRequest

ROUTE: Route[Page[SatDownloadRequest]] = Route(
    name="sat_download.list_history",
    method="GET",
    path="/invoices/download/schedule/history",
    decode=PageOf(model(SatDownloadRequest), "data.history"),
    replay=Replay.SAFE,
    deadline_s=90,
    paging=Paging.SINGLE,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[SatDownloadRequest]]:
    """The operation of `gig.sat_download.list_history`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

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
