# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/sat/{uuid}/retry-xml: Fetch the XML of a received invoice again.

Docs: https://docs.gigstack.io/retry-xml-download-32452831e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.sat_xml_retry import SatXmlRetry

if TYPE_CHECKING:
    from ..._generated.models.sat_invoice import SatInvoice


ROUTE: Route[SatXmlRetry] = Route(
    name="sat_invoices.retry_xml",
    method="POST",
    path="/invoices/sat/{uuid}/retry-xml",
    decode=Value(model(SatXmlRetry), "data"),
    ids={
        "uuid": {
            "SatInvoice": "uuid",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    uuid: str | SatInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatXmlRetry]:
    """The operation of `gig.sat_invoices.retry_xml`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        uuid,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
