# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/sat: List the invoices mirrored from the SAT.

Docs: https://docs.gigstack.io/list-sat-invoices-32452829e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_invoice import SatInvoice
from ..._generated.models.sat_invoice_direction import SatInvoiceDirection
from ..._generated.models.sat_invoice_status import SatInvoiceStatus

if TYPE_CHECKING:
    from gigstack_api.catalogs.invoice_type import InvoiceType


ROUTE: Route[Page[SatInvoice]] = Route(
    name="sat_invoices.list",
    method="GET",
    path="/invoices/sat",
    decode=PageOf(model(SatInvoice), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.STARTING_AFTER,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "starting_after": STRING,
        "from": STRING,
        "to": STRING,
        "direction": enum(SatInvoiceDirection),
        "status": enum(SatInvoiceStatus),
        "invoice_type": STRING,
        "issuer_rfc": STRING,
        "receiver_rfc": STRING,
        "team": STRING,
    },
)


@resolvable
def build(
    *,
    limit: int | None = None,
    starting_after: str | None = None,
    from_: str | None = None,
    to: str | None = None,
    direction: SatInvoiceDirection | str | None = None,
    status: SatInvoiceStatus | str | None = None,
    invoice_type: InvoiceType | str | None = None,
    issuer_rfc: str | None = None,
    receiver_rfc: str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[SatInvoice]]:
    """The operation of `gig.sat_invoices.list`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "limit": limit,
            "starting_after": starting_after,
            "from": from_,
            "to": to,
            "direction": direction,
            "status": status,
            "invoice_type": invoice_type,
            "issuer_rfc": issuer_rfc,
            "receiver_rfc": receiver_rfc,
            "team": team,
        },
        extra_query=extra_query,
    )
