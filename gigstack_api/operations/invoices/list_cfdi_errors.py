# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/errors: List the known rejection codes of CFDI.

Docs: https://docs.gigstack.io/list-cfdi-errors-25854588e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.cfdi_error import CfdiError
from ..._generated.models.cfdi_error_type import CfdiErrorType

ROUTE: Route[Page[CfdiError]] = Route(
    name="invoices.list_errors",
    method="GET",
    path="/invoices/errors",
    decode=PageOf(model(CfdiError), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.PAGE,
    query={
        "code": STRING,
        "q": STRING,
        "type": enum(CfdiErrorType),
        "limit": number(INTEGER, low=1, high=100),
        "page": number(INTEGER, low=1),
        "team": STRING,
    },
)


def build(
    *,
    code: str | None = None,
    q: str | None = None,
    type: CfdiErrorType | str | None = None,
    limit: int | None = None,
    page: int | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[CfdiError]]:
    """The operation of `gig.invoices.list_errors`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "code": code,
            "q": q,
            "type": type,
            "limit": limit,
            "page": page,
            "team": team,
        },
        extra_query=extra_query,
    )
